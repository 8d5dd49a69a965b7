import Glibc
import MediaFacts
import ReelCatalog
import ReelLibrary

/// The measuring itself, outside the main actor.
enum LookBench {
  static func run(_ arguments: [String]) -> Int32 {
    guard arguments.count >= 4, let width = Int(arguments[0]), width > 0, ["pose", "text"].contains(arguments[1]),
      let count = Int(arguments[2]), PoseOrder.frameCounts.contains(count)
    else {
      return complain("usage: bench-look WIDTH pose|text PICTURES FILE...", status: 64)
    }
    do {
      let options: WorkerPoolOptions
      if arguments[1] == "pose" {
        let order = PoseOrder(frameCount: count)
        options = .look(pose: PoseWork(files: try PoseFiles.locate(), order: order), width: width)
      } else {
        let order = TextOrder(pictureCount: count)
        options = .look(text: TextWork(data: try TextData.locate(), order: order), width: width)
      }
      try look(at: Array(arguments.dropFirst(3)), options)
      return 0
    } catch let error as LibraryError {
      return complain("bench-look: \(error.path?.text ?? ""): \(error.message)", status: 1)
    } catch {
      return complain("bench-look: \(error)", status: 1)
    }
  }

  private static func look(at files: [String], _ options: WorkerPoolOptions) throws {
    let pool = try WorkerPool(executable: try WorkerExecutable.locate(), options: options)
    let root = try LibraryFolder(root: PathBytes("/")).openRoot()
    let jobs = files.indices.lazy.map { number in
      ExaminationJob(token: number) { () throws(MediaFile.Refusal) in
        try MediaFile.open(absolute(files[number]), below: root)
      }
    }
    let clock = SuspendingClock()
    let start = clock.now
    // Of words nobody says how many pictures were looked at.
    var frameCount = 0
    _ = try pool.examine(jobs) { token, examination in
      frameCount += examination.pose?.frames.count ?? 0
      print(line(token, examination))
    }
    let seconds = start.duration(to: clock.now) / .seconds(1)
    let spent = cpuMilliseconds()
    let each = frameCount > 0 ? "\(frameCount) pictures, \(spent / Double(frameCount)) CPU ms a picture, " : ""
    _ = complain(
      "\(files.count) files, \(each)\(seconds) s, \(spent) CPU ms, largest worker \(largestChildMegabytes()) MB",
      status: 0)
  }

  private static func line(_ number: Int, _ examination: Examination) -> String {
    // The number says which file it is, whatever is in its name.
    var line = "{\"file\": \(number), \"status\": \"\(examination.report.status.rawValue)\""
    if let text = examination.text { line += ", \"whole\": \(text.isWhole), \"lines\": [\(lines(text))]" }
    guard let track = examination.pose else { return line + "}" }
    line += ", \"width\": \(track.pictureSize.width), \"height\": \(track.pictureSize.height)"
    line += ", \"whole\": \(track.isWhole), \"cuts\": \(track.cuts), \"frames\": ["
    line += track.frames.map { frame in
      let points = frame.landmarks.map { landmarks in
        landmarks.map {
          "[\($0.x), \($0.y), \($0.visibility), \($0.presence), \($0.worldX), \($0.worldY), \($0.worldZ)]"
        }
        .joined(separator: ", ")
      }
      // A text: not every reader's numbers have 64 bits.
      let hash = frame.pictureHash.map { "\"\(String($0.bits, radix: 16))\"" }
      let values = [
        "\(frame.timeMilliseconds)", "\(frame.isDetection)", points.map { "[\($0)]" } ?? "null", hash ?? "null",
      ]
      return "[\(values.joined(separator: ", "))]"
    }.joined(separator: ", ")
    return line + "]}"
  }

  private static func lines(_ text: ScreenText) -> String {
    text.lines.map { line in
      // No quote, backslash or control character is worth keeping here.
      let words = line.text.filter { $0 != "\"" && $0 != "\\" && $0 >= " " }
      let box = [line.box.left, line.box.top, line.box.right, line.box.bottom]
      return "{\"text\": \"\(words)\", \"from\": \(line.startMilliseconds), \"to\": \(line.endMilliseconds), "
        + "\"score\": \(line.score), \"language\": \"\(line.language.code)\", \"box\": \(box)}"
    }.joined(separator: ", ")
  }

  /// A file's path below `/`.
  private static func absolute(_ path: String) -> PathBytes {
    guard let resolved = realpath(path, nil) else { return PathBytes(path) }
    defer { free(resolved) }
    return PathBytes(
      UnsafeBufferPointer(start: resolved, count: strlen(resolved)).dropFirst().map(UInt8.init(bitPattern:)))
  }

  /// The processor time of the workers, which have ended.
  private static func cpuMilliseconds() -> Double {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    var sum = 0.0
    for time in [usage.ru_utime, usage.ru_stime] {
      sum += Double(time.tv_sec) * 1000
      sum += Double(time.tv_usec) / 1000
    }
    return sum
  }

  private static func largestChildMegabytes() -> Int {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    return usage.ru_maxrss / 1024
  }

  private static func complain(_ message: String, status: Int32) -> Int32 {
    let line = Array("\(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    return status
  }
}
