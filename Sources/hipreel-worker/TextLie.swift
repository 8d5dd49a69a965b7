#if FAULT_HOOKS
  import MediaFacts

  /// Words in which something cannot be, in debug builds only: `FAULT:` and its name, for a worker that reads pictures.
  enum TextLie: String {
    case newline, turned, early, sure, long, crowd

    /// Answers with the lie; false when nobody ordered words.
    func tell(_ request: Request, send: ([UInt8]) -> Bool) -> Bool {
      guard request.text != nil, let box = ScreenBox(left: 0, top: 0, right: 1000, bottom: 1) else { return false }
      var line = ScreenLine(
        text: "words", startMilliseconds: 500, endMilliseconds: 900, box: box, score: 90, language: .english)
      switch self {
      case .newline: line.text = "two\nlines"
      case .turned: line.text = "turned \u{202E}round"
      case .early: line.endMilliseconds = 100
      case .sure: line.score = 101
      case .long: line.text = String(repeating: "w", count: ScreenText.lineByteCount + 1)
      case .crowd: break
      }
      let count = self == .crowd ? ScreenText.largestLineCount + 1 : 1
      let text = ScreenText(pictureSize: .thumbnailBox, lines: Array(repeating: line, count: count))
      let report = TextReport(status: .ok, text: text)
      _ = send(Reply(sequence: request.sequence, body: .text(report)).encoded)
      return true
    }
  }
#endif
