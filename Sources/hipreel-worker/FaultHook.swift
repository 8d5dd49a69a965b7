#if FAULT_HOOKS
  import Glibc
  import MediaFacts

  /// Misbehaviour on demand, in debug builds only: a file that begins with `FAULT:` and a word gets it.
  ///
  /// This is how the tests learn that the parent survives each way a worker can fail.
  enum FaultHook: String {
    case segv, abort, trap, exit0, spin, sleep, oom, garbage, lie, place, shrink

    /// Does what the file asks for, if anything; returns when the worker is to go on as usual.
    static func act(on file: Int32, memory: Int32?, request: Request, send: ([UInt8]) -> Bool) {
      var bytes = [UInt8](repeating: 0, count: 32)
      let count = unsafe pread(file, &bytes, bytes.count, 0)
      let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      guard text.hasPrefix("FAULT:") else { return }
      let word = String(text.dropFirst("FAULT:".count).prefix { $0.isLetter || $0.isNumber })
      FaultHook(rawValue: word)?.act(memory: memory, request: request, send: send)
    }

    private func act(memory: Int32?, request: Request, send: ([UInt8]) -> Bool) {
      switch self {
      case .segv: raise(SIGSEGV)
      case .abort: Glibc.abort()
      case .trap: preconditionFailure("asked for")
      case .exit0: exit(0)
      case .spin: while true {}
      case .sleep: while true { _ = Glibc.sleep(100) }
      case .oom:
        var blocks: [[UInt8]] = []
        while true { blocks.append([UInt8](repeating: 1, count: 64 << 20)) }
      case .garbage:
        _ = send([9, 9, 9])
        exit(3)
      case .lie:
        // Well formed, and nothing in it can be.
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
      case .place:
        // What the parent asks for only with --keep-location.
        let report = Report(status: .damaged, location: "+48.2+016.3/")
        for body: Reply.Body in [.facts(report), .still(nil)] {
          _ = send(Reply(sequence: request.sequence, body: body).encoded)
        }
      case .shrink:
        // Where the parent's memory is sealed this fails, and the file is an ordinary one.
        guard let memory, ftruncate(memory, 0) != 0 else { exit(7) }
      }
    }
  }
#endif
