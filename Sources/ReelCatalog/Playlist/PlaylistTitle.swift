/// Titles that stay titles: a caption can hold anything, a playlist's line can't.
enum PlaylistTitle {
  static let byteLimit = 200

  /// `BLOCK - TITLE (SIDE, CUE)`.
  ///
  /// VLC splits a title at the first " - " into artist and name, and one without at a comma, so that "Switch, left"
  /// would be shown as "left". With a block in front of it, VLC leaves the rest alone.
  static func line(_ entry: Playlist.Entry) -> String {
    let block = clean(entry.block).replacing(" - ", with: " – ")
    return "\(block.isEmpty ? "Reel" : block) - \(entry.fullTitle)"
  }

  /// The text on one line, without what players would take for an instruction, and no longer than `byteLimit`.
  static func clean(_ text: String) -> String {
    let spaced = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.breaksLine ? " " : $0 }))
    var words = spaced.split(separator: " ").joined(separator: " ")[...]
    while words.first == "#" || words.first == " " { words = words.dropFirst() }
    return capped(broken(String(words)))
  }

  /// `#EXT` anywhere with a space in it: VLC looks for some of these words in the whole head of the file.
  private static func broken(_ text: String) -> String {
    var broken = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      broken.unicodeScalars.append(scalar)
      if scalar == "#", String(rest.prefix(3)).lowercased() == "ext" { broken += " " }
    }
    return broken
  }

  private static func capped(_ text: String) -> String {
    guard text.utf8.count > byteLimit else { return text }
    var capped = ""
    for character in text {
      guard capped.utf8.count + character.utf8.count <= byteLimit else { break }
      capped.append(character)
    }
    return capped
  }
}
