/// A pattern for a whole text, where `*` matches any run of characters and `?` exactly one.
///
/// Counts Unicode scalars, as SQLite's GLOB does.
public struct Glob: Sendable, Hashable {
  public enum Element: Sendable, Hashable {
    case anyRun
    case anyOne
    case scalar(Unicode.Scalar)
  }

  /// Never two runs in a row.
  public let elements: [Element]

  public init(_ elements: [Element]) {
    self.elements = elements.indices.compactMap { index in
      index > 0 && elements[index] == .anyRun && elements[index - 1] == .anyRun ? nil : elements[index]
    }
  }

  /// Whether the whole text matches.
  public func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var element = 0
    var scalar = 0
    // Where to resume when a guess about the last run fails: one scalar later.
    var retry: (element: Int, scalar: Int)?
    while scalar < scalars.count {
      if element < elements.count, elements[element] == .anyRun {
        retry = (element, scalar)
        element += 1
      } else if element < elements.count, accepts(elements[element], scalars[scalar]) {
        element += 1
        scalar += 1
      } else if let last = retry {
        retry = (last.element, last.scalar + 1)
        element = last.element + 1
        scalar = last.scalar + 1
      } else {
        return false
      }
    }
    return elements[element...].allSatisfy { $0 == .anyRun }
  }

  private func accepts(_ element: Element, _ scalar: Unicode.Scalar) -> Bool {
    element == .anyOne || element == .scalar(scalar)
  }
}
