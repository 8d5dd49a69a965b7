import CTurboJPEG
import MediaFacts
import ReelLibrary
import Testing

@Suite struct JPEGEncoderTests {
  /// A picture that is smooth, so that JPEG keeps it, and different in each plane.
  private static func still(_ width: Int, _ height: Int) throws -> StillPixels {
    let size = try #require(PixelSize(width: width, height: height))
    let (chromaWidth, chromaHeight) = ((width + 1) / 2, (height + 1) / 2)
    func plane(_ width: Int, _ height: Int, _ value: (Int, Int) -> Int) -> [UInt8] {
      (0..<height).flatMap { y in (0..<width).map { x in UInt8(value(x, y)) } }
    }
    let bytes =
      plane(width, height) { x, y in 40 + x * 150 / width + y * 50 / height }
      + plane(chromaWidth, chromaHeight) { x, _ in 90 + x * 60 / chromaWidth }
      + plane(chromaWidth, chromaHeight) { _, y in 180 - y * 60 / chromaHeight }
    return StillPixels(frame: StillFrame(size: size, timeMilliseconds: 0, reason: .clear), bytes: bytes)
  }

  @Test(arguments: [(360, 640), (360, 203), (64, 48), (3, 5), (1, 1), (1, 640), (360, 1)])
  func `a picture comes back from its JPEG, plane by plane`(width: Int, height: Int) throws {
    let still = try Self.still(width, height)
    let jpeg = try JPEGEncoder.encode(still, quality: 95)
    #expect(jpeg.starts(with: [0xff, 0xd8, 0xff]) && jpeg.suffix(2) == [0xff, 0xd9])

    let decompressor = tjInitDecompress()
    defer { tjDestroy(decompressor) }
    var (foundWidth, foundHeight, subsampling, colorspace) = (Int32(0), Int32(0), Int32(0), Int32(0))
    let count = UInt(jpeg.count)
    #expect(
      tjDecompressHeader3(decompressor, jpeg, count, &foundWidth, &foundHeight, &subsampling, &colorspace) == 0)
    #expect(foundWidth == Int32(width) && foundHeight == Int32(height))
    #expect(subsampling == Int32(TJSAMP_420.rawValue) && colorspace == Int32(TJCS_YCbCr.rawValue))
    // libturbojpeg gives a luma plane with even sides.
    let (evenWidth, evenHeight) = ((width + 1) / 2 * 2, (height + 1) / 2 * 2)
    var bytes = [UInt8](repeating: 0, count: evenWidth * evenHeight * 3 / 2)
    #expect(UInt(bytes.count) == tjBufSizeYUV2(foundWidth, 1, foundHeight, subsampling))
    #expect(tjDecompressToYUV2(decompressor, jpeg, count, &bytes, foundWidth, 1, foundHeight, 0) == 0)
    let found =
      (0..<height).flatMap { bytes[$0 * evenWidth..<$0 * evenWidth + width] } + bytes[(evenWidth * evenHeight)...]
    let worst = zip(found, still.bytes).map { abs(Int($0) - Int($1)) }.max() ?? 255
    #expect(found.count == still.bytes.count && worst <= 6)
  }

  @Test func `quality costs bytes, and the same picture gives the same ones`() throws {
    let still = try Self.still(360, 640)
    #expect(try JPEGEncoder.encode(still, quality: 40).count < JPEGEncoder.encode(still, quality: 95).count)
    #expect(try JPEGEncoder.encode(still) == JPEGEncoder.encode(still))
  }
}
