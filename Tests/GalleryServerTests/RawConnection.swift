import Foundation
import Glibc

/// A TCP connection to this computer on which a test says what no browser would.
final class RawConnection {
  private let socket: Int32

  init(port: UInt16) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
  }

  deinit { close(socket) }

  /// Sends what the other side takes; a side that is gone is no error here.
  func send(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      done += count
    }
  }

  /// Reads until the other side ends the connection.
  ///
  /// - Throws: `ETIMEDOUT` when it has not ended in time.
  func readToEnd(seconds: Int) throws -> [UInt8] {
    let end = ContinuousClock.now + .seconds(seconds)
    var bytes: [UInt8] = []
    while true {
      let left = ContinuousClock.now.duration(to: end).components.seconds
      guard left >= 0, try waitForBytes(seconds: Int(left) + 1) else { throw POSIXError(.ETIMEDOUT) }
      var piece = [UInt8](repeating: 0, count: 65536)
      let count = piece.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
      // A reset is an end, too: the other side did not wait for the rest of what was sent.
      guard count > 0 else { return bytes }
      bytes += piece.prefix(count)
    }
  }

  private func waitForBytes(seconds: Int) throws -> Bool {
    var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, Int32(seconds * 1000)) > 0
  }
}
