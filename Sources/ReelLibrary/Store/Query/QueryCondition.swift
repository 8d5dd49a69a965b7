import GRDB
import MediaFacts
import ReelCatalog

/// Writes the condition of a query and gathers its arguments, in one walk over the expression.
struct QueryCondition {
  /// How tags and words are looked for.
  enum Form {
    /// All reels that have one are found first: for a whole answer.
    case sets
    /// Each reel's own are checked: for a few reels that are known already.
    case eachReel
  }

  private(set) var arguments: [any DatabaseValueConvertible] = []
  private let now: QueryNow
  private let form: Form

  init(now: QueryNow, _ form: Form) {
    self.now = now
    self.form = form
  }

  mutating func sql(_ query: Query) -> String {
    let gone = query.includesGone ? [] : ["reel.gone = 0"]
    switch query.expression {
    case .all(let parts):
      let durations = parts.compactMap(Self.durations)
      return all(gone + parts.map { sql($0, among: durations) })
    default: return all(gone + [sql(query.expression, among: [])])
    }
  }

  /// - Parameter durations: Ranges that every reel must be in anyway; the tag table is keyed by tag and duration, so
  ///   that they shorten its lists.
  private mutating func sql(_ expression: Query.Expression, among durations: [QueryRange]) -> String {
    switch expression {
    case .all(let parts): all(parts.map { sql($0, among: []) })
    case .any(let parts): any(parts.map { sql($0, among: []) })
    case .not(let part): "NOT \(sql(part, among: []))"
    case .term(.tag(let pattern)): tag(pattern, durations)
    case .term(let term): sql(term)
    }
  }

  private mutating func sql(_ term: QueryTerm) -> String {
    switch term {
    case .words(let pattern): words(pattern)
    case .text(let field, let pattern): text(field, pattern)
    case .number(.rating, let range): said(.rating, within(QueryColumn.number(.rating), range))
    case .number(let field, let range): Self.known(QueryColumn.number(field), within(QueryColumn.number(field), range))
    case .date(.recorded, let range): recorded(range)
    case .date(let field, let range):
      Self.known(QueryColumn.date(field), within(QueryColumn.date(field), range.unixSeconds(at: now)))
    case .tag(let pattern): tag(pattern, [])
    case .status(let statuses): "reel.status IN \(list(statuses.map(\.rawValue)))"
    case .orientation(let orientations): orientation(orientations)
    case .kind(let kinds): "coalesce(reel.kind, '') IN \(list(kinds.map { $0?.rawValue ?? "" }))"
    case .isFavourite: said(.favourite, "said.number = 1")
    case .isTagged: "EXISTS (SELECT 1 FROM reel_tagging WHERE reel_tagging.reel = reel.id)"
    case .isGone: "(reel.gone <> 0)"
    case .isContradicted: Self.isContradicted
    case .isKnown(let field): isKnown(field)
    }
  }

  private func all(_ parts: [String]) -> String {
    parts.isEmpty ? "1" : "(\(parts.joined(separator: " AND ")))"
  }

  private func any(_ parts: [String]) -> String {
    parts.isEmpty ? "0" : "(\(parts.joined(separator: " OR ")))"
  }

  private mutating func bind(_ value: some DatabaseValueConvertible) -> String {
    arguments.append(value)
    return "?"
  }

  private mutating func list(_ values: [String]) -> String {
    "(\(values.map { bind($0) }.joined(separator: ", ")))"
  }

  private static func known(_ column: String, _ condition: String) -> String {
    "(\(column) IS NOT NULL AND \(condition))"
  }
}

// MARK: - Terms

