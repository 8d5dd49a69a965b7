import MediaFacts
import ReelCatalog
import Testing

@testable import ReelLibrary

@Suite struct IndexPlanTests {
  private func stamp(_ inode: Int, changed: Int = 1, size: Int = 10) -> FileStamp {
    FileStamp(byteCount: size, modified: 1, changed: changed, inode: inode)
  }

  private func found(_ path: String, _ stamp: FileStamp) -> FoundFile {
    FoundFile(path: PathBytes(path), stamp: stamp, kind: .video, isRegular: true)
  }

  private func stored(
    _ path: String, reel: Int, _ stamp: FileStamp, status: FileStatus = .ok, isGone: Bool = false,
    isSettled: Bool = true, version: Int = FactsVersion.current
  ) -> StoredFile {
    StoredFile(
      path: PathBytes(path), reel: reel, stamp: stamp, isSettled: isSettled, isGone: isGone, status: status,
      factsVersion: version)
  }

  private func plan(
    _ files: [FoundFile], _ known: [StoredFile], retrying: Bool = false, unseen: [String] = []
  ) -> IndexPlan {
    IndexPlan(
      candidates: files, unseen: unseen.map { PathBytes($0) }, stored: known, factsVersion: FactsVersion.current,
      retryingFailures: retrying)
  }

  @Test func `an equal stamp means unchanged`() throws {
    let plan = plan([found("a.mp4", stamp(1))], [stored("a.mp4", reel: 1, stamp(1))])
    #expect(plan.unchangedCount == 1)
    #expect(plan.visits.isEmpty && plan.moves.isEmpty && plan.gone.isEmpty)
  }

  @Test(arguments: [
    FileStamp(byteCount: 11, modified: 1, changed: 1, inode: 1),
    FileStamp(byteCount: 10, modified: 2, changed: 1, inode: 1),
    FileStamp(byteCount: 10, modified: 1, changed: 2, inode: 1),
    FileStamp(byteCount: 10, modified: 1, changed: 1, inode: 2),
  ])
  func `any difference in the stamp means a closer look`(other: FileStamp) throws {
    let plan = plan([found("a.mp4", other)], [stored("a.mp4", reel: 7, stamp(1))])
    #expect(plan.visits.map(\.previousReel) == [7])
  }

  @Test func `a rename is known by size, time and inode, and opens nothing`() throws {
    let plan = plan([found("b.mp4", stamp(1, changed: 99))], [stored("a.mp4", reel: 1, stamp(1))])
    #expect(plan.moves.map(\.from.text) == ["a.mp4"])
    #expect(plan.moves.map(\.to.path.text) == ["b.mp4"])
    #expect(plan.gone.isEmpty && plan.visits.isEmpty)
  }

  @Test func `two files that changed places are two moves`() throws {
    let plan = plan(
      [found("a.mp4", stamp(2, changed: 9)), found("b.mp4", stamp(1, changed: 9))],
      [stored("a.mp4", reel: 1, stamp(1)), stored("b.mp4", reel: 2, stamp(2))])
    #expect(plan.moves.map(\.reel) == [2, 1])
    #expect(plan.gone.isEmpty && plan.visits.isEmpty)
  }

  @Test func `a hard link is another path, not a move`() throws {
    let plan = plan(
      [found("a.mp4", stamp(1)), found("b.mp4", stamp(1))], [stored("a.mp4", reel: 1, stamp(1))])
    #expect(plan.moves.isEmpty)
    #expect(plan.visits.map(\.file.path.text) == ["b.mp4"])
  }

  @Test func `a known failure is left alone until it changes or is asked for`() throws {
    let known = [stored("a.mp4", reel: 1, stamp(1), status: .damaged)]
    #expect(plan([found("a.mp4", stamp(1))], known).knownFailureCount == 1)
    #expect(plan([found("a.mp4", stamp(1))], known, retrying: true).visits.count == 1)
    #expect(plan([found("a.mp4", stamp(1, changed: 2))], known).visits.count == 1)
  }

  @Test func `an unsettled stamp and an older reader's facts are looked at again`() throws {
    let files = [found("a.mp4", stamp(1))]
    #expect(plan(files, [stored("a.mp4", reel: 1, stamp(1), isSettled: false)]).visits.count == 1)
    #expect(plan(files, [stored("a.mp4", reel: 1, stamp(1), version: 0)]).visits.count == 1)
  }

  @Test func `a missing file is gone once, and comes back as it was`() throws {
    #expect(plan([], [stored("a.mp4", reel: 1, stamp(1))]).gone.map(\.text) == ["a.mp4"])
    #expect(plan([], [stored("a.mp4", reel: 1, stamp(1), isGone: true)]).gone.isEmpty)
    let back = plan([found("a.mp4", stamp(1))], [stored("a.mp4", reel: 1, stamp(1), isGone: true)])
    #expect(back.returned.map(\.text) == ["a.mp4"])
    #expect(back.visits.isEmpty)
  }

  @Test(arguments: [(10, 10, false), (11, 55, false), (11, 54, true), (200, 1001, false), (201, 1000, true)])
  func `more than a fifth and more than ten missing is too much`(missing: Int, known: Int, expected: Bool) {
    #expect(IndexPlan.isTooMuch(missing: missing, ofKnown: known) == expected)
  }

