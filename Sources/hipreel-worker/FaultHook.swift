#if FAULT_HOOKS
  import CLinux
  import Glibc
  import MediaFacts

  /// Misbehaviour on demand, in debug builds only, for a file that starts with `FAULT:` and a word.
  ///
  /// This is how the tests check that the parent survives every way a worker can fail.
  enum FaultHook: String {
    case segv, abort, trap, exit0, spin, sleep, slow, oom, garbage, lie, place, shrink, attack
    // While a video is copied, if it ends with the word: after a first part; sleeping, with an answer that is out of turn
    // or beyond the limit, or with the original instead of a clean copy.
    case copysegv, copysleep, copyearly, copybeyond, copyshort, copyleak

    /// Does what the file asks for, if anything.
    ///
    /// - Parameter isTaken: Waits until the parent has taken a part of a copy.
    /// - Returns: Whether that was the answer; if not, the worker continues as usual.
    static func act(
      on file: Int32, memory: Int32?, request: Request, send: ([UInt8]) -> Bool, isTaken: () -> Bool
    ) -> Bool {
      var bytes = [UInt8](repeating: 0, count: 32)
      let offset = request.copy == nil ? 0 : max(0, request.fileByteCount - bytes.count)
      let count = unsafe pread(file, &bytes, bytes.count, offset)
      let parts = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(
        separator: "FAULT:", omittingEmptySubsequences: false)
      guard parts.count > 1, let last = parts.last, request.copy != nil || parts[0].isEmpty else { return false }
      let word = String(last.prefix { $0.isLetter || $0.isNumber })
      if request.copy != nil { return FaultHook(rawValue: word)?.copy(file, memory, request, send, isTaken) ?? false }
      if let lie = TextLie(rawValue: word), lie.tell(request, send: send) { return true }
      if let lie = PoseLie(rawValue: word) { return lie.tell(request, memory: memory, send: send) }
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
      default: break
      }
      return false
    }

    /// Begins a copy and goes wrong.
    private func copy(
      _ file: Int32, _ memory: Int32?, _ request: Request, _ send: ([UInt8]) -> Bool, _ isTaken: () -> Bool
    ) -> Bool {
      func say(_ step: CopyStep) { _ = send(Reply(sequence: request.sequence, body: .copy(step)).encoded) }
      if self == .copyearly {
        say(.part(offset: 0, byteCount: 1))
        return true
      }
      guard let memory, let window = PictureMemory(descriptor: memory, byteCount: CopyOrder.windowByteCount) else {
        return false
      }
      say(.begun(.mp4, droppedSoundCount: 0))
      let count = unsafe pread(file, window.bytes.baseAddress, min(window.bytes.count, request.fileByteCount), 0)
      if self == .copybeyond {
        say(.part(offset: WireLimits.fileByteCount.upperBound, byteCount: 1))
        return true
      }
      say(.part(offset: 0, byteCount: count))
      guard isTaken() else { return false }
      switch self {
      case .copysegv: raise(SIGSEGV)
      case .copysleep: return act(sleepingWith: send)
      case .copyshort: say(.whole(byteCount: count + 1))
      default: say(.whole(byteCount: count))
      }
      return true
    }

    private func act(sleepingWith send: ([UInt8]) -> Bool) -> Bool {
      FaultHook.sleep.act(memory: nil, request: Request(sequence: 0, fileByteCount: 0), send: send)
    }

    /// Sends a report without a picture and without subtitles.
    private func answer(_ report: Report, to request: Request, send: ([UInt8]) -> Bool) {
      for product in request.products {
        let body: Reply.Body =
          switch product {
          case .facts: .facts(report)
          case .still: .still(nil)
          case .subtitles: .subtitles([])
          case .traces: .traces(nil)
          case .copy: .copy(.refused("asked for"))
          case .pose: .pose(PoseReport(status: report.status, reason: report.reason))
          case .text: .text(TextReport(status: report.status, reason: report.reason))
          }
        _ = send(Reply(sequence: request.sequence, body: body).encoded)
      }
    }
  }
#endif
