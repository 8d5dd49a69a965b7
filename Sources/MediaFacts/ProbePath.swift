/// What it took to read a file (docs/ARCHITECTURE.md, the fast path), the cheapest way first.
public enum ProbePath: String, Sendable, CaseIterable, Codable {
  /// The header said all, and the still's key frame was found by searching.
  case header
  /// The header said all; for the still the file was opened again and decoded from its start.
  case plainDecode = "plain-decode"
  /// FFmpeg had to decode a little of every stream to learn the codec or the size.
  case fullProbe = "full-probe"
}
