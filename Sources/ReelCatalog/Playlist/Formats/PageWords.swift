/// What a page says in the language of the person who reads it; the script chooses by the browser's languages.
///
/// A language is offered only if everything on the page is known in it, so no block mixes two.
struct PageWords {
  private let notice: SafetyNotice
  /// Everything that steps warn of, each once.
  private let cautions: [Wording]

  init(_ playlist: Playlist) {
    notice = playlist.notice
    cautions = playlist.entries.flatMap(\.cautions).reduce(into: []) { all, caution in
      if !all.contains(caution) { all.append(caution) }
    }
  }

  /// Where a step's cautions are in every language's list.
  func places(of cautions: [Wording]) -> [Int] { cautions.compactMap { self.cautions.firstIndex(of: $0) } }

  /// An object with a member for each language; English is always there.
  func write(into json: inout JSONText) {
    json.object { json in
      for language in languages { json.member(language) { write(language, into: &$0) } }
    }
  }

  private var languages: [String] {
    let all = SafetyPhrase.allCases.map(notice.phrase) + notice.redFlags.map(\.text) + cautions
    let shared = all.dropFirst().reduce(Set(all[0].texts.keys)) { $0.intersection($1.texts.keys) }
    return shared.union(["en"]).sorted()
  }

  private func write(_ language: String, into json: inout JSONText) {
    func list(_ texts: [Wording], _ name: String, _ json: inout JSONText) {
      json.member(name) { json in json.array { json in for text in texts { json.value(text[language]) } } }
    }
    json.object { json in
      json.member("beforeStart", notice.phrase(.beforeStart)[language])
      json.member("emergency", notice.phrase(.emergency)[language])
      list(notice.redFlags(.emergency).map(\.text), "emergencies", &json)
      json.member("seeFirst", notice.phrase(.seeFirst)[language])
      list(notice.redFlags(.seeFirst).map(\.text), "reasons", &json)
      json.member("stop", notice.phrase(.stop)[language])
      json.member("caution", notice.phrase(.caution)[language])
      list(cautions, "cautions", &json)
    }
  }
}
