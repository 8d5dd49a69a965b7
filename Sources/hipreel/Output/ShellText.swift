/// Text that a shell reads as one word.
enum ShellText {
  /// The word between single quotes, with what a terminal must not see written as escapes.
  static func quoted(_ word: String) -> String {
    "'" + TerminalText.escaping(word.replacing("'", with: "'\\''")) + "'"
  }
}
