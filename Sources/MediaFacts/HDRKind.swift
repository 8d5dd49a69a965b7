/// A kind of high dynamic range: what a screen has to know before it shows the picture.
public enum HDRKind: String, Sendable, CaseIterable, Codable {
  /// The perceptual quantizer of SMPTE ST 2084: HDR10 and its kin.
  case pq
  /// Hybrid log-gamma of ARIB STD-B67.
  case hlg
  /// Dolby Vision, whatever its base layer is: the colour tags say that.
  case dolbyVision = "dolby-vision"
}
