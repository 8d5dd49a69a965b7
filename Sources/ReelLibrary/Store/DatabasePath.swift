import Glibc
import ReelCatalog

/// How SQLite is told where a database lies.
///
/// A URI can hold any byte and say how to open; Debian's SQLite takes one wherever it takes a path (SQLITE_USE_URI).
enum DatabasePath {
  /// The path itself, or a URI when it is no text.
  static func text(_ path: PathBytes) -> String { path.exactText ?? uri(path) }

  /// For a database that nobody changes and that nothing can be written beside.
  static func immutableText(_ path: PathBytes) -> String { uri(path) + "?immutable=1" }

  /// For a database that nobody else has open, read without locks.
  static func unlockedText(_ path: PathBytes) -> String { uri(path) + "?vfs=unix-none" }

  /// Where a database's write-ahead log lies, and the list of what is in it.
  static func log(_ path: PathBytes) -> PathBytes { PathBytes(path.bytes + Array("-wal".utf8)) }
  static func logIndex(_ path: PathBytes) -> PathBytes { PathBytes(path.bytes + Array("-shm".utf8)) }

  /// Whether changes wait in the write-ahead log.
  static func hasWaitingLog(_ path: PathBytes) -> Bool {
    var status = stat()
    return log(path).withCString { stat($0, &status) } == 0 && status.st_size > 0
  }

  static func isEmpty(_ path: PathBytes) -> Bool {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0 && status.st_size == 0
  }

  private static func uri(_ path: PathBytes) -> String {
    "file://" + path.bytes.map(encoded).joined()
  }

  private static func encoded(_ byte: UInt8) -> String {
    let scalar = Unicode.Scalar(byte)
    let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    if isPlain || [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte) {
      return String(scalar)
    }
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.count < 2 ? "0" : "") + digits
  }
}
