import Glibc

/// An error number of the system, with its words.
package struct SystemError: Error, Equatable {
  package let number: Int32

  /// The error of the system call that just failed on this thread.
  static var last: SystemError { SystemError(number: errno) }

  /// Whether the disk is full, over quota or not writable.
  var meansCannotWrite: Bool { [ENOSPC, EDQUOT, EROFS, EACCES, EPERM].contains(number) }

  /// Whether there is nothing of the name.
  var meansAbsent: Bool { number == ENOENT }

  /// The system's words in lower case, such as `no such file or directory`.
  package var words: String {
    var buffer = [CChar](repeating: 0, count: 128)
    // The POSIX form of strerror_r: it fills the buffer, or leaves it empty for a number it does not know.
    _ = strerror_r(number, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.isEmpty ? "error \(number)" : text.prefix(1).lowercased() + text.dropFirst()
  }
}
