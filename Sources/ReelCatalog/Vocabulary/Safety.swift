/// A text in several languages, by language code; English is always there.
public struct Wording: Sendable, Equatable {
  /// By language code, such as `de`.
  public let texts: [String: String]

  public init(_ texts: [String: String] = [:]) { self.texts = texts }

  /// The text in a language, or else in English.
  public subscript(language: String) -> String { texts[language] ?? texts["en"] ?? "" }
}

/// A sign that calls for help before exercise, to be read by the person who wants to begin.
public struct RedFlag: Sendable, Equatable {
  /// Such as `saddle-numbness`.
  public let id: String
  public let urgency: Urgency
  /// Completes the phrase of its urgency: "you feel numb between your legs".
  public let text: Wording

  /// What the person should do; the most urgent comes first.
  public enum Urgency: String, Sendable, CaseIterable {
    /// Go to hospital or call an ambulance.
    case emergency
    /// See a doctor or physiotherapist before you begin.
    case seeFirst = "see-first"
  }

  public init(id: String, urgency: Urgency, text: Wording) {
    self.id = id
    self.urgency = urgency
    self.text = text
  }
}

/// What the program says about safety, in every language of the vocabulary.
public enum SafetyPhrase: String, Sendable, CaseIterable {
  /// The heading of what to read before you start.
  case beforeStart = "before-start"
  /// "Stop if it hurts more than when you began."
  case stop
  /// Before the list of emergencies.
  case emergency
  /// Before the list of reasons to see somebody first.
  case seeFirst = "see-first"
  /// Before an exposure's warning: "Take care: it".
  case caution
}

extension Vocabulary {
  /// What to tell a person who has to take care with some exposures about an exercise that has others, too.
  ///
  /// In the vocabulary's order. An exposure without words for people is named, since no warning may be lost.
  func cautions(_ exposures: [String], heeding warned: Set<String>) -> [Wording] {
    let involved = warned.intersection(exposures)
    guard !involved.isEmpty else { return [] }
    let known = self.exposures.filter { involved.contains($0.id) && !$0.warning.texts.isEmpty }
    let unknown = involved.subtracting(known.map(\.id)).sorted()
    return known.map(\.warning)
      + unknown.map { Wording(["en": "involves \($0.split(separator: "-").joined(separator: " "))"]) }
  }
}
