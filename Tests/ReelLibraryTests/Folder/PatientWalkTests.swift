import Dispatch
import Foundation
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

/// A walk that the system holds up.
@Suite struct PatientWalkTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("x", to: "a.mp4")
  }

  @Test func `a walk that stands still is told once each time, by the folder that does not answer`() throws {
    let root = PathBytes(folder.path)
    let goOn = DispatchSemaphore(value: 0)
    var told: [String] = []
    let walk = try PatientWalk(patience: .milliseconds(200), stop: StopRequest()).run { progress throws(LibraryError) in
      for name in ["share/one", "share/two"] {
        progress.enter(PathBytes(name))
        goOn.wait()
      }
      return try FolderWalk(of: root, excluding: .none, progress: progress)
    } tell: {
      told.append($0.text)
      // Told once, however long it takes after that.
      DispatchQueue.global().asyncAfter(deadline: .now() + 0.6) { goOn.signal() }
    }
    #expect(told == ["share/one", "share/two"])
    #expect(walk?.files.map(\.path.text) == ["a.mp4"])
  }

  @Test func `a stop ends the waiting for a walk that never ends`() throws {
    let never = DispatchSemaphore(value: 0)
    let stop = StopRequest()
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { stop.make() }
    var walk: FolderWalk?
    let time = try SuspendingClock().measure {
      walk = try PatientWalk(stop: stop).run { _ throws(LibraryError) in
        never.wait()
        throw LibraryError(.system, "nobody waits for this")
      } tell: { _ in
      }
    }
    #expect(walk == nil && time < .seconds(5))
    never.signal()
  }

  @Test func `an error of the walk is the caller's`() throws {
    let missing = PathBytes(folder.path(of: "missing"))
    let error = #expect(throws: LibraryError.self) {
      try PatientWalk(stop: StopRequest()).run { progress throws(LibraryError) in
        try FolderWalk(of: missing, excluding: .none, progress: progress)
      } tell: { _ in
      }
    }
    #expect(error?.code == .unreadableFolder)
  }
}