extension QueryCondition {
  /// FTS5 takes words in quotation marks as a phrase, and folded words hold no quotation marks.
  private mutating func words(_ pattern: WordPattern) -> String {
    let phrase = "\"\(pattern.words.joined(separator: " "))\"\(pattern.isPrefix ? " *" : "")"
    return switch form {
    case .sets: "reel.id IN (SELECT rowid FROM reel_words WHERE reel_words MATCH \(bind(phrase)))"
    case .eachReel: "EXISTS (SELECT 1 FROM reel_words WHERE rowid = reel.id AND reel_words MATCH \(bind(phrase)))"
    }
  }

  private mutating func text(_ field: QueryField.Text, _ pattern: TextPattern) -> String {
    let condition = condition(field, QueryColumn.text(field), pattern)
    switch field {
    case .note: return said(.note, condition)
    case .onScreen: return onScreen(condition)
    case .path, .folder, .name: return any([condition, copy(field, pattern)])
    default: return Self.known(QueryColumn.text(field), condition)
    }
  }

  /// Whether another path of a reel with several is like a pattern.
  private mutating func copy(_ field: QueryField.Text, _ pattern: TextPattern) -> String {
    let condition = condition(field, QueryColumn.text(field, in: "copy_path"), pattern)
    return switch form {
    case .sets: "reel.id IN (SELECT copy_path.reel FROM copy_path WHERE \(condition))"
    case .eachReel: "EXISTS (SELECT 1 FROM copy_path WHERE copy_path.reel = reel.id AND \(condition))"
    }
  }

  private mutating func condition(_ field: QueryField.Text, _ column: String, _ pattern: TextPattern) -> String {
    switch pattern {
    case .contains(let piece): "instr(hipreel_fold(\(column)), \(bind(piece))) > 0"
    // An id's characters are hex digits and a hyphen, which all sort before `g`.
    case .begins(let start) where field == .id: "\(column) >= \(bind(start)) AND \(column) < \(bind(start + "g"))"
    case .begins(let start):
      "\(column) GLOB \(bind(Self.sqlGlob(start.unicodeScalars.map { .scalar($0) } + [.anyRun])))"
    case .oneOf(let values): "\(column) IN \(list(values))"
    case .glob(let glob) where field.isFolded: "hipreel_fold(\(column)) GLOB \(bind(Self.sqlGlob(glob.elements)))"
    case .glob(let glob): "\(column) GLOB \(bind(Self.sqlGlob(glob.elements)))"
    }
  }

  private mutating func recorded(_ range: QueryDateRange) -> String {
    let wall = range.wallSeconds(at: now)
    let conditions = [(wall.low, ">="), (wall.high, "<=")].compactMap { bound, sign in
      bound.map { "\(QueryColumn.recordedWall(now)) \(sign) \(bind($0))" }
    }
    return Self.known(QueryColumn.date(.recorded), all(conditions))
  }

  /// A condition on the person's last word on a matter, which is the row `said` of the log.
  private func said(_ matter: EditFields.Action, _ condition: String) -> String {
    let last = """
      said.action = '\(matter.rawValue)' AND \(condition) AND NOT EXISTS (SELECT 1 FROM standing_edit AS later
        WHERE later.action = '\(matter.rawValue)' AND later.reel = said.reel AND later.sequence > said.sequence)
      """
    return switch form {
    case .sets: "reel.id IN (SELECT said.reel FROM standing_edit AS said WHERE \(last))"
    case .eachReel: "EXISTS (SELECT 1 FROM standing_edit AS said WHERE said.reel = reel.id AND \(last))"
    }
  }

  /// A condition on one of the texts that were read on a reel's picture, which is the row `screen_text`.
  private func onScreen(_ condition: String) -> String {
    let read = "screen_text.source = '\(EvidenceSource.onScreen.rawValue)' AND \(condition)"
    return switch form {
    case .sets: "reel.id IN (SELECT screen_text.reel FROM evidence AS screen_text WHERE \(read))"
    case .eachReel: "EXISTS (SELECT 1 FROM evidence AS screen_text WHERE screen_text.reel = reel.id AND \(read))"
    }
  }

