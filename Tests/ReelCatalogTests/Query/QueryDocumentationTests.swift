import Foundation
import ReelCatalog
import Testing

/// Holds docs/find.md to the language: every term that it shows is one.
@Suite struct QueryDocumentationTests {
  @Test func `every term in the guide is a query`() throws {
    let terms = try Self.terms()
    #expect(terms.count > 10)
    for term in terms { #expect(throws: Never.self, "\(term)") { try Query(term) } }
  }

  /// The pieces of code in the text that begin with a field's name.
  private static func terms() throws -> [String] {
    let guide = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/find.md")
    let text = try String(contentsOf: guide.standardized, encoding: .utf8)
    let fields = Set(QueryField.allCases.map(\.rawValue) + ["limit", "sort"])
    let spans = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    return spans.filter { $0.offset.isMultiple(of: 2) == false }.map { String($0.element) }.filter { span in
      span.firstIndex(of: ":").map { fields.contains(String(span[..<$0].drop { $0 == "-" })) } ?? false
    }
  }
}
