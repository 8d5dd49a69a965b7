extension CSVText {
  /// The line of column names.
  public static func header(_ fields: [QueryField]) -> String { line(fields.map(\.rawValue)) }

  /// What one reel has in some fields; an unknown value is an empty cell.
  public static func line(_ reel: Reel, _ fields: [QueryField]) -> String {
    line(fields.map { reel.value($0)?.text ?? "" })
  }
}
