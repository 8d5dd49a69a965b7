/// One file's worth of work for a worker.
///
/// The file's descriptor travels with the message; so does one of sealed shared memory when a still, a copy or a track is
/// ordered, in this order.
public struct Request: Sendable, Equatable {
  /// Every reply repeats it.
  public var sequence: UInt32
  /// The file's size when the parent opened it. The worker reads nothing beyond.
  public var fileByteCount: Int
  /// Whether the facts may say where the video was filmed; without it the worker discards that.
  public var keepsLocation: Bool
  /// Present when the file's facts are wanted.
  public var facts: WorkLimits?
  /// Present when a picture is wanted.
  public var still: StillOrder?
  /// Present when the text of the file's subtitle tracks is wanted.
  public var subtitles: WorkLimits?
  /// Present when it is wanted what the file tells of a person.
  public var traces: WorkLimits?
  /// Present when a clean copy is wanted; then no still is.
  public var copy: CopyOrder?
  /// Present when the track of the person in it is wanted; then nothing else is but `text`.
  public var pose: PoseOrder?
  /// Present when the words of its pictures are wanted; then nothing else is but `pose`.
  public var text: TextOrder?

  public init(
    sequence: UInt32, fileByteCount: Int, keepsLocation: Bool = false, facts: WorkLimits? = nil,
    still: StillOrder? = nil, subtitles: WorkLimits? = nil, traces: WorkLimits? = nil, copy: CopyOrder? = nil,
    pose: PoseOrder? = nil, text: TextOrder? = nil
  ) {
    self.sequence = sequence
    self.fileByteCount = fileByteCount
    self.keepsLocation = keepsLocation
    self.facts = facts
    self.still = still
    self.subtitles = subtitles
    self.traces = traces
    self.copy = copy
    self.pose = pose
    self.text = text
  }

  /// What is ordered, in the order of the replies.
  public var products: [Product] {
    let ordered: [(product: Product, isWanted: Bool)] = [
      (.facts, facts != nil), (.still, still != nil), (.subtitles, subtitles != nil), (.traces, traces != nil),
      (.copy, copy != nil), (.pose, pose != nil), (.text, text != nil),
    ]
    return ordered.filter(\.isWanted).map(\.product)
  }

  /// What looking at the pictures may take: one decoding serves both who look. Nil where nobody does.
  public var lookLimits: WorkLimits? { pose?.limits ?? text?.limits }

  /// How many descriptors travel with the message.
  public var descriptorCount: Int { still == nil && copy == nil && pose == nil ? 1 : 2 }

  /// The message's bytes.
  public var encoded: [UInt8] {
    var writer = WireWriter()
    writer.put(Int(sequence), byteCount: 4)
    writer.put(fileByteCount, byteCount: 8)
    writer.put(keepsLocation)
    writer.put(products.count, byteCount: 1)
    if let facts {
      writer.put(Product.facts.rawValue)
      facts.write(to: &writer)
    }
    if let still {
      writer.put(Product.still.rawValue)
      still.write(to: &writer)
    }
    if let subtitles {
      writer.put(Product.subtitles.rawValue)
      subtitles.write(to: &writer)
    }
    if let traces {
      writer.put(Product.traces.rawValue)
      traces.write(to: &writer)
    }
    if let copy {
      writer.put(Product.copy.rawValue)
      copy.write(to: &writer)
    }
    if let pose {
      writer.put(Product.pose.rawValue)
      pose.write(to: &writer)
    }
    if let text {
      writer.put(Product.text.rawValue)
      text.write(to: &writer)
    }
    return writer.bytes
  }

  /// Reads a message. At least one product, each at most once.
  public init(decoding bytes: [UInt8]) throws(WireError) {
    var reader = WireReader(bytes)
    sequence = UInt32(try reader.number("sequence", byteCount: 4, in: 0...Int(UInt32.max)))
    fileByteCount = try reader.number("fileByteCount", byteCount: 8, in: WireLimits.fileByteCount)
    keepsLocation = try reader.flag("keepsLocation")
    for _ in 0..<(try reader.number("products", byteCount: 1, in: 1...Product.allCases.count)) {
      switch Product(rawValue: try reader.byte("product")) {
      case .facts where facts == nil: facts = try WorkLimits(from: &reader)
      case .still where still == nil: still = try StillOrder(from: &reader)
      case .subtitles where subtitles == nil: subtitles = try WorkLimits(from: &reader)
      case .traces where traces == nil: traces = try WorkLimits(from: &reader)
      case .copy where copy == nil: copy = try CopyOrder(from: &reader)
      case .pose where pose == nil: pose = try PoseOrder(from: &reader)
      case .text where text == nil: text = try TextOrder(from: &reader)
      default: throw WireError(.outOfRange, "product")
      }
    }
    // They would share the memory.
    guard still == nil || copy == nil else { throw WireError(.outOfRange, "copy") }
    guard lookLimits == nil || products.allSatisfy({ $0 == .pose || $0 == .text }) else {
      throw WireError(.outOfRange, "pose")
    }
    try reader.finish("request")
  }
}
