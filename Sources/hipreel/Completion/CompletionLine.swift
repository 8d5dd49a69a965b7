import ReelCatalog

import ArgumentParser

/// A command line in which somebody asks the shell to complete a word.
struct CompletionLine {
  /// The words as typed, bash's pieces put together again.
  let words: [String]
  /// Which of them is being typed.
  let index: Int
  /// What is typed of that word so far.
  let typed: String
  /// How much of it the shell keeps by itself: bash completes only what follows the last `:`, `=` or `@`.
  private let kept: Int
  private let shell: CompletionShell?

  /// - Parameters:
  ///   - words: As ArgumentParser hands them on, the program's name first.
  ///   - index: Which of the words is being typed.
  ///   - prefix: The part of that word before the cursor.
  init(_ words: [String], _ index: Int, _ prefix: String, shell: CompletionShell?) {
    self.shell = shell
    guard words.indices.contains(index) else {
      (self.words, self.index, typed, kept) = (words + [""], words.count, "", 0)
      return
    }
    let before = Array(words[..<index])
    guard shell == .bash else {
      (self.words, self.index, kept) = (before + [prefix], index, 0)
      typed = Self.unquoted(prefix)
      return
    }
    // At a sign the word is the sign itself, and what follows it is still empty.
    let current = Self.isSign(words[index]) ? words[index] : prefix
    let joined = Self.joined(before + [current])
    let whole = joined.last ?? ""
    (self.words, self.index) = (joined, joined.count - 1)
    kept = Self.isSign(words[index]) ? whole.count : whole.count - prefix.count
    typed = Self.unquoted(whole)
  }

  /// The candidates that start with what is typed, as the shell wants them.
  func offered(_ candidates: [String]) -> [String] {
    candidates.filter { $0.hasPrefix(typed) && Self.isShown($0) }.map { candidate in
      switch shell {
      // bash expands every candidate once (compgen -W): a file may be called `$(rm -r x).mp4`.
      case .some(.bash): "'" + candidate.dropFirst(kept).replacing("'", with: "'\\''") + "'"
      // zsh takes what follows a colon for a description.
      case .some(.zsh): candidate.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
      default: candidate
      }
    }
  }

  /// The value of an option on the line; nil without the option.
  func value(of option: String) -> String? {
    guard let place = words.lastIndex(of: option), place + 1 < words.count, place + 1 != index else { return nil }
    return Self.unquoted(words[place + 1])
  }

  /// The words before the one being typed that are neither options nor their values, the commands' names first.
  var positionals: [String] {
    var positionals: [String] = []
    var isValue = false
    for word in words[..<index].dropFirst() {
      if isValue {
        isValue = false
      } else if word.hasPrefix("--") {
        isValue = Self.valued.contains(word)
      } else if !word.hasPrefix("-") || word == "-" {
        positionals.append(word)
      }
    }
    return positionals
  }

  /// The options that commands with reels as arguments have, and that take a value.
  private static let valued: Set<String> = ["--catalog", "--query", "--at", "--output"]

  /// bash's words with the pieces between signs joined; a `@` starts a word, the other signs are inside one.
  private static func joined(_ pieces: [String]) -> [String] {
    var words: [String] = []
    var joinsNext = false
    for piece in pieces {
      let isInner = isSign(piece) && piece != "@"
      if !words.isEmpty, joinsNext || (isInner && words.count > 1) {
        words[words.count - 1] += piece
      } else {
        words.append(piece)
      }
      joinsNext = isSign(piece)
    }
    return words
  }

  private static func isSign(_ word: String) -> Bool { !word.isEmpty && word.allSatisfy { ":=@".contains($0) } }

  /// A word without the quotes and backslashes meant for the shell.
  private static func unquoted(_ word: String) -> String {
    let opened = word.hasPrefix("\"") || word.hasPrefix("'") ? word.dropFirst() : word[...]
    return String(opened).replacing("\\", with: "")
  }

  private static func isShown(_ candidate: String) -> Bool {
    !candidate.hasControlCharacter
  }
}
