import CLinux
import Glibc
import ReelCatalog

/// Command line arguments without loss: file names are bytes, but ArgumentParser takes text.
///
/// A byte that is not part of valid UTF-8 becomes the private-use character U+10FF00 plus the byte; those characters
/// themselves pass byte by byte in the same way, so the mapping can always be reversed.
enum ArgumentBytes {
  private static let first: UInt32 = 0x10FF00
  private static let last: UInt32 = 0x10FFFF

  /// The arguments after the program's name.
  static func ofThisProcess() -> [String] {
    // From the C library: Swift's own list comes from /proc, which may be hidden.
    (1..<max(hr_argument_count(), 1)).compactMap { place in
      hr_argument(place).map { argument in
        text(of: PathBytes(cString: argument).bytes)
      }
    }
  }

  /// The text that stands for some bytes.
  static func text(of bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var decoder = UTF8()
    var rest = bytes[...]
    while !rest.isEmpty {
      var iterator = rest.makeIterator()
      if case .scalarValue(let scalar) = decoder.decode(&iterator), !(first...last).contains(scalar.value) {
        text.append(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        text.append(Unicode.Scalar(first + UInt32(rest[rest.startIndex])) ?? "\u{FFFD}")
        rest = rest.dropFirst()
      }
      decoder = UTF8()
    }
    return String(text)
  }

  /// The bytes that a text stands for.
  static func bytes(of text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      (first...last).contains(scalar.value)
        ? [UInt8(truncatingIfNeeded: scalar.value - first)] : Array(String(scalar).utf8)
    }
  }
}

extension PathBytes {
  /// The path that a command line argument names.
  init(argument: String) { self.init(ArgumentBytes.bytes(of: argument)) }
}
