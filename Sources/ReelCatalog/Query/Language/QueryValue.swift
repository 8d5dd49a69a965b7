/// The characters of a term's value, or of a part of it, with their place in the query.
struct QueryValue {
  let characters: ArraySlice<QueryCharacter>
  /// In UTF-8 bytes of the query.
  let place: Range<Int>

  var text: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: characters.map(\.scalar))
    return String(scalars)
  }

  var isEmpty: Bool { characters.isEmpty }

  /// The parts between signs.
  func split(on sign: Unicode.Scalar) -> [QueryValue] {
    var parts: [QueryValue] = []
    var start = characters.startIndex
    for index in characters.indices where characters[index].isSign(sign) {
      parts.append(part(start..<index))
      start = index + 1
    }
    return parts + [part(start..<characters.endIndex)]
  }

  /// The parts before and after the first of these signs, or nil if none occurs.
  func cut(at signs: String) -> (before: QueryValue, after: QueryValue)? {
    let signs = Array(signs.unicodeScalars)
    for index in characters.indices where starts(with: signs, at: index) {
      return (part(characters.startIndex..<index), part(index + signs.count..<characters.endIndex))
    }
    return nil
  }

  /// What follows these signs, or nil if the value doesn't start with them.
  func after(_ signs: String) -> QueryValue? {
    let signs = Array(signs.unicodeScalars)
    guard starts(with: signs, at: characters.startIndex) else { return nil }
    return part(characters.startIndex + signs.count..<characters.endIndex)
  }

  private func starts(with signs: [Unicode.Scalar], at index: Int) -> Bool {
    index + signs.count <= characters.endIndex
      && zip(characters[index...], signs).allSatisfy { $0.isSign($1) }
  }

  private func part(_ range: Range<Int>) -> QueryValue {
    let start = range.lowerBound < characters.endIndex ? characters[range.lowerBound].offset : place.upperBound
    let end = range.upperBound < characters.endIndex ? characters[range.upperBound].offset : place.upperBound
    return QueryValue(characters: characters[range], place: start..<end)
  }
}
