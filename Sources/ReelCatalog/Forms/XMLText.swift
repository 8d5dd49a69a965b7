/// Text inside XML and HTML elements.
enum XMLText {
  /// The text with `&`, `<` and `>` as entities (`>` too, because of `]]>`) and a space for what XML 1.0 cannot hold,
  /// written as a number or not.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case _ where scalar.value < 0x20, "\u{FFFE}", "\u{FFFF}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