  @Test func `what lies in a folder that could not be looked at is not gone`() {
    let known = [stored("a/b.mp4", reel: 1, stamp(1)), stored("ab.mp4", reel: 2, stamp(2))]
    #expect(plan([], known, unseen: ["a"]).gone.map(\.text) == ["ab.mp4"])
    #expect(plan([], known, unseen: ["a/b.mp4"]).gone.map(\.text) == ["ab.mp4"])
  }

  @Test func `a reel that an import or a rebuild brought is looked into`() {
    let known = stored("a.mp4", reel: 1, stamp(1), version: FactsVersion.none)
    #expect(plan([found("a.mp4", stamp(1))], [known]).visits.map(\.previousReel) == [1])
    let now = stored("a.mp4", reel: 1, stamp(1), version: FactsVersion.current)
    #expect(plan([found("a.mp4", stamp(1))], [now]).visits.isEmpty)
    let moved = plan([found("b.mp4", stamp(1))], [now]).moves
    #expect(moved == [MovedFile(from: PathBytes("a.mp4"), to: found("b.mp4", stamp(1)), reel: 1)])
  }

  // MARK: Old versions beside new ones

  @Test func `a path that lives on keeps its reel, and its old file beside it is a new one`() {
    // An editor renames the file and writes a new one in its place.
    let plan = plan(
      [found("a.mp4", stamp(9)), found("a.old.mp4", stamp(1, changed: 9))], [stored("a.mp4", reel: 1, stamp(1))])
    #expect(plan.moves.isEmpty && plan.gone.isEmpty)
    #expect(plan.visits.map(\.file.path.text) == ["a.mp4", "a.old.mp4"])
    #expect(plan.visits.map(\.previousReel) == [1, nil])
  }

  @Test func `a chain of renames takes the reels along only as far as known files go`() {
    // a to b, b to c: nothing new.
    let all = plan(
      [found("b.mp4", stamp(1, changed: 9)), found("c.mp4", stamp(2, changed: 9))],
      [stored("a.mp4", reel: 1, stamp(1)), stored("b.mp4", reel: 2, stamp(2))])
    #expect(all.moves.map(\.reel) == [1, 2])
    #expect(all.visits.isEmpty && all.gone.isEmpty)
    // The same with a new file at a: every path lives on.
    let started = plan(
      [found("a.mp4", stamp(9)), found("b.mp4", stamp(1, changed: 9)), found("c.mp4", stamp(2, changed: 9))],
      [stored("a.mp4", reel: 1, stamp(1)), stored("b.mp4", reel: 2, stamp(2))])
    #expect(started.moves.isEmpty)
    #expect(started.visits.map(\.previousReel) == [1, 2, nil])
  }

  @Test func `three files that changed places in a ring are three moves`() {
    let plan = plan(
      [
        found("a.mp4", stamp(3, changed: 9)), found("b.mp4", stamp(1, changed: 9)),
        found("c.mp4", stamp(2, changed: 9)),
      ],
      [stored("a.mp4", reel: 1, stamp(1)), stored("b.mp4", reel: 2, stamp(2)), stored("c.mp4", reel: 3, stamp(3))])
    #expect(plan.moves.map(\.reel) == [3, 1, 2])
    #expect(plan.visits.isEmpty && plan.gone.isEmpty)
  }

  @Test func `a hundred thousand links of a chain are settled at once`() {
    let count = 100_000
    func name(_ number: Int) -> String { "\(1_000_000 + number).mp4" }
    let known = (0..<count).map { stored(name($0), reel: $0, stamp($0)) }
    let files = (0..<count).map { found(name($0), stamp($0 == 0 ? count : $0 - 1, changed: 9)) }
    #expect(plan(files, known).visits.count == count)
  }

  @Test func `what a walk leaves out is neither missing nor moved`() {
    let known = [stored("bin/a.mp4", reel: 1, stamp(1)), stored("b.mp4", reel: 2, stamp(2))]
    let plan = IndexPlan(
      candidates: [], unseen: [], leftOut: [PathBytes("bin")], stored: known, factsVersion: FactsVersion.current,
      retryingFailures: false)
    #expect(plan.leftOut.map(\.text) == ["bin/a.mp4"])
    #expect(plan.gone.map(\.text) == ["b.mp4"])
  }

  @Test func `copies of a reel that has other content now are looked into again`() {
    let known = [
      stored("a.mp4", reel: 1, stamp(1)),
      StoredFile(
        path: PathBytes("b.mp4"), reel: 1, stamp: stamp(2), isSettled: true, isGone: false, status: .ok,
        factsVersion: FactsVersion.current,
        isShown: false),
    ]
    let edited = plan([found("a.mp4", stamp(9)), found("b.mp4", stamp(2))], known)
    #expect(edited.visits.map(\.file.path.text) == ["a.mp4", "b.mp4"])
    #expect(edited.visits.map(\.previousReel) == [1, nil])
    #expect(edited.unchangedCount == 0)
    let copyEdited = plan([found("a.mp4", stamp(1)), found("b.mp4", stamp(9))], known)
    #expect(copyEdited.visits.map(\.file.path.text) == ["b.mp4"])
  }

  @Test func `another kind of an unchanged file is a change of its own`() {
    var half = found("a.mov", stamp(1))
    half.reelKind = .livePhoto
    let plan = plan([half], [stored("a.mov", reel: 1, stamp(1))])
    #expect(plan.kindChanges == [KindChange(path: PathBytes("a.mov"), reelKind: .livePhoto)])
    #expect(plan.unchangedCount == 1)
  }
}
