import Glibc

/// What other commands pass on standard input.
enum StandardInput {
  /// File names, separated by zero bytes if there are any, else by line ends.
  static func names() -> [String] {
    let bytes = all()
    let end: UInt8 = bytes.contains(0) ? 0 : UInt8(ascii: "\n")
    return bytes.split(separator: end).map { ArgumentBytes.text(of: Array($0)) }
  }

  private static func all() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }
}
