import CFFmpeg
import MediaFacts

/// The codec's profile and bit depth, as the configuration record in the container's header has them.
///
/// FFmpeg itself knows them only after decoding a picture, which the fast path skips.
struct CodecConfiguration: Equatable {
  /// FFmpeg's number of the profile.
  var profile: Int32?
  var bitDepth: Int?

  /// Reads `avcC` (ISO/IEC 14496-15, 5.3.3.1), `hvcC` (8.3.3.1) and `av1C` (AV1 in ISO BMFF, 2.3); other codecs, and
  /// records that are cut or of another version, give nothing.
  init(_ record: [UInt8], codec: AVCodecID) {
    switch codec {
    case AV_CODEC_ID_H264 where record.count >= 4 && record[0] == 1:
      profile = Self.h264Profile(record[1], constraints: record[2])
      // Up to High all is 8 bits deep; the higher profiles leave the choice.
      if [66, 77, 88, 100].contains(record[1]) { bitDepth = 8 }
    case AV_CODEC_ID_HEVC where record.count >= 19 && record[0] == 1:
      profile = Int32(record[1] & 0x1f)
      bitDepth = Int(record[17] & 7) + 8
    case AV_CODEC_ID_AV1 where record.count >= 4 && record[0] == 0x81:
      profile = Int32(record[1] >> 5)
      let (isDeep, isDeepest) = (record[2] & 0x40 != 0, record[2] & 0x20 != 0)
      bitDepth = isDeep ? (isDeepest ? 12 : 10) : 8
    default: break
    }
  }

  /// FFmpeg adds a flag for what the constraints make of a profile.
  private static func h264Profile(_ number: UInt8, constraints: UInt8) -> Int32 {
    switch number {
    case 66 where constraints & 0x40 != 0: Int32(number) | FF_PROFILE_H264_CONSTRAINED
    case 110 where constraints & 0x10 != 0, 122 where constraints & 0x10 != 0, 244 where constraints & 0x10 != 0:
      Int32(number) | FF_PROFILE_H264_INTRA
    default: Int32(number)
    }
  }
}

extension VideoStream {
  /// The codec's profile and bit depth: what FFmpeg knows, else what the header's record says.
  static func configuration(
    of parameters: UnsafeMutablePointer<AVCodecParameters>
  ) -> (profile: String?, bitDepth: Int?) {
    let codec = unsafe parameters.pointee.codec_id
    let byteCount = unsafe Int(max(0, parameters.pointee.extradata_size))
    let record = unsafe UnsafeBufferPointer(start: parameters.pointee.extradata, count: byteCount)
    // Everything that matters is at the front.
    let said = unsafe CodecConfiguration(Array(record.prefix(32)), codec: codec)
    let known = unsafe parameters.pointee.profile
    let name = unsafe (known == FF_PROFILE_UNKNOWN ? said.profile : known).flatMap { number in
      unsafe avcodec_profile_name(codec, number)
    }
    let format = unsafe AVPixelFormat(rawValue: parameters.pointee.format)
    return unsafe (name.map { unsafe String(cString: $0) }, format.bitDepth ?? said.bitDepth)
  }
}

extension AVPixelFormat {
  /// Bits of a sample of brightness; nil for no format.
  var bitDepth: Int? {
    guard let description = unsafe av_pix_fmt_desc_get(self) else { return nil }
    // A palette's entries are eight bits a colour, whatever its index has.
    if unsafe description.pointee.flags & UInt64(AV_PIX_FMT_FLAG_PAL) != 0 { return 8 }
    let depth = unsafe Int(description.pointee.comp.0.depth)
    return VideoFacts.bitDepths.contains(depth) ? depth : nil
  }
}
