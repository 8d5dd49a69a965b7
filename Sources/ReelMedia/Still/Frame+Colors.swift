import CFFmpeg

extension Frame {
  /// How the picture says its colours: the matrix, and whether black is 0 and white 255.
  ///
  /// RGB counts as what the scaler turns it into, JPEG's YUV.
  var colors: (matrix: ColorConversion.Matrix, isFullRange: Bool) {
    let isRGB = unsafe av_pix_fmt_desc_get(format).map { unsafe $0.pointee.flags & UInt64(AV_PIX_FMT_FLAG_RGB) != 0 }
    if isRGB == true { return (.bt601, true) }
    let isFullRange = unsafe pointer.pointee.color_range == AVCOL_RANGE_JPEG || Self.fullRangeFormats.contains(format)
    return (matrix, isFullRange)
  }

  /// How the picture's signal encodes light beyond paper white; nil for an ordinary picture.
  var highDynamicRange: ToneMapping.Light? {
    switch unsafe pointer.pointee.color_trc {
    case AVCOL_TRC_SMPTE2084: .perceptualQuantizer
    case AVCOL_TRC_ARIB_STD_B67: .hybridLogGamma
    default: nil
    }
  }

  /// FFmpeg's old names for full-range pictures.
  private static let fullRangeFormats = [
    AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_YUVJ440P, AV_PIX_FMT_YUVJ411P,
  ]

  /// Without a statement high definition is BT.709 and the rest BT.601, as players take it.
  private var matrix: ColorConversion.Matrix {
    switch unsafe pointer.pointee.colorspace {
    case AVCOL_SPC_BT709: .bt709
    case AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL: .bt2020
    case AVCOL_SPC_SMPTE240M: .smpte240
    case AVCOL_SPC_FCC: .fcc
    case AVCOL_SPC_BT470BG, AVCOL_SPC_SMPTE170M: .bt601
    default: width >= 1280 || height > 576 ? .bt709 : .bt601
    }
  }
}
