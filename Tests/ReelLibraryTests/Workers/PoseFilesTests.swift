import Foundation
import MediaFacts
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

/// Looking for the files of the pose model.
@Suite struct PoseFilesTests {
  private let folder: TemporaryFolder
  private var path: PathBytes { PathBytes(folder.path) }

  init() throws { folder = try TemporaryFolder() }

  /// A file of the right size that is not the right one.
  private func pretend(_ file: PoseFile, byteCount: Int? = nil) throws {
    let url = try folder.write("", to: file.name)
    #expect(truncate(url.path(percentEncoded: false), byteCount ?? file.byteCount) == 0)
  }

  @Test func `a missing file is named, with the command that brings it`() throws {
    #expect(PoseFiles.search(path) == .missing(.runtime, folder: path))
    #expect(PoseFiles.search(path.appending("none")) == .missing(.runtime, folder: path.appending("none")))
    try pretend(.runtime)
    try pretend(.landmarks)
    let search = PoseFiles.search(path)
    #expect(search == .missing(.detector, folder: path))
    #expect(search.failure?.path == path.appending("pose_detection.tflite"))
    #expect(search.failure?.message == "the file is missing")
    #expect(search.failure?.advice == "bring it with: hipreel-fetch-pose")
  }

  @Test func `a file of another size is not the one, and the worker looks at the rest`() throws {
    for file in PoseFile.allCases { try pretend(file) }
    guard case .found(let files) = PoseFiles.search(path) else {
      Issue.record("three files of the right sizes are not found")
      return
    }
    #expect(files.folder == path && PoseFiles.search(path).failure == nil)
    try pretend(.landmarks, byteCount: 5)
    #expect(
      PoseFiles.search(path) == .wrong(.landmarks, folder: path, "is not the file that this hipreel was made for"))
    try FileManager.default.removeItem(at: folder.url.appending(path: PoseFile.landmarks.name))
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: PoseFile.landmarks.name), withIntermediateDirectories: false)
    guard case .wrong(.landmarks, folder: path, let reason) = PoseFiles.search(path) else {
      Issue.record("a folder is no file")
      return
    }
    #expect(reason.hasPrefix("cannot be read: "))
  }

  @Test func `a worker that is given other files says which, and ends`() throws {
    for file in PoseFile.allCases { try pretend(file) }
    guard case .found(let files) = PoseFiles.search(path) else { return }
    let program = PathBytes(Checkout.program("hipreel-worker").path)
    let error = #expect(throws: LibraryError.self) {
      let worker = try WorkerProcess.start(program, with: WorkerSenses(pose: files), unless: try StopSignal.make())
      worker.kill()
    }
    #expect(error?.code == .poseUnavailable && error?.path == path.appending("libLiteRt.so"))
    #expect(error?.message == "is not the file that this hipreel was made for")
  }

  @Test func `a worker of the other kind is refused`() throws {
    for file in PoseFile.allCases { try pretend(file) }
    guard case .found(let files) = PoseFiles.search(path) else { return }
    // A program that starts the media worker, whatever it is asked for.
    let worker = Checkout.program("hipreel-worker").path(percentEncoded: false)
    let script = try folder.write("#!/bin/sh\nexec '\(worker)'\n", to: "media-only")
    #expect(chmod(script.path(percentEncoded: false), 0o755) == 0)
    let error = #expect(throws: LibraryError.self) {
      let worker = try WorkerProcess.start(
        PathBytes(script.path(percentEncoded: false)), with: WorkerSenses(pose: files), unless: try StopSignal.make())
      worker.kill()
    }
    #expect(error?.code == .workerBroken && error?.message == "it is not a worker of the kind pose")
  }
}
