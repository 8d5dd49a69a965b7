/// Turns a query that the shell split into arguments back into one text.
public enum QueryArguments {
  /// Joins arguments with spaces, and keeps together what the person kept together with the shell's quotes.
  ///
  /// An argument with spaces stays a piece of query text when it looks like one. If it is only words, it becomes a
  /// phrase (`"hip flexor"`), and after `path:`, `folder:`, `name:`, `note:` or `onscreen:` its spaces belong to the value (`folder:My Clips`).
  public static func joined(_ arguments: [String]) -> String {
    arguments.map { $0.contains(where: \.isWhitespace) ? kept($0) : $0 }.joined(separator: " ")
  }

  private static func kept(_ argument: String) -> String {
    if isNameTerm(argument) { return escapingSpaces(argument) }
    return isPhrase(argument) ? "\"\(argument)\"" : argument
  }

  private static func isPhrase(_ argument: String) -> Bool {
    let signs: Set<Character> = ["\"", "\\", "(", ")", ":", "*", "%"]
    guard !argument.contains(where: signs.contains) else { return false }
    return argument.split(whereSeparator: \.isWhitespace).allSatisfy { word in
      !["and", "or", "not", ","].contains(word.lowercased()) && !word.hasPrefix("-") && !word.hasPrefix("^")
        && !word.hasPrefix("@")
    }
  }

  private static func isNameTerm(_ argument: String) -> Bool {
    guard let colon = argument.firstIndex(of: ":") else { return false }
    let field = argument[..<colon].lowercased().drop { $0 == "-" || $0 == "^" }
    let value = argument[argument.index(after: colon)...]
    return ["path", "folder", "name", "note", "onscreen"].contains(field) && !value.contains(":")
      && !value.contains("\"")
      && value.first?.isWhitespace == false
  }

  private static func escapingSpaces(_ argument: String) -> String {
    argument.reduce(into: "") { text, character in
      if character.isWhitespace, text.last != "\\" { text.append("\\") }
      text.append(character)
    }
  }
}
