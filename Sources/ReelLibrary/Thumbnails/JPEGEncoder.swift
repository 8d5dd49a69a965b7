import CTurboJPEG
import MediaFacts

/// Writes pictures as JPEG, without touching their colours: JPEG's own are what `StillFrame` documents.
public enum JPEGEncoder {
  /// The quality of a catalog's thumbnails, on libjpeg's scale of 1 to 100.
  public static let standardQuality = 80

  /// The picture as a JPEG file. Costs about 0.4 ms for a thumbnail; any thread.
  ///
  /// - Throws: `LibraryError.system` when libturbojpeg fails, which is out of memory.
  public static func encode(_ still: StillPixels, quality: Int = standardQuality) throws(LibraryError) -> [UInt8] {
    precondition((1...100).contains(quality), "libjpeg's quality is 1 to 100")
    guard let compressor = tjInitCompress() else { throw failure(nil) }
    defer { tjDestroy(compressor) }
    let size = still.frame.size
    let chromaWidth = (size.width + 1) / 2
    let chromaCount = chromaWidth * ((size.height + 1) / 2)
    let luma = evenLuma(of: still)
    let chroma = still.bytes.suffix(2 * chromaCount)

    let subsampling = Int32(TJSAMP_420.rawValue)
    let most = Int(tjBufSize(Int32(size.width), Int32(size.height), subsampling))
    let jpeg = luma.withUnsafeBufferPointer { luma in
      chroma.withUnsafeBufferPointer { chroma in
        [UInt8](unsafeUninitializedCapacity: most) { jpeg, count in
          var planes = [luma.baseAddress, chroma.baseAddress, chroma.baseAddress?.advanced(by: chromaCount)]
          let strides = [2 * chromaWidth, chromaWidth, chromaWidth].map { Int32($0) }
          var destination = jpeg.baseAddress
          var jpegCount = UInt(most)
          // Without reallocation: the buffer is the array's, and large enough for any picture of this size.
          let status = tjCompressFromYUVPlanes(
            compressor, &planes, Int32(size.width), strides, Int32(size.height), subsampling, &destination, &jpegCount,
            Int32(quality), TJFLAG_NOREALLOC)
          count = status == 0 ? Int(jpegCount) : 0
        }
      }
    }
    guard !jpeg.isEmpty else { throw failure(compressor) }
    return jpeg
  }

  /// The first plane with even sides, as libturbojpeg reads it whatever the picture's size: edges are repeated, so that what
  /// is beyond them does not show in the blocks that they share.
  private static func evenLuma(of still: StillPixels) -> ArraySlice<UInt8> {
    let (width, height) = (still.frame.size.width, still.frame.size.height)
    let luma = still.bytes.prefix(width * height)
    guard !width.isMultiple(of: 2) || !height.isMultiple(of: 2) else { return luma }
    var even: [UInt8] = []
    even.reserveCapacity((width + 1) * (height + 1))
    for y in 0..<(height + 1) / 2 * 2 {
      let row = luma.dropFirst(min(y, height - 1) * width).prefix(width)
      even += row
      if !width.isMultiple(of: 2), let last = row.last { even.append(last) }
    }
    return even[...]
  }

  private static func failure(_ compressor: tjhandle?) -> LibraryError {
    let words = tjGetErrorStr2(compressor).map { String(cString: $0) } ?? "no memory"
    return LibraryError(.system, "cannot make a JPEG: \(words)")
  }
}
