/// Bytes from a terminal that was asked about itself, sorted into its answers and what the person typed meanwhile.
struct TerminalAnswers {
  /// What the terminal can do (DA1, `CSI ? 62 ; 4 c`): its class first; nil until it said so.
  private(set) var attributes: [Int]?
  /// Whether it takes pictures by kitty's protocol.
  private(set) var takesKittyGraphics = false
  /// The size of a character in pixels (`CSI 6 ; height ; width t`).
  private(set) var cell: (width: Int, height: Int)?
  /// How many colours a sixel picture can have at once (`CSI ? 1 ; 0 ; colours S`).
  private(set) var colourCount: Int?

  private var keys: [UInt8] = []
  /// A sequence that has not ended.
  private var open: [UInt8] = []

  /// What is not an answer; the beginning of one that has not ended comes last.
  var typed: [UInt8] { keys + open }

  /// Whether the byte after an escape starts a string that ends with ST: APC, DCS, OSC, PM or SOS.
  static func startsString(_ byte: UInt8) -> Bool { "_P]^X".utf8.contains(byte) }

  mutating func take(_ byte: UInt8) {
    guard !open.isEmpty || byte == Self.escape else { return keys.append(byte) }
    open.append(byte)
    switch open.count {
    case 1: break
    case 2: if byte != UInt8(ascii: "["), !Self.startsString(byte) { giveBack() }
    default:
      if open[1] == UInt8(ascii: "[") {
        // ECMA-48, 5.4: parameters, then one byte of these.
        if (0x40...0x7E).contains(byte) { endSequence() }
      } else if byte == 0x07 || byte == UInt8(ascii: "\\") && open[open.count - 2] == Self.escape {
        if open.dropFirst(2).starts(with: "Gi=31;OK".utf8) { takesKittyGraphics = true }
        open = []
      }
    }
    if open.count > 64 { giveBack() }
  }

  private mutating func endSequence() {
    let isPrivate = open[2] == UInt8(ascii: "?")
    let text = String(decoding: open.dropFirst(isPrivate ? 3 : 2).dropLast(), as: UTF8.self)
    let numbers = text.split(separator: ";").map { Int($0) ?? -1 }
    switch (open.last.map { Character(Unicode.Scalar($0)) }, isPrivate) {
    case ("c", true): attributes = numbers
    case ("t", false) where numbers.count == 3 && numbers[0] == 6: cell = (numbers[2], numbers[1])
    case ("S", true):
      if numbers.count == 3, numbers[0] == 1, numbers[1] == 0 { colourCount = numbers[2] }
    default: return giveBack()
    }
    open = []
  }

  private mutating func giveBack() {
    keys += open
    open = []
  }

  private static let escape: UInt8 = 0x1B
}
