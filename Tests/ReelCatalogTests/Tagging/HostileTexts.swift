import ReelCatalog
import TestSupport

/// Random texts of vocabulary words, marks, joiners and characters of any script.
struct HostileTexts {
  private var random: SeededRandom

  private static let pieces = [
    "squat", "Hip", "flexor", "stretch", "clamshell", "90", "/", "#", "@", "http:", "www.", ".mp4", "'", "-", "—", "_",
    "not ", "stop ", "ß", "é", "e\u{301}", "ﬁ", "ｈｉｐ", "𝗵𝗶𝗽", "🔥", "👩‍🦽", "\u{200D}", "\u{FEFF}", "\u{202E}", "İ", "Ǆ",
    "Κ", "臀", "\u{0}", "\n", "\r\n", " ", "  ", ",", ". ", "hüftbeuger", "Kniebeuge", "almeja", "d'", "l’", "3x10", "右",
  ]

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func next() -> (text: String, kind: TextKind) {
    var text = ""
    for _ in 0..<Int.random(in: 0...24, using: &random) {
      if Bool.random(using: &random), let piece = Self.pieces.randomElement(using: &random) {
        text += piece
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return (text, TextKind.allCases.randomElement(using: &random) ?? .caption)
  }
}
