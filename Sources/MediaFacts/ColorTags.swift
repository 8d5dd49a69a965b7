/// How a video says that its colours are meant, under FFmpeg's names; nil where it does not say.
public struct ColorTags: Sendable, Equatable {
  /// The primaries, such as `bt709` or `bt2020`.
  public var primaries: String?
  /// The transfer function, such as `bt709`, `smpte2084` (PQ) or `arib-std-b67` (HLG).
  public var transfer: String?
  /// The matrix between RGB and YUV, such as `bt709` or `bt2020nc`.
  public var matrix: String?
  /// `tv` where black is 16, `pc` where it is 0.
  public var range: String?

  public init(primaries: String? = nil, transfer: String? = nil, matrix: String? = nil, range: String? = nil) {
    self.primaries = primaries
    self.transfer = transfer
    self.matrix = matrix
    self.range = range
  }

  /// Nothing said.
  public static let none = ColorTags()
}
