import HummingbirdCore
import Logging
import NIOCore
import Synchronization

/// Connections that have not shown the key: other users of the computer can make as many as they like.
///
/// Only so many may wait; the first goes when another comes, so that the person always gets in.
final class WaitingRoom: Sendable {
  private let waiting = Mutex<[any Channel]>([])

  func enter(_ channel: any Channel) {
    channel.closeFuture.whenComplete { [self] _ in leave(channel) }
    let first = waiting.withLock { waiting -> (any Channel)? in
      waiting.append(channel)
      return waiting.count > ServerLimits.waitingCount ? waiting.removeFirst() : nil
    }
    first?.close(promise: nil)
  }

  /// For a connection that has shown the key, or has ended.
  func leave(_ channel: any Channel) {
    waiting.withLock { $0.removeAll { $0 === channel } }
  }

  /// HTTP for connections that start in the room.
  struct Entrance: ServerChildChannel {
    let room: WaitingRoom
    let http: HTTP1Channel

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
      room.enter(channel)
      return http.setup(channel: channel, logger: logger)
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async { await http.handle(value: value, logger: logger) }
  }
}
