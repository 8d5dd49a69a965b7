import FoundationEssentials
import MediaFacts
public import ReelCatalog

/// What the page "Name these" asks about, for a server that takes answers.
extension Gallery {
  /// The names of all exercises in all languages; loaded when somebody types one.
  static let namesFile = "data/names.js"

  /// For each exercise its names as they are compared, so that the page needs to fold only what is typed.
  var namesData: [UInt8] {
    Self.script("names") { json in
      json.object { json in
        for exercise in vocabulary.exercises {
          var seen: Set<String> = []
          let names = ([exercise.name, exercise.id] + exercise.forms.map(\.text))
            .map { FoldedText($0).words.joined(separator: " ") }.filter { !$0.isEmpty && seen.insert($0).inserted }
          json.member(exercise.id) { json in json.array { json in for name in names { json.value(name) } } }
        }
      }
    }
  }

  /// The questions: reels without a name that move alike, then those by themselves.
  ///
  /// - Parameter items: In the order in which to ask.
  public func questions(_ items: [ReviewItem]) -> [UInt8] {
    let known = Dictionary(reels.map { ($0.id, $0) }) { first, _ in first }
    var json = JSONText(.inline)
    json.object { json in
      json.member("items") { json in
        json.array { json in
          for item in items {
            let members = Self.members(of: item).filter { known[$0.reel] != nil }
            guard let first = members.first.flatMap({ known[$0.reel] }) else { continue }
            json.object { json in
              Self.write("reels", members.map(\.reel.text), to: &json)
              let mirrored = members.filter(\.isMirrored)
              if !mirrored.isEmpty { Self.write("mirrored", mirrored.map(\.reel.text), to: &json) }
              Self.writeSeenWords(of: first, to: &json)
            }
          }
        }
      }
    }
    return json.takeBytes()
  }

  /// What the reels of one question may be, and what a new exercise of theirs starts from.
  public func possibilities(of reels: [Reel], _ suggestions: [ExerciseSuggestion]) -> [UInt8] {
    let draft = ExerciseDraft(name: "", seenIn: reels)
    var json = JSONText(.inline)
    json.object { json in
      json.member("suggestions") { json in
        json.array { json in
          for suggestion in suggestions where vocabulary.exercise(suggestion.exercise) != nil {
            json.object { json in
              json.member("exercise", suggestion.exercise)
              json.member("named", suggestion.namedCount)
              json.member("percent", Int((suggestion.share * 100).rounded()))
            }
          }
        }
      }
      json.member("draft") { json in
        json.object { json in
          Self.write("primary", draft.primary.map(\.rawValue), to: &json)
          Self.write("positions", draft.positions.map(\.rawValue), to: &json)
          json.member("mode", draft.mode?.rawValue)
          json.member("side", draft.side?.rawValue)
        }
      }
    }
    return json.takeBytes()
  }

  private static func members(of item: ReviewItem) -> [ReviewGroup.Member] {
    switch item {
    case .group(let group): group.members
    case .reel(let reel): [ReviewGroup.Member(reel: reel, isMirrored: false)]
    }
  }

  private static func writeSeenWords(of reel: Reel, to json: inout JSONText) {
    guard let seen = reel.seen, seen.gate == nil else { return }
    json.member("seen") { json in
      json.object { json in
        if let position = seen.position, position.isTag { json.member("position", position.value.rawValue) }
        json.member("words", seen.pattern?.words)
      }
    }
  }

  private static func write(_ name: String, _ texts: [String], to json: inout JSONText) {
    json.member(name) { json in json.array { json in for text in texts { json.value(text) } } }
  }
}
