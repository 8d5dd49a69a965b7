extension Unicode.Scalar {
  /// Whether it can end a line, or steer a terminal or a player: control characters of both sets (C0, C1 and DEL) and
  /// Unicode's own line ends.
  package var breaksLine: Bool { value < 0x20 || (0x7F...0x9F).contains(value) || (0x2028...0x2029).contains(value) }
}

extension String {
  /// Whether it has a control character of ASCII, which no name or title needs.
  package var hasControlCharacter: Bool { utf8.contains { $0 < 0x20 || $0 == 0x7F } }
}