  /// A pattern as SQLite writes it: special characters that are meant literally are in brackets.
  private static func sqlGlob(_ elements: [Glob.Element]) -> String {
    elements.map { element in
      switch element {
      case .anyRun: "*"
      case .anyOne: "?"
      case .scalar("*"): "[*]"
      case .scalar("?"): "[?]"
      case .scalar("["): "[[]"
      case .scalar(let scalar): String(Character(scalar))
      }
    }.joined()
  }

  private mutating func within(_ column: String, _ range: QueryRange) -> String {
    switch (range.low, range.high) {
    case (nil, nil): "1"
    case (let low?, nil): "\(column) >= \(bind(low))"
    case (nil, let high?): "\(column) <= \(bind(high))"
    case (let low?, let high?):
      low == high ? "\(column) = \(bind(low))" : "\(column) BETWEEN \(bind(low)) AND \(bind(high))"
    }
  }

  private mutating func tag(_ pattern: TagPattern, _ durations: [QueryRange]) -> String {
    var conditions = ["tag IN (SELECT id FROM tag_name WHERE \(tagName(pattern)))"]
    for range in durations {
      // Unknown durations are kept as -1.
      conditions.append(within("reel_tag.duration_ms", QueryRange(low: max(range.low ?? 0, 0), high: range.high)))
    }
    if let minimum = pattern.minimum { conditions.append("reel_tag.confidence >= \(bind(minimum.permille))") }
    let all = conditions.joined(separator: " AND ")
    return switch form {
    case .sets: "reel.id IN (SELECT reel FROM reel_tag WHERE \(all))"
    // The whole key of a row: its duration may be older than the reel's until the reel is retagged.
    case .eachReel:
      """
      EXISTS (SELECT 1 FROM reel_tagging JOIN reel_tag ON reel_tag.duration_ms = reel_tagging.duration_ms
        AND reel_tag.reel = reel_tagging.reel WHERE reel_tagging.reel = reel.id AND \(all))
      """
    }
  }

  private mutating func tagName(_ pattern: TagPattern) -> String {
    var conditions = ["facet = \(bind(pattern.facet.rawValue))"]
    switch pattern.value {
    case .any: break
    case .oneOf(let values): conditions.append("value IN \(list(values))")
    case .glob(let glob): conditions.append("value GLOB \(bind(Self.sqlGlob(glob.elements)))")
    }
    if let role = pattern.role { conditions.append("role = \(bind(role.rawValue))") }
    return conditions.joined(separator: " AND ")
  }

  private func orientation(_ orientations: [Orientation]) -> String {
    let comparisons = orientations.map { orientation in
      switch orientation {
      case .portrait: "reel.width < reel.height"
      case .landscape: "reel.width > reel.height"
      case .square: "reel.width = reel.height"
      }
    }
    return Self.known("reel.width", any(comparisons))
  }

  private mutating func isKnown(_ field: QueryField) -> String {
    switch field.kind {
    case .text(.note): said(.note, "said.text IS NOT NULL")
    case .text(.onScreen): onScreen("1")
    case .text(let text): "(\(QueryColumn.text(text)) IS NOT NULL)"
    case .number(.rating): said(.rating, "said.number IS NOT NULL")
    case .number(let number): "(\(QueryColumn.number(number)) IS NOT NULL)"
    case .date(let date): "(\(QueryColumn.date(date)) IS NOT NULL)"
    case .tag(let facet): tag(TagPattern(facet: facet, value: .any), [])
    case .orientation: "(reel.width IS NOT NULL)"
    case .conflict: Self.isContradicted
    case .status, .favourite, .tagged, .gone, .companion, .words: "1"
    }
  }

  private static let isContradicted =
    "EXISTS (SELECT 1 FROM seen WHERE seen.reel = reel.id AND seen.is_contradicted)"

  private static func durations(_ expression: Query.Expression) -> QueryRange? {
    guard case .term(.number(.duration, let range)) = expression else { return nil }
    return range
  }
}
