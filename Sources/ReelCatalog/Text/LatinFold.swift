/// Folds single characters to the letters that words are compared by.
enum LatinFold {
  /// What one scalar becomes.
  enum Result {
    /// One or two lower-case letters: `ß` is two.
    case letters(UInt8, UInt8?, isUpper: Bool)
    case digit(UInt8)
    /// Belongs to the letter before it: a combining mark, a variation selector, a joiner.
    case ignored
    /// A letter of a script that no name in the vocabulary uses.
    case foreign
    case separator
  }

  static func fold(_ scalar: Unicode.Scalar) -> Result {
    let value = scalar.value
    switch value {
    case 0x41...0x5A: return .letters(UInt8(value) + 0x20, nil, isUpper: true)
    case 0x61...0x7A: return .letters(UInt8(value), nil, isUpper: false)
    case 0x30...0x39: return .digit(UInt8(value))
    case 0..<0x80: return .separator
    case 0x300...0x36F, 0xFE00...0xFE0F, 0x200B...0x200D, 0x20E3, 0xAD: return .ignored
    // Full-width forms repeat ASCII.
    case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0).map(fold) ?? .separator
    // The bold, italic and script alphabets that people paste into captions: runs of A–Z, a–z.
    case 0x1D400...0x1D6A3:
      let place = UInt8((value - 0x1D400) % 52)
      return place < 26
        ? .letters(UInt8(ascii: "a") + place, nil, isUpper: true)
        : .letters(UInt8(ascii: "a") + place - 26, nil, isUpper: false)
    case 0x1D7CE...0x1D7FF: return .digit(UInt8(ascii: "0") + UInt8((value - 0x1D7CE) % 10))
    default: return latin(scalar)
    }
  }

  private static func latin(_ scalar: Unicode.Scalar) -> Result {
    let place = Int(scalar.value) - 0x80
    if table.indices.contains(place), let letters = table[place] {
      return .letters(letters.first, letters.second, isUpper: scalar.properties.isUppercase)
    }
    // Some lookalikes of punctuation are letters to Unicode.
    return scalar.properties.isAlphabetic && Lookalike.plain(scalar) == nil ? .foreign : .separator
  }

  /// Latin-1 and Latin Extended-A, both cases, in the spelling without accents.
  private static let table: [(first: UInt8, second: UInt8?)?] = {
    let rows = [
      ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"), ("oe", "œ"),
      ("r", "ŕŗř"), ("s", "śŝşš"), ("ss", "ß"), ("t", "ţťŧ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"),
      ("z", "źżž"), ("th", "þ"),
    ]
    var table: [(first: UInt8, second: UInt8?)?] = Array(repeating: nil, count: 0x200 - 0x80)
    for (plain, accented) in rows {
      let letters = Array(plain.utf8)
      for scalar in accented.unicodeScalars {
        for form in [scalar] + Array(scalar.properties.uppercaseMapping.unicodeScalars) where form.value >= 0x80 {
          let place = Int(form.value) - 0x80
          if table.indices.contains(place) { table[place] = (letters[0], letters.count > 1 ? letters[1] : nil) }
        }
      }
    }
    return table
  }()
}
