/// A set of an enum's cases, stored as bits, so a million of them compare quickly.
///
/// Elements come in the order of the enum's cases. Only enums of at most 16 cases fit.
public struct CaseSet<Element: CaseIterable & Hashable & Sendable>: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// Bit n stands for the n-th case.
  let bits: UInt16

  init(bits: UInt16) { self.bits = bits }

  public init(_ elements: some Sequence<Element>) {
    bits = elements.reduce(0) { $0 | Self.bit($1) }
  }

  public init(arrayLiteral elements: Element...) { self.init(elements) }

  public var isEmpty: Bool { bits == 0 }

  public var count: Int { bits.nonzeroBitCount }

  /// The elements in the order of the enum's cases.
  public var elements: [Element] { Element.allCases.filter(contains) }

  public func contains(_ element: Element) -> Bool { bits & Self.bit(element) != 0 }

  public func isDisjoint(with other: Self) -> Bool { bits & other.bits == 0 }

  public func isSuperset(of other: Self) -> Bool { bits & other.bits == other.bits }

  public func union(_ other: Self) -> Self { Self(bits: bits | other.bits) }

  public func intersection(_ other: Self) -> Self { Self(bits: bits & other.bits) }

  public func subtracting(_ other: Self) -> Self { Self(bits: bits & ~other.bits) }

  private static func bit(_ element: Element) -> UInt16 {
    for (place, one) in Element.allCases.enumerated() where one == element { return 1 << UInt16(place) }
    preconditionFailure("a case is always among all cases")
  }
}

extension CaseSet where Element: RawRepresentable<String> {
  init(words: [String]) throws(UnknownWord) {
    var elements: [Element] = []
    for word in words { elements.append(try Element(word: word)) }
    self.init(elements)
  }
}
