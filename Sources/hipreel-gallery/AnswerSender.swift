import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOPosix
import ReelLibrary
import Synchronization

/// Sends answers, videos piece by piece, and gives up on readers that do not take them.
struct AnswerSender: Sendable {
  let channel: any Channel

  func send(_ answer: Answer, isHead: Bool, _ writer: consuming ResponseWriter) async throws {
    switch answer.body {
    case .bytes(let bytes):
      var head = HTTPResponse(status: answer.status, headerFields: answer.fields)
      head.headerFields[.contentLength] = "\(bytes.count)"
      guard !isHead else { return try await writer.writeResponse(head) }
      try await writer.write(response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    case .video(let video, let range):
      try await send(video, range: range, answer, isHead: isHead, writer)
    }
  }

  private func send(
    _ video: ServedVideo, range: String?, _ answer: Answer, isHead: Bool, _ writer: consuming ResponseWriter
  ) async throws {
    let file: SharedVideo
    // A disk that does not answer holds up a thread of this pool, not the other visitors.
    do { file = try await Self.disk { SharedVideo(try video.open()) } } catch let refusal as Refusal {
      return try await send(Answer(refusal), isHead: isHead, writer)
    }
    var head = HTTPResponse(status: .ok, headerFields: answer.fields)
    head.headerFields[.acceptRanges] = "bytes"
    let size = file.byteCount
    let part: ByteRange?
    switch ByteRange.request(range, ofByteCount: size) {
    case .whole: part = size > 0 ? ByteRange(first: 0, last: size - 1) : nil
    case .part(let asked):
      part = asked
      head.status = .partialContent
      head.headerFields[.contentRange] = "bytes \(asked.first)-\(asked.last)/\(size)"
    case .unsatisfiable:
      part = nil
      head.status = .rangeNotSatisfiable
      head.headerFields[.contentRange] = "bytes */\(size)"
    }
    head.headerFields[.contentLength] = "\(part?.count ?? 0)"
    guard !isHead, let part else { return try await writer.writeResponse(head) }
    try await stream(file, part, to: writer.writeHead(head))
  }

  private func stream(_ file: SharedVideo, _ part: ByteRange, to body: some ResponseBodyWriter) async throws {
    var body = body
    var offset = part.first
    while offset <= part.last {
      let (start, count) = (offset, min(ServerLimits.chunkByteCount, part.last - offset + 1))
      let bytes = try await Self.disk { try file.bytes(from: start, count: count) }
      // Shorter than promised: the file shrank, and the connection ends without the rest.
      guard bytes.count == count else { throw Refusal(.notFound, "the video has changed") }
      let stalled = channel.eventLoop.scheduleTask(in: .seconds(Int64(ServerLimits.stalledSeconds))) { [channel] in
        channel.close(promise: nil)
      }
      defer { stalled.cancel() }
      try await body.write(ByteBuffer(bytes: bytes))
      offset += count
    }
    try await body.finish(nil)
  }

  private static func disk<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await NIOThreadPool.singleton.runIfActive(body)
  }
}
