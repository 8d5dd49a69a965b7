import ReelCatalog

/// The words on a reel's picture, for people.
enum OnScreenText {
  /// For `show`: the words with their moments, then the parts of a compilation with the command that plays one of them alone.
  static func facts(_ reel: Reel) -> [(String, String)] {
    let words = reel.evidence.filter { $0.source == .onScreen }.map { item in
      ("on screen", (item.field.map { "\($0) " } ?? "") + oneLine(item.text))
    }
    let parts = reel.partsOnScreen
    guard !parts.isEmpty else { return words }
    let shown = parts.map { part in
      (
        "part",
        "\(HumanText.clock(milliseconds: part.milliseconds.lowerBound))-\(HumanText.clock(milliseconds: part.milliseconds.upperBound)) \(part.exercise)"
      )
    }
    let first = parts[0].milliseconds
    let trim = "hipreel trim \(reel.id) \(seconds(first.lowerBound)) \(seconds(first.upperBound))"
    return words + shown + [("proposed", "\(trim), to play only the first part")]
  }

  /// Two spaces and line ends are borders of lines on the picture.
  private static func oneLine(_ text: String) -> String {
    text.replacing("\n", with: " / ").replacing("  ", with: " / ")
  }

  /// `4.5`, `19`
  private static func seconds(_ milliseconds: Int) -> String {
    let tenths = milliseconds % 1000 / 100
    return "\(milliseconds / 1000)" + (tenths == 0 ? "" : ".\(tenths)")
  }
}
