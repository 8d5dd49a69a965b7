import Foundation

/// A table that lies beside the test that reads it.
public enum TestTable {
  /// The lines of a file of tab-separated fields; those that begin with # are for people and left out.
  ///
  /// - Parameter test: A source file in the table's folder.
  public static func rows(of name: String, beside test: String = #filePath) throws -> [Substring] {
    let file = URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent(name)
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
  }
}
