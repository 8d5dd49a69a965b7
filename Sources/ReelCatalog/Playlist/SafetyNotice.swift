/// What a person reads before they start, in every language of the vocabulary.
public struct SafetyNotice: Sendable, Equatable {
  /// Signs that call for help first: emergencies before others, each once, in the vocabulary's order.
  public let redFlags: [RedFlag]
  /// What the routine says of itself, in its own language; empty when it says nothing.
  public let note: String
  private let phrases: [SafetyPhrase: Wording]

  /// - Parameters:
  ///   - flags: Ids of red flags, in any order.
  ///   - note: A routine's note.
  public init(_ flags: [String], note: String = "", vocabulary: Vocabulary) {
    let wanted = Set(flags)
    redFlags = RedFlag.Urgency.allCases.flatMap { urgency in
      vocabulary.redFlags.filter { $0.urgency == urgency && wanted.contains($0.id) }
    }
    self.note = note
    phrases = vocabulary.safetyPhrases
  }

  /// The phrase in every language it is known in.
  func phrase(_ phrase: SafetyPhrase) -> Wording { phrases[phrase] ?? Wording() }

  /// The flags of an urgency.
  func redFlags(_ urgency: RedFlag.Urgency) -> [RedFlag] { redFlags.filter { $0.urgency == urgency } }

  /// A sentence for each urgency that has flags, in English: `See a doctor first if you have a fever; a calf is sore.`
  public var sentences: [String] {
    RedFlag.Urgency.allCases.compactMap { urgency in
      let flags = redFlags(urgency).map { $0.text["en"] }
      return flags.isEmpty ? nil : "\(phrase(urgency.phrase)["en"]) \(flags.joined(separator: "; "))."
    }
  }
}

extension RedFlag.Urgency {
  /// What stands before the flags.
  var phrase: SafetyPhrase {
    switch self {
    case .emergency: .emergency
    case .seeFirst: .seeFirst
    }
  }
}

extension JSONText {
  /// Writes `redFlags`, in English, or nothing when there are none.
  public mutating func member(redFlags: [RedFlag]) {
    guard !redFlags.isEmpty else { return }
    member("redFlags") { json in
      json.array { json in
        for flag in redFlags {
          json.object(.inline) { json in
            json.member("id", flag.id)
            json.member("urgency", flag.urgency.rawValue)
            json.member("text", flag.text["en"])
          }
        }
      }
    }
  }
}
