public import MediaFacts

/// A picture of red, green and blue, a byte each: row by row from the top, without padding.
public struct RGBPicture: Sendable, Equatable {
  public let size: PixelSize
  /// Exactly three bytes for each pixel.
  public let bytes: [UInt8]

  public init(size: PixelSize, bytes: [UInt8]) {
    precondition(bytes.count == 3 * size.width * size.height, "the bytes fill the picture")
    self.size = size
    self.bytes = bytes
  }

  /// Converts a still. Its colours are JPEG's: full range, the matrix of ITU-R BT.601 (JFIF 1.02, page 3).
  public init(_ still: StillPixels) {
    let (width, height) = (still.frame.size.width, still.frame.size.height)
    let chromaWidth = (width + 1) / 2
    let blues = width * height
    let reds = blues + chromaWidth * ((height + 1) / 2)
    let planes = still.bytes
    // In steps of 1/65,536.
    func byte(_ value: Int) -> UInt8 { UInt8(clamping: (value + 32_768) >> 16) }
    size = still.frame.size
    bytes = [UInt8](unsafeUninitializedCapacity: 3 * width * height) { pixels, count in
      for y in 0..<height {
        for x in 0..<width {
          let luma = Int(planes[y * width + x]) << 16
          let chroma = y / 2 * chromaWidth + x / 2
          let blue = Int(planes[blues + chroma]) - 128
          let red = Int(planes[reds + chroma]) - 128
          pixels[count] = byte(luma + 91_881 * red)
          pixels[count + 1] = byte(luma - 22_554 * blue - 46_802 * red)
          pixels[count + 2] = byte(luma + 116_130 * blue)
          count += 3
        }
      }
    }
  }
}
