import Foundation
import MediaFacts
import ReelCatalog
import ReelLibrary
import TestMedia
import TestSupport
import Testing

/// Workers on kernels that lack a wall of the jail.
@Suite(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
struct JailTests {
  private let files: ExaminedFolder

  init() throws {
    files = try ExaminedFolder()
    try TestVideo().write(to: files.folder.path(of: "good.mp4"))
  }

  private func pool(_ demand: JailDemand, refusing calls: [String]) throws -> WorkerPool {
    let program = try HeldBackKernel.program(
      Checkout.program("hipreel-worker"), refusing: calls, in: files.folder)
    return try WorkerPool(
      executable: PathBytes(program.path(percentEncoded: false)),
      options: ExaminedFolder.options { ($0.width, $0.jail) = (1, demand) })
  }

  @Test(
    arguments: [
      (HeldBackKernel.withoutLandlock, [.landlock]), (HeldBackKernel.withoutSeccomp, [.seccomp]),
      (HeldBackKernel.withoutLandlock + HeldBackKernel.withoutSeccomp, [.seccomp, .landlock]),
    ] as [([String], [Jail.Wall])])
  func `files are read without a wall, and the pool says so once`(calls: [String], missing: [Jail.Wall]) throws {
    var found: [Examination] = []
    var jails: [Jail] = []
    _ = try pool(.asFarAsPossible, refusing: calls).examine([files.job(0, "good.mp4"), files.job(1, "good.mp4")]) {
      found.append($1)
    } hear: {
      if case .jailed(let jail) = $0 { jails.append(jail) }
    }
    #expect(found.map(\.report.status) == [.ok, .ok] && found.allSatisfy { $0.still != nil })
    #expect(jails.map(\.missing) == [missing])
  }

  @Test(arguments: [
    (HeldBackKernel.withoutLandlock, "no Landlock"), (HeldBackKernel.withoutSeccomp, "no seccomp"),
  ])
  func `nothing is read where a whole jail is demanded and a wall is missing`(calls: [String], words: String) throws {
    let error = #expect(throws: LibraryError.self) {
      try pool(.whole, refusing: calls).examine([files.job(0, "good.mp4")]) { _, _ in Issue.record("a file was read") }
    }
    #expect(error?.code == .jailIncomplete && error?.message.hasSuffix(words) == true)
  }
}
