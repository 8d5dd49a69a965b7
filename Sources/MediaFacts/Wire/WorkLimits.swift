/// How long a worker may spend on one product of one file, and how much of the file it may read for it.
public struct WorkLimits: Sendable, Equatable {
  /// Counted from the arrival of the request; 1 ms to 10 minutes.
  public var deadlineMilliseconds: Int
  /// The bytes that may be read for this product; 1 byte to 1 TiB.
  public var readBudgetByteCount: Int

  /// The legal deadlines.
  public static let deadlines = 1...600_000
  /// The legal read budgets.
  public static let readBudgets = 1...(1 << 40)

  /// For looking at a film's pictures. The deadline is for a long clip in 4K, of which a core decodes and follows 25 s (most
  /// take a tenth of it); the bytes are those of 25 s at 160 Mbit/s.
  public static let film = WorkLimits(deadlineMilliseconds: 45_000, readBudgetByteCount: 512 << 20)

  public init(deadlineMilliseconds: Int = 5_000, readBudgetByteCount: Int = 96 << 20) {
    self.deadlineMilliseconds = deadlineMilliseconds
    self.readBudgetByteCount = readBudgetByteCount
  }

  func write(to writer: inout WireWriter) {
    writer.put(deadlineMilliseconds, byteCount: 4)
    writer.put(readBudgetByteCount, byteCount: 8)
  }

  init(from reader: inout WireReader) throws(WireError) {
    deadlineMilliseconds = try reader.number("deadlineMilliseconds", byteCount: 4, in: Self.deadlines)
    readBudgetByteCount = try reader.number("readBudgetByteCount", byteCount: 8, in: Self.readBudgets)
  }
}
