import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ReelGallery
import ReelLibrary
import Synchronization

/// The HTTP side: limits, admission, and a request into an answer of the gallery.
final class GalleryServer: Sendable {
  private let key: SessionKey
  private let entrance = EntranceKeys()
  private let room = WaitingRoom()
  private let editKey: SessionKey
  private let gallery: LiveGallery
  /// Known once the port is; requests come later.
  private let gatekeeper = Mutex<Gatekeeper?>(nil)

  private let hear = Mutex<(@Sendable (Event) -> Void)?>(nil)

  /// What to say to the person.
  enum Event: Sendable {
    /// Two addresses of the same page, one to print and one for the browser that is started; each works once.
    case started(port: Int, printed: String, opened: String)
    /// A browser used up an address; here is another one.
    case entered(another: String)
  }

  private static let entrancePage = """
    <!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>hipreel</title>

    """

  private func address(_ port: Int) -> String { "http://127.0.0.1:\(port)/?key=\(entrance.make().text)" }

  init(_ folder: LibraryFolder) {
    key = SessionKey()
    editKey = SessionKey()
    gallery = LiveGallery(folder, editKey: editKey)
  }

  /// Serves on the loopback interface.
  ///
  /// - Parameters:
  ///   - port: 0 lets the system choose one.
  ///   - stop: When it ends, nobody new is let in, and requests under way are finished.
  ///   - hear: Hears what happens.
  func run(port: Int, until stop: AsyncStream<Never>, hear: @escaping @Sendable (Event) -> Void) async throws {
    self.hear.withLock { $0 = hear }
    // Before anybody is sent here, so that the first page does not wait and a damaged catalog is reported immediately.
    _ = try await gallery.page("data/site.js")
    var logger = Logger(label: "hipreel-gallery") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let server = Server(
      childChannelSetup: WaitingRoom.Entrance(
        room: room,
        http: HTTP1Channel(
          responder: { [self] request, writer, channel in try await respond(to: request, writer, channel) },
          configuration: HTTP1Channel.Configuration(
            idleTimeout: .seconds(ServerLimits.idleSeconds),
            httpDecoderConfiguration: .init(
              maxHeaderFieldSize: ServerLimits.headerByteCount, maxHeaderListSize: ServerLimits.headerByteCount,
              maxHeaderFieldCount: ServerLimits.headerCount)))),
      configuration: ServerConfiguration(
        address: .hostname("127.0.0.1", port: port), backlog: 64,
        availableConnectionsDelegate: .maximum(ServerLimits.connectionCount, logger: logger)),
      onServerRunning: { [self] channel in
        let port = channel.localAddress?.port ?? port
        gatekeeper.withLock { $0 = Gatekeeper(port: port, key: key, entrance: entrance) }
        hear(.started(port: port, printed: address(port), opened: address(port)))
      },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
    // Never by cancelling: connections that wait to be taken would be dropped half-open, which NIO answers with a trap.
    try await withThrowingTaskGroup { group in
      group.addTask { try await server.run() }
      group.addTask {
        for await _ in stop {}
        if !Task.isCancelled { try await server.shutdownGracefully() }
      }
      // The server ends by a failure, or by the other's wish; a failure ends the wait for a wish.
      do { try await group.next() } catch {
        group.cancelAll()
        throw error
      }
      try await group.waitForAll()
    }
  }

  private func respond(
    to request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel
  ) async throws {
    let answer: Answer
    do {
      answer = try await self.answer(to: request, on: channel)
    } catch let refusal as Refusal {
      answer = Answer(refusal)
    } catch let error as LibraryError {
      answer = Answer(Refusal(error.code == .catalogInUse ? .conflict : .internalServerError, error.message))
    }
    try await AnswerSender(channel: channel).send(answer, isHead: request.method == .head, writer)
  }

  private func answer(to request: Request, on channel: any Channel) async throws -> Answer {
    guard let gatekeeper = gatekeeper.withLock(\.self) else { throw Refusal(.serviceUnavailable, "not ready yet") }
    let route = try gatekeeper.admit(request.head)
    room.leave(channel)
    switch route {
    case .entrance:
      // Not by a redirection: a browser that comes from a page on the disk would not bring the cookie along.
      var answer = Answer(.ok, type: "text/html; charset=utf-8", .bytes(Array(Self.entrancePage.utf8)))
      hear.withLock(\.self)?(.entered(another: address(gatekeeper.port)))
      answer.fields[.setCookie] = "\(gatekeeper.cookieName)=\(key.text); Path=/; HttpOnly; SameSite=Strict"
      return answer
    case .page(let name):
      guard let bytes = try await gallery.page(name) else { throw Refusal.notThere }
      var answer = Answer(.ok, type: PageType.name(of: name), .bytes(bytes))
      answer.fields[.contentSecurityPolicy] = Gallery.policy(ofFile: name)
      return answer
    case .still(let id):
      guard let jpeg = try await gallery.still(of: id) else { throw Refusal.notThere }
      var answer = Answer(.ok, type: "image/jpeg", .bytes(jpeg))
      answer.fields[.cacheControl] = "private, max-age=60"
      return answer
    case .media(let id):
      guard let video = try await gallery.video(of: id) else { throw Refusal.notThere }
      return Answer(.ok, type: video.type, .video(video, range: request.headers[.range]))
    case .groups:
      return Answer(.ok, type: "application/json", .bytes(try await gallery.groups()))
    case .likely(let ids):
      guard let bytes = try await gallery.likely(of: ids) else { throw Refusal.notThere }
      return Answer(.ok, type: "application/json", .bytes(bytes))
    case .edits, .names, .undo:
      let body = try await change(in: request)
      let bytes =
        switch route {
        case .names: try await gallery.name(body)
        case .undo: try await gallery.undo(body)
        default: try await gallery.apply(body)
        }
      return Answer(.ok, type: "application/json", .bytes(bytes))
    }
  }

  /// What a page of ours posted.
  private func change(in request: Request) async throws -> Data {
    guard request.headers[.contentType] == "application/json" else {
      throw Refusal(.unsupportedMediaType, "edits must be JSON")
    }
    let token = request.headers.first { $0.name.canonicalName == "x-hipreel-token" }?.value ?? ""
    guard editKey.matches(token) else { throw Refusal(.forbidden, "reload the page") }
    let body: ByteBuffer
    do { body = try await request.body.collect(upTo: ServerLimits.bodyByteCount) } catch is NIOTooManyBytesError {
      throw Refusal(.contentTooLarge, "send one decision at a time")
    }
    return Data(body.readableBytesView)
  }
}
