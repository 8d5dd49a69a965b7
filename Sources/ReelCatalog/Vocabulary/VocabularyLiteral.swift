/// The compact text that the standard vocabulary is compiled into: one line per record, fields between tabs.
///
/// The compiler takes one long string literal in a blink, while array literals of this size take minutes, and reading
/// it back takes a few milliseconds. The first field names the record. A record's surface forms follow it in lines
/// that start with `+` and the language. Commas separate list items, and semicolons lists of lists.
public enum VocabularyLiteral {
  /// Writes a vocabulary down. The same vocabulary gives the same text.
  public static func encode(_ vocabulary: Vocabulary) -> String {
    var lines: [String] = []
    for item in vocabulary.exercises {
      lines.append(
        line(
          "exercise", item.id, item.name, item.region.rawValue, list(item.primary), list(item.secondary),
          list(item.control), list(item.core), item.mode.rawValue, list(item.positions),
          item.equipment.map { $0.joined(separator: ",") }.joined(separator: ";"),
          item.optionalEquipment.joined(separator: ","), item.side.rawValue, item.level.rawValue,
          item.exposures.joined(separator: ","), item.contraction?.rawValue ?? "",
          list(item.otherModes)))
      lines += formLines(item.forms)
    }
    for item in vocabulary.families {
      lines.append(
        line(
          "family", item.id, item.region?.rawValue ?? "", list(item.primary), list(item.secondary),
          item.mode?.rawValue ?? "", list(item.otherModes), item.exposures.joined(separator: ",")))
      lines += formLines(item.forms)
    }
    for item in vocabulary.terms {
      lines.append(line("term", item.kind.rawValue, item.value))
      lines += formLines(item.forms)
    }
    for item in vocabulary.muscles {
      lines.append(
        line(
          "muscle", item.id, item.region.rawValue, list(item.work.primary), list(item.work.secondary),
          list(item.stretch.primary), list(item.stretch.secondary)))
      lines += formLines(item.forms)
    }
    for item in vocabulary.ambiguous {
      lines.append(line("ambiguous", item.name, item.standard ?? "", item.sharedWith.joined(separator: ",")))
      lines += item.cues.map { (["*", $0.exercise] + $0.words).joined(separator: "\t") }
    }
    for item in vocabulary.falseFriends {
      lines.append(line("friend", item.phrase))
      lines.append((["-"] + item.rejectedBy).joined(separator: "\t"))
      lines.append((["!"] + item.requires).joined(separator: "\t"))
    }
    lines.append((["everyday"] + vocabulary.everydayNames.inCaptions).joined(separator: "\t"))
    lines.append((["-"] + vocabulary.everydayNames.inCaptionsAndFileNames).joined(separator: "\t"))
    lines.append((["!"] + vocabulary.everydayNames.besideOtherTopics).joined(separator: "\t"))
    lines += vocabulary.spelling.map { line("spelling", $0.wrong, $0.right) }
    lines += vocabulary.neverFuzzy.map { (["never"] + $0).joined(separator: "\t") }
    for item in vocabulary.exposures {
      lines.append(line("exposure", item.id, item.meaning, list(item.positions)))
      lines += wordingLines(item.warning)
    }
    lines += vocabulary.conditions.map {
      line(
        "condition", $0.id, $0.label, $0.exclude.joined(separator: ","), $0.warn.joined(separator: ","), $0.window,
        $0.redFlags.joined(separator: ","), $0.needsDoctor ? "doctor" : "")
    }
    for item in vocabulary.redFlags {
      lines.append(line("flag", item.id, item.urgency.rawValue))
      lines += wordingLines(item.text)
    }
    for phrase in SafetyPhrase.allCases {
      guard let wording = vocabulary.safetyPhrases[phrase] else { continue }
      lines.append(line("safety", phrase.rawValue))
      lines += wordingLines(wording)
    }
    lines += vocabulary.doses.map { dose in
      let amounts = DoseDefault.Measure.allCases.compactMap { measure in
        dose[measure].map { "\(measure.rawValue)=\($0)" }
      }
      return line("dose", dose.mode.rawValue, amounts.joined(separator: ","))
    }
    lines.append((["equipment"] + vocabulary.equipment).joined(separator: "\t"))
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads what `encode` wrote.
  ///
  /// - Throws: `VocabularyError` with the line that isn't in this form.
  public static func decode(_ text: String) throws(VocabularyError) -> Vocabulary {
    var reader = VocabularyLiteralReader()
    try reader.read(text)
    return reader.vocabulary
  }

  private static func line(_ fields: String...) -> String { fields.joined(separator: "\t") }

  private static func list(_ words: [some RawRepresentable<String>]) -> String {
    words.map(\.rawValue).joined(separator: ",")
  }

  private static func wordingLines(_ wording: Wording) -> [String] {
    wording.texts.sorted { $0.key < $1.key }.map { line("*", $0.key, $0.value) }
  }

  private static func formLines(_ forms: [SurfaceForm]) -> [String] {
    var lines: [String] = []
    var start = forms.startIndex
    while start < forms.endIndex {
      let language = forms[start].language
      let end = forms[start...].firstIndex { $0.language != language } ?? forms.endIndex
      lines.append((["+", language] + forms[start..<end].map(\.text)).joined(separator: "\t"))
      start = end
    }
    return lines
  }
}
