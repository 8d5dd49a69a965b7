/// Comma-separated values (RFC 4180) that a spreadsheet doesn't take for formulas.
///
/// A cell that starts with `=`, `+`, `-`, `@`, a tab or a carriage return gets a `'` before it
/// (https://owasp.org/www-community/attacks/CSV_Injection): a caption from the web must not run as one.
public enum CSVText {
  /// One line, ended by CR LF.
  public static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell without the `'` that keeps a spreadsheet from running it.
  public static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'"), cell.utf8.dropFirst().first.map(dangerous.contains) == true else {
      return cell
    }
    return String(cell.unicodeScalars.dropFirst())
  }

  private static let dangerous: [UInt8] = Array("=+-@\t\r".utf8)

  private static func cell(_ text: String) -> String {
    let special: [UInt8] = Array(",\"\r\n".utf8)
    let safe = text.utf8.first.map(dangerous.contains) == true ? "'" + text : text
    guard safe.utf8.contains(where: special.contains) else { return safe }
    return "\"" + String(decoding: safe.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }, as: UTF8.self)
      + "\""
  }
}
