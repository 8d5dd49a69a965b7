/// An animated GIF written byte by byte, so that a test decides about its transparency.
public struct TestGIF: Sendable {
  public var width: Int
  public var height: Int
  /// Red, green, blue; at most 128 colours.
  public var palette: [(UInt8, UInt8, UInt8)]
  /// The palette's entry that shows what is behind, if any.
  public var transparent: UInt8?
  /// How long each picture is shown, in hundredths of a second.
  public var delay = 10
  /// One index into the palette a pixel, row by row.
  public var frames: [[UInt8]]

  public init(width: Int, height: Int, palette: [(UInt8, UInt8, UInt8)], frames: [[UInt8]]) {
    self.width = width
    self.height = height
    self.palette = palette
    self.frames = frames
  }

  public var bytes: [UInt8] {
    func short(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    let colors = palette + Array(repeating: (0, 0, 0), count: 128 - palette.count)
    // A global table of 2^(6+1) colours.
    var bytes = Array("GIF89a".utf8) + short(width) + short(height) + [0xf6, 0, 0]
    bytes += colors.flatMap { [$0.0, $0.1, $0.2] }
    for frame in frames {
      // Bit 0 says that there is a transparent colour; 0x08 restores the background before the next picture.
      bytes += [0x21, 0xf9, 4, transparent == nil ? 0x08 : 0x09] + short(delay) + [transparent ?? 0, 0]
      bytes += [0x2c] + short(0) + short(0) + short(width) + short(height) + [0]
      bytes += Self.compressed(frame)
    }
    return bytes + [0x3b]
  }

  /// LZW that never uses its dictionary: eight-bit codes, cleared before they would grow to nine.
  private static func compressed(_ pixels: [UInt8]) -> [UInt8] {
    var codes: [UInt8] = []
    for (index, pixel) in pixels.enumerated() {
      if index.isMultiple(of: 100) { codes.append(128) }
      codes.append(pixel)
    }
    codes.append(129)
    var bytes: [UInt8] = [7]
    for start in stride(from: 0, to: codes.count, by: 255) {
      let block = codes[start..<min(start + 255, codes.count)]
      bytes += [UInt8(block.count)] + block
    }
    return bytes + [0]
  }
}
