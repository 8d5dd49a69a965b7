extension Signature {
  /// As a catalog keeps it: `count` numbers in thousandths, two bytes each, the low byte first.
  public var packed: [UInt8] {
    values.flatMap { value in
      let thousandths = Int16(clamping: Int((min(max(value, -32), 32) * 1000).rounded()))
      return [UInt8(truncatingIfNeeded: thousandths), UInt8(truncatingIfNeeded: thousandths >> 8)]
    }
  }

  /// Reads what a catalog keeps; nil for anything else.
  public init?(packed: some RandomAccessCollection<UInt8>) {
    guard packed.count == 2 * Self.count else { return nil }
    var values: [Float] = []
    values.reserveCapacity(Self.count)
    var bytes = packed.makeIterator()
    while let low = bytes.next(), let high = bytes.next() {
      values.append(Float(Int16(bitPattern: UInt16(high) << 8 | UInt16(low))) / 1000)
    }
    self.init(values: values)
  }
}
