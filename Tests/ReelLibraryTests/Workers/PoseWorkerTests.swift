import Foundation
import MediaFacts
import ReelCatalog
import TestMedia
import TestSupport
import Testing

@testable import ReelLibrary

/// Workers that follow the person in a film, with the real model.
@Suite(.enabled(if: PoseFolder.isThere, Comment(rawValue: PoseFolder.absence)))
struct PoseWorkerTests {
  private let files: ExaminedFolder

  init() throws { files = try ExaminedFolder() }

  private func options(_ change: (inout WorkerPoolOptions) -> Void = { _ in }) throws -> WorkerPoolOptions {
    let search = PoseFiles.search(PathBytes(PoseFolder.path))
    guard case .found(let found) = search else { throw search.failure ?? LibraryError(.system, "") }
    var options = WorkerPoolOptions.look(pose: PoseWork(files: found), width: 1)
    options.deathsInARow = 1000
    change(&options)
    return options
  }

  @Test func `a person in a film is followed from the first picture to the last`() throws {
    let name = try files.sample("standing-hip-abduction.mp4")
    let found = try #require(try files.examine([name], options())[name])
    #expect(found.report == Report(status: .ok) && found.stamp != nil && found.still == nil)
    let track = try #require(found.pose)
    // The film lies on its side, with a matrix that turns it upright.
    #expect(track.pictureSize == PixelSize(width: 360, height: 640) && track.isWhole && track.cuts.isEmpty)
    #expect((80...90).contains(track.frames.count))
    #expect(track.frames.count { $0.landmarks != nil } >= track.frames.count * 9 / 10)
    #expect(track.frames.first?.isDetection == true && track.frames.count { $0.isDetection } <= 3)
    #expect(track.frames.map(\.timeMilliseconds) == track.frames.indices.map { 100 * $0 })
    // Standing: the head is above the hips, the hips above the ankles, in the picture and in the world.
    for landmarks in track.frames.compactMap(\.landmarks) {
      func point(_ joint: Joint) -> Landmark { landmarks[joint.rawValue] }
      #expect(point(.nose).y < point(.leftHip).y && point(.leftHip).y < point(.leftAnkle).y)
      #expect(point(.leftShoulder).worldY < -0.2 && point(.leftAnkle).worldY > 0.2)
    }
  }

  @Test func `a film of nobody is a track of nobody, and what is no film has a status`() throws {
    try TestVideo().write(to: files.folder.path(of: "texture.mp4"))
    try files.folder.write("not a video", to: "text.mp4")
    let found = try files.examine(["text.mp4", "texture.mp4", "text.mp4"], options())
    let track = try #require(found["texture.mp4"]?.pose)
    #expect(track.frames.count == 20 && track.frames.allSatisfy { $0.landmarks == nil && $0.isDetection })
    #expect(found["text.mp4"]?.report.status == .damaged && found["text.mp4"]?.pose == nil)
    #expect(found["text.mp4"]?.report.reason?.hasPrefix("unknown container") == true)
  }

  @Test func `what is ordered is the most that comes`() throws {
    let name = try files.sample("standing-hip-abduction.mp4")
    let found = try files.examine([name], try options { $0.pose?.order.frameCount = 7 })
    #expect(found[name]?.pose?.frames.count == 7 && found[name]?.pose?.isWhole == false)
  }

  @Test func `a pose worker is jailed as every worker is`() throws {
    let search = PoseFiles.search(PathBytes(PoseFolder.path))
    guard case .found(let found) = search else { throw search.failure ?? LibraryError(.system, "") }
    let stop = try StopSignal.make()
    let program = PathBytes(Checkout.program("hipreel-worker").path)
    let worker = try WorkerProcess.start(program, with: WorkerSenses(pose: found), unless: stop)
    try files.expectJailed(worker.processID, held: worker.jail)
    worker.kill()
  }

  // MARK: Files of the model that are others

  private func copiedModel() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in PoseFile.allCases {
      try FileManager.default.copyItem(
        at: URL(filePath: PoseFolder.path).appending(path: file.name), to: folder.url.appending(path: file.name))
    }
    return folder
  }

  @Test(arguments: PoseFile.allCases)
  func `a file with one other bit is not loaded, and the run ends with one line`(file: PoseFile) throws {
    let folder = try copiedModel()
    var bytes = try Data(contentsOf: folder.url.appending(path: file.name))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: folder.url.appending(path: file.name))
    let search = PoseFiles.search(PathBytes(folder.path))
    guard case .found(let other) = search else { throw search.failure ?? LibraryError(.system, "") }
    let names = try (0..<3).map { number in
      try files.folder.write("\(number)", to: "\(number).mp4")
      return "\(number).mp4"
    }
    let error = #expect(throws: LibraryError.self) {
      try files.examine(names, try options { $0.pose?.files = other })
    }
    #expect(error?.code == .poseUnavailable && error?.path?.text.hasSuffix("/" + file.name) == true)
    #expect(error?.message == "is not the file that this hipreel was made for")
    #expect(error?.advice == "bring it with: hipreel-fetch-pose")
  }

  // MARK: Faults

  @Test(
    .enabled(if: FaultHooks.areThere, FaultHooks.absence),
    arguments: [
      ("segv", .crashed, "the worker was killed by signal 11"), ("exit0", .crashed, "the worker exited with status 0"),
      ("garbage", .crashed, "the worker gave an answer that makes no sense: sequence: truncated"),
      ("lie", .crashed, "the worker gave an answer that makes no sense: "),
      ("nan", .crashed, "the worker gave an answer that makes no sense: worldY: out of range"),
      ("huge", .crashed, "the worker gave an answer that makes no sense: x: out of range"),
      ("unlikely", .crashed, "the worker gave an answer that makes no sense: presence: out of range"),
      ("backwards", .crashed, "the worker gave an answer that makes no sense: timeMilliseconds: out of range"),
      ("count", .crashed, "the worker gave an answer that makes no sense: timeMilliseconds: out of range"),
      ("cuts", .crashed, "the worker gave an answer that makes no sense: cuts: out of range"),
      ("shrink", .damaged, "unknown container"), ("attack", .damaged, "refused "),
    ] as [(String, FileStatus, String)])
  func `a pose worker's failure is its file's alone`(word: String, status: FileStatus, reason: String) throws {
    try TestVideo().write(to: files.folder.path(of: "good.mp4"))
    try files.folder.write("FAULT:\(word)\n", to: "bad.mp4")
    let found = try files.examine(["bad.mp4", "good.mp4"], options())
    #expect(found["bad.mp4"]?.report.status == status && found["bad.mp4"]?.pose == nil)
    #expect(found["bad.mp4"]?.report.reason?.hasPrefix(reason) == true, "\(found["bad.mp4"]?.report.reason ?? "nil")")
    #expect(found["good.mp4"]?.pose != nil)
  }

  @Test(.enabled(if: FaultHooks.areThere, FaultHooks.absence))
  func `a silent pose worker is killed when patience ends`() throws {
    try files.folder.write("FAULT:sleep\n", to: "sleep.mp4")
    let found = try files.examine(["sleep.mp4"], try options { $0.patience = .milliseconds(400) })
    #expect(found["sleep.mp4"]?.report.status == .timeout)
  }
}
