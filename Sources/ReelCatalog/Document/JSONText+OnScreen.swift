import MediaFacts

extension JSONText {
  /// Writes the words on a picture as one object.
  ///
  /// - Parameter parts: The parts of a compilation that follow from them; no reader takes them from here.
  public mutating func onScreen(_ onScreen: OnScreen, parts: [OnScreen.Part] = []) {
    object { json in
      json.member("lines") { json in json.array { json in for line in onScreen.lines { json.line(line) } } }
      json.member("whole", onScreen.isWhole)
      guard !parts.isEmpty else { return }
      json.member("parts") { json in json.array { json in for part in parts { json.part(part) } } }
    }
  }

  private mutating func line(_ line: OnScreen.Line) {
    let read = line.read
    object(.inline) { json in
      json.member("text", read.text)
      json.member("fromMs", read.startMilliseconds)
      json.member("toMs", read.endMilliseconds)
      json.member("box") { json in
        json.object(.inline) { json in
          json.member("left", read.box.left)
          json.member("top", read.box.top)
          json.member("right", read.box.right)
          json.member("bottom", read.box.bottom)
        }
      }
      json.member("score", read.score)
      json.member("language", read.language.code)
      if line.isWatermark { json.member("watermark", true) }
    }
  }

  private mutating func part(_ part: OnScreen.Part) {
    object(.inline) { json in
      json.member("exercise", part.exercise)
      json.member("fromMs", part.milliseconds.lowerBound)
      json.member("toMs", part.milliseconds.upperBound)
    }
  }
}
