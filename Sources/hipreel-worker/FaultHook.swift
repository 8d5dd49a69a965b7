#if FAULT_HOOKS
  import CLinux
  import Glibc
  import MediaFacts

  /// Misbehaviour on demand, in debug builds only, for a file that starts with `FAULT:` and a word.
  ///
  /// This is how the tests check that the parent survives every way a worker can fail.
  enum FaultHook: String {
    case segv, abort, trap, exit0, spin, sleep, slow, oom, garbage, lie, place, shrink, attack

    /// Does what the file asks for, if anything.
    ///
    /// - Returns: Whether that was the answer; if not, the worker continues as usual.
    static func act(on file: Int32, memory: Int32?, request: Request, send: ([UInt8]) -> Bool) -> Bool {
      var bytes = [UInt8](repeating: 0, count: 32)
      let count = unsafe pread(file, &bytes, bytes.count, 0)
      let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      guard text.hasPrefix("FAULT:") else { return false }
      let word = String(text.dropFirst("FAULT:".count).prefix { $0.isLetter || $0.isNumber })
      return FaultHook(rawValue: word)?.act(memory: memory, request: request, send: send) ?? false
    }

    private func act(memory: Int32?, request: Request, send: ([UInt8]) -> Bool) -> Bool {
      switch self {
      case .segv: raise(SIGSEGV)
      case .abort: Glibc.abort()
      case .trap: preconditionFailure("asked for")
      case .exit0: exit(0)
      case .spin: while true {}
      case .sleep:
        // The jail forbids sleeping: a futex that nobody wakes is the only thing to wait for.
        var mutex = unsafe pthread_mutex_t()
        unsafe pthread_mutex_lock(&mutex)
        unsafe pthread_mutex_lock(&mutex)
      case .slow:
        // Within the parent's deadline: it must not mistake slowness for death.
        let clock = SuspendingClock()
        let end = clock.now + .milliseconds(600)
        while clock.now < end {}
      case .oom:
        var blocks: [[UInt8]] = []
        while true { blocks.append([UInt8](repeating: 1, count: 64 << 20)) }
      case .garbage:
        _ = send([9, 9, 9])
        exit(3)
      case .lie:
        // Well formed, but nothing in it is possible.
        let size = PixelSize.thumbnailBox
        let video = VideoFacts(
          container: "mov", durationMilliseconds: .max, durationSource: .header, displaySize: size, codedSize: size,
          rotation: 45, videoCodec: "h264")
        for body: Reply.Body in [
          .facts(Report(status: .ok, video: video)),
          .still(StillFrame(size: size, timeMilliseconds: -1, reason: .first)),
        ] {
          _ = send(Reply(sequence: request.sequence, body: body).encoded)
        }
        return true
      case .place:
        // What the parent asks for only with --keep-location.
        let report = Report(status: .damaged, location: "+48.2+016.3/")
        answer(report, to: request, send: send)
        return true
      case .shrink:
        // If the parent's memory is sealed this fails, and the file is an ordinary one.
        guard let memory, ftruncate(memory, 0) != 0 else { exit(7) }
      case .attack:
        // Between two files, like code that a file brought in; the worker lives on and answers.
        let attacks = Attempt.all.filter { !$0.kills }
        let allowed = attacks.filter { !Attempt.isRefusal($0.makeHere()) }.map(\.name)
        let reason = allowed.isEmpty ? "refused \(attacks.count) attacks" : "allowed " + allowed.joined(separator: " ")
        answer(Report(status: .damaged, reason: reason), to: request, send: send)
        return true
      }
      return false
    }

    /// Sends a report without a picture and without subtitles.
    private func answer(_ report: Report, to request: Request, send: ([UInt8]) -> Bool) {
      for product in request.products {
        let body: Reply.Body =
          switch product {
          case .facts: .facts(report)
          case .still: .still(nil)
          case .subtitles: .subtitles([])
          }
        _ = send(Reply(sequence: request.sequence, body: body).encoded)
      }
    }
  }
#endif
