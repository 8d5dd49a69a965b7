import CFFmpeg
import MediaFacts

extension ColorTags {
  /// What the container's header says.
  init(_ parameters: UnsafeMutablePointer<AVCodecParameters>) {
    unsafe self.init(
      primaries: parameters.pointee.color_primaries, transfer: parameters.pointee.color_trc,
      matrix: parameters.pointee.color_space, range: parameters.pointee.color_range)
  }

  /// What a decoded picture says.
  init(_ frame: borrowing Frame) {
    unsafe self.init(
      primaries: frame.pointer.pointee.color_primaries, transfer: frame.pointer.pointee.color_trc,
      matrix: frame.pointer.pointee.colorspace, range: frame.pointer.pointee.color_range)
  }

  private init(
    primaries: AVColorPrimaries, transfer: AVColorTransferCharacteristic, matrix: AVColorSpace, range: AVColorRange
  ) {
    self.init(
      primaries: primaries == AVCOL_PRI_UNSPECIFIED ? nil : unsafe Self.name(av_color_primaries_name(primaries)),
      transfer: transfer == AVCOL_TRC_UNSPECIFIED ? nil : unsafe Self.name(av_color_transfer_name(transfer)),
      matrix: matrix == AVCOL_SPC_UNSPECIFIED ? nil : unsafe Self.name(av_color_space_name(matrix)),
      range: range == AVCOL_RANGE_UNSPECIFIED ? nil : unsafe Self.name(av_color_range_name(range)))
  }

  /// Nil also for the numbers that FFmpeg calls `reserved`.
  private static func name(_ name: UnsafePointer<CChar>?) -> String? {
    guard let name = unsafe name else { return nil }
    let text = unsafe String(cString: name)
    return text == "reserved" || text == "unknown" ? nil : text
  }

  /// These tags, and another's where these say nothing.
  func completed(by other: ColorTags) -> ColorTags {
    ColorTags(
      primaries: primaries ?? other.primaries, transfer: transfer ?? other.transfer, matrix: matrix ?? other.matrix,
      range: range ?? other.range)
  }

  /// The kind of high dynamic range that the transfer function means.
  var hdr: HDRKind? {
    switch transfer {
    case "smpte2084": .pq
    case "arib-std-b67": .hlg
    default: nil
    }
  }
}

extension VideoFacts {
  /// Adds what only a decoded picture says.
  mutating func complete(from frame: borrowing Frame) {
    bitDepth = bitDepth ?? frame.format.bitDepth
    colors = colors.completed(by: ColorTags(frame))
    hdr = hdr ?? colors.hdr
  }
}
