import Foundation
import Glibc
import MediaFacts
import ReelCatalog
import ReelLibrary
import TestMedia
import TestSupport
import Testing

@Suite struct WorkerPoolTests {
  private let files: ExaminedFolder

  init() throws {
    files = try ExaminedFolder()
    try TestVideo().write(to: files.folder.path(of: "good.mp4"))
  }

  @Test func `a video gives its facts, its picture and its stamp`() throws {
    let found = try #require(try files.examine(["good.mp4"])["good.mp4"])
    #expect(found.report.status == .ok)
    #expect(found.report.video?.durationMilliseconds == 2000)
    #expect(found.report.video?.displaySize == PixelSize(width: 64, height: 48))
    let still = try #require(found.still)
    #expect(still.frame.size == PixelSize(width: 64, height: 48))
    #expect(Set(still.bytes.prefix(64 * 48)).count > 50)
    #expect(found.stamp?.byteCount == (try files.folder.read("good.mp4").count))
  }

  @Test func `facts alone need no picture`() throws {
    let found = try files.examine(["good.mp4"], ExaminedFolder.options { $0.still = nil })
    #expect(found["good.mp4"]?.report.status == .ok && found["good.mp4"]?.still == nil)
  }

  @Test func `results carry their tokens and are handed over on the caller's thread`() throws {
    let caller = Thread.current
    var tokens: Set<Int> = []
    let isWhole = try files.pool().examine((0..<40).lazy.map { files.job($0 * 3, "good.mp4") }) { token, found in
      #expect(Thread.current === caller && found.report.status == .ok)
      tokens.insert(token)
    }
    #expect(isWhole && tokens == Set((0..<40).map { $0 * 3 }))
  }

  @Test func `what is prepared on the pool's threads reaches the caller`() throws {
    var sizes: [Int] = []
    _ = try files.pool().examine((0..<3).map { files.job($0, "good.mp4") }) { _, found in
      Result { try found.still.map { try JPEGEncoder.encode($0).count } ?? 0 }
    } receive: { size in
      sizes.append(try size.get())
    }
    #expect(sizes.count == 3 && Set(sizes).count == 1 && sizes[0] > 100)
  }

  @Test func `an error of the receiver ends the work and comes out`() throws {
    struct Full: Error {}
    var count = 0
    #expect(throws: Full.self) {
      try files.pool().examine((0..<1000).lazy.map { files.job($0, "good.mp4") }) { _, _ in
        count += 1
        throw Full()
      }
    }
    #expect(count == 1)
  }

  @Test func `a pool without files does nothing`() throws {
    #expect(try files.pool().examine([]) { _, _ in Issue.record("there was nothing to receive") })
  }

  @Test func `a worker serves many files without keeping any`() throws {
    // Two descriptors a file: one that is kept would meet the worker's limit of 16 at once.
    let options = ExaminedFolder.options { ($0.width, $0.filesPerWorker) = (1, 1000) }
    var count = 0
    _ = try files.pool(options).examine((0..<500).lazy.map { files.job($0, "good.mp4") }) { _, found in
      if found.report.status == .ok { count += 1 }
    }
    #expect(count == 500)
    // Nor does this process: other tests open files of their own, so only this folder's are counted.
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter { number in
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)") else {
        return false
      }
      return target.hasPrefix(files.folder.path + "/")
    }
    #expect(open.isEmpty)
  }

  @Test(arguments: [1, 3])
  func `a worn worker is replaced`(filesPerWorker: Int) throws {
    let options = ExaminedFolder.options { ($0.width, $0.filesPerWorker) = (1, filesPerWorker) }
    var count = 0
    _ = try files.pool(options).examine((0..<7).map { files.job($0, "good.mp4") }) { _, found in
      if found.report.status == .ok { count += 1 }
    }
    #expect(count == 7)
  }

  @Test func `hundreds of damaged variants of a video crash no worker`() throws {
    var random = SeededRandom(seed: 2)
    var names: [String] = []
    for muxer in ["mp4", "matroska", "avi", "mpegts"] {
      var video = TestVideo()
      (video.muxer, video.encoder) = (muxer, muxer == "avi" ? "mpeg4" : "libx264")
      if let codec = ["mp4": "mov_text", "matroska": "ass"][muxer] {
        video.subtitles = [TestSubtitles(codec: codec, cues: [(0, 500, "hips up"), (900, 500, "hips down")])]
        video.chapters = [(0, 900, "one"), (900, 2000, "two")]
      }
      try video.write(to: files.folder.path(of: "whole"))
      let whole = try files.folder.read("whole")
      for number in 0..<100 {
        var bytes = whole
        for _ in 0..<random.pick([1, 2, 5, 20]) {
          bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
        }
        names.append("\(muxer)-\(number)")
        try files.folder.write(bytes, to: "\(muxer)-\(number)")
      }
    }
    let options = ExaminedFolder.options { ($0.subtitles, $0.keepsLocation) = (WorkLimits(), true) }
    let statuses = try files.examine(names, options).mapValues(\.report.status)
    #expect(statuses.count == names.count)
    #expect(!statuses.values.contains { [.crashed, .timeout, .outOfMemory].contains($0) })
    #expect(statuses.values.contains(.ok))
  }

  @Test func `a program that is no worker is told at once`() throws {
    for (program, reason) in [
      ("/bin/true", "it exited with status 0 instead of starting"),
      ("/nowhere/hipreel-worker", "does not start: no such file or directory"),
    ] {
      let pool = try WorkerPool(executable: PathBytes(program), options: ExaminedFolder.options())
      let error = #expect(throws: LibraryError.self) { try pool.examine([files.job(0, "good.mp4")]) { _, _ in } }
      #expect(error?.code == .workerBroken)
      #expect(error?.message == reason)
      #expect(error?.path == PathBytes(program))
    }
  }
}
