/// A worker's answer for one product of one request.
public struct Reply: Sendable, Equatable {
  /// What was made.
  public enum Body: Sendable, Equatable {
    case facts(Report)
    /// Nil when no picture could be made; the report's status says why.
    case still(StillFrame?)
    /// The file's text tracks; none for most files, and none of a file that cannot be read.
    case subtitles([SubtitleTrack])
    /// Nil when the file could not be looked through: it may tell anything.
    case traces(Set<Trace>?)
    /// One of several replies.
    case copy(CopyStep)
    case pose(PoseReport)
    case text(TextReport)
  }

  /// The request's number.
  public var sequence: UInt32
  public var body: Body

  public init(sequence: UInt32, body: Body) {
    self.sequence = sequence
    self.body = body
  }

  public var product: Product {
    switch body {
    case .facts: .facts
    case .still: .still
    case .subtitles: .subtitles
    case .traces: .traces
    case .copy: .copy
    case .pose: .pose
    case .text: .text
    }
  }

  /// The message's bytes.
  public var encoded: [UInt8] {
    var writer = WireWriter()
    writer.put(Int(sequence), byteCount: 4)
    writer.put(product.rawValue)
    switch body {
    case .facts(let report):
      report.write(to: &writer)
    case .still(let frame):
      writer.put(frame) { writer, frame in frame.write(to: &writer) }
    case .subtitles(let tracks):
      writer.put(tracks.count, byteCount: 1)
      for track in tracks { track.write(to: &writer) }
    case .traces(let traces):
      writer.put(traces) { writer, traces in
        writer.put(traces.count, byteCount: 1)
        for trace in traces.sorted() { writer.put(trace.rawValue) }
      }
    case .copy(let step):
      step.write(to: &writer)
    case .pose(let report):
      report.write(to: &writer)
    case .text(let report):
      report.write(to: &writer)
    }
    return writer.bytes
  }

  /// Reads a message; whatever it says is then within the ranges that its types document.
  public init(decoding bytes: [UInt8]) throws(WireError) {
    guard bytes.count <= WireLimits.messageByteCount else { throw WireError(.tooLong, "reply") }
    var reader = WireReader(bytes)
    sequence = UInt32(try reader.number("sequence", byteCount: 4, in: 0...Int(UInt32.max)))
    switch Product(rawValue: try reader.byte("product")) {
    case .facts:
      body = .facts(try Report(from: &reader))
    case .still:
      body = .still(try reader.optional("still") { reader throws(WireError) in try StillFrame(from: &reader) })
    case .subtitles:
      body = .subtitles(try SubtitleTrack.tracks(from: &reader))
    case .traces:
      body = .traces(try reader.optional("traces") { reader throws(WireError) in try Trace.traces(from: &reader) })
    case .copy:
      body = .copy(try CopyStep(from: &reader))
    case .pose:
      body = .pose(try PoseReport(from: &reader))
    case .text:
      body = .text(try TextReport(from: &reader))
    case nil:
      throw WireError(.outOfRange, "product")
    }
    try reader.finish("reply")
  }
}

extension Trace {
  fileprivate static func traces(from reader: inout WireReader) throws(WireError) -> Set<Trace> {
    var traces: Set<Trace> = []
    for _ in 0..<(try reader.number("traces", byteCount: 1, in: 0...allCases.count)) {
      guard let trace = Trace(rawValue: try reader.byte("trace")), traces.insert(trace).inserted else {
        throw WireError(.outOfRange, "trace")
      }
    }
    return traces
  }
}
