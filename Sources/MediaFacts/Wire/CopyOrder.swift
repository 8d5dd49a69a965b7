/// An order for a copy of a video that has its pictures, its sound and its title, and nothing else.
public struct CopyOrder: Sendable, Equatable {
  /// Counted from the arrival of the request; a copy of a large file takes long.
  public var deadlineMilliseconds: Int
  /// The copy may not become longer.
  public var byteLimit: Int

  /// The legal deadlines: up to a day.
  public static let deadlines = 1...86_400_000
  /// The shared memory in which the parts of a copy cross the wall, in bytes.
  public static let windowByteCount = 1 << 20

  /// - Parameter fileByteCount: The original's size. The rest is what suits it: a minute and a second a megabyte; a tenth
  ///   more than the original, since another container can need more.
  public init(fileByteCount: Int) {
    let megabytes = max(0, fileByteCount) >> 20
    deadlineMilliseconds = min(60_000 + 1_000 * megabytes, Self.deadlines.upperBound)
    byteLimit = min(fileByteCount + fileByteCount / 10 + (16 << 20), WireLimits.fileByteCount.upperBound)
  }

  func write(to writer: inout WireWriter) {
    writer.put(deadlineMilliseconds, byteCount: 4)
    writer.put(byteLimit, byteCount: 8)
  }

  init(from reader: inout WireReader) throws(WireError) {
    deadlineMilliseconds = try reader.number("deadlineMilliseconds", byteCount: 4, in: Self.deadlines)
    byteLimit = try reader.number("byteLimit", byteCount: 8, in: WireLimits.fileByteCount)
  }
}
