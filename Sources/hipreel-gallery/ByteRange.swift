/// One part of a file, as the Range header of RFC 9110, section 14, asks for it.
struct ByteRange: Sendable, Equatable {
  let first: Int
  /// Inclusive.
  let last: Int

  var count: Int { last - first + 1 }

  /// What a header asks of a file.
  enum Request: Sendable, Equatable {
    /// No range, another unit, or a form that the standard lets a server ignore: several ranges, or broken ones.
    case whole
    case part(ByteRange)
    /// No part of the file is in the range.
    case unsatisfiable
  }

  static func request(_ header: String?, ofByteCount size: Int) -> Request {
    guard let header, header.utf8.count <= 64, header.hasPrefix("bytes=") else { return .whole }
    let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return .whole }
    switch (number(ends[0]), number(ends[1])) {
    case (.some(let first), .some(let last)):
      guard first <= last else { return .whole }
      return first < size ? .part(ByteRange(first: first, last: min(last, size - 1))) : .unsatisfiable
    case (.some(let first), nil):
      guard ends[1].isEmpty else { return .whole }
      return first < size ? .part(ByteRange(first: first, last: size - 1)) : .unsatisfiable
    case (nil, .some(let suffix)):
      guard ends[0].isEmpty else { return .whole }
      return suffix > 0 && size > 0 ? .part(ByteRange(first: max(size - suffix, 0), last: size - 1)) : .unsatisfiable
    case (nil, nil): return .whole
    }
  }

  /// Digits only; a number too large to represent means beyond the end of any file.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(text) ?? Int.max
  }
}
