import CFFmpeg

/// What decoding costs, estimated from sizes, so that every machine stops at the same picture.
///
/// Measured (docs/SPEED.md): a picture costs its pixels, and each byte of its packet as much as 150 pixels; HEVC, VP9 and
/// AV1 twice that. A million is 0.64 ms of the machine that document names.
struct StillEffort {
  private let pixelCount: Int
  private let factor: Int

  init(pixelCount: Int, codec: AVCodecID) {
    self.pixelCount = pixelCount
    factor = [AV_CODEC_ID_HEVC, AV_CODEC_ID_VP9, AV_CODEC_ID_AV1].contains(codec) ? 2 : 1
  }

  /// - Parameter byteCount: Of the packet, at most 2^31.
  func ofPicture(byteCount: Int) -> Int {
    factor * (pixelCount + 150 * byteCount)
  }

  /// What may be spent besides the first key frame: a fixed amount, and as much again as that frame cost.
  static func allowance(opening: Int) -> Int { base + min(opening, 24_000_000) }

  private static let base = 8_000_000
  /// What more may be spent where the index promises movement and none was found.
  static let furtherAllowance = 20_000_000
  /// What may be spent where pictures cannot be skipped: GIF, and videos without a usable key frame.
  static let throughout = 250_000_000
}

/// What may be spent on looking, in the sums of `StillEffort`.
struct StillAllowance {
  let now: Int
  /// What is added once when little was found by then.
  let further: Int
}
