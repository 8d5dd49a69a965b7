/// The start of an AAC frame as transport streams carry it (ISO/IEC 13818-7, 6.2).
///
/// FFmpeg fills in a stream's rate and channels only with an AAC decoder, which no worker has.
struct ADTSHeader: Equatable {
  /// In hertz.
  let sampleRate: Int
  /// 1...8.
  let channelCount: Int

  /// Nil when the bytes do not begin like such a frame, or leave the channels to the frame's inside.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 7, bytes[0] == 0xff, bytes[1] & 0xf6 == 0xf0 else { return nil }
    let rate = Int(bytes[2] >> 2 & 15)
    let channels = Int(bytes[2] & 1) << 2 | Int(bytes[3] >> 6)
    guard rate < Self.sampleRates.count, channels > 0 else { return nil }
    sampleRate = Self.sampleRates[rate]
    channelCount = channels == 7 ? 8 : channels
  }

  /// How many first bytes of a packet are enough.
  static let byteCount = 7

  private static let sampleRates = [
    96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
  ]
}
