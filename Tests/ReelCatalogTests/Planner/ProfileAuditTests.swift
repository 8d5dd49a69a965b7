import Foundation
import ReelCatalog
import Testing

/// Nobody is offered what their profile excludes, by a list that knows nothing of our exposures.
@Suite struct ProfileAuditTests {
  /// By profile, the exercises that must never be offered, with the reason.
  private static func neverOffered() throws -> [String: [String: String]] {
    var never: [String: [String: String]] = [:]
    for row in try rows(of: "never-offered.tsv", fields: 3) { never[row[0], default: [:]][row[1]] = row[2] }
    return never
  }

  /// A clip, and the exercises that it may truly show.
  private struct Clip {
    let reel: Reel
    let shows: [String]
  }

  private static func clips() throws -> [Clip] {
    try rows(of: "coach-clips.tsv", fields: 4).enumerated().map { number, row in
      let path = PathBytes(row[0])
      var evidence = [Evidence(source: .filename, text: path.lastComponent.text)]
      if let folder = row[0].split(separator: "/").dropLast().last {
        evidence.append(Evidence(source: .folder, text: String(folder)))
      }
      if !row[1].isEmpty { evidence.append(Evidence(source: .sidecar, text: row[1])) }
      var reel = try PlaylistTests.reel(number + 1, path: row[0], milliseconds: 1000 * (try #require(Int(row[2]))))
      reel.tagging = Tagger.standard.tagging(of: evidence)
      return Clip(reel: reel, shows: row[3] == "-" ? [] : row[3].split(separator: ",").map(String.init))
    }
  }

  private static func rows(of name: String, fields: Int) throws -> [[String]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name)
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      let row = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(row.count == fields, "\(name): \($0)")
      return row
    }
  }

  @Test func `the list speaks of profiles and exercises that there are`() throws {
    let vocabulary = Vocabulary.standard
    let never = try Self.neverOffered()
    #expect(Set(never.keys) == Set(vocabulary.conditions.filter { !$0.needsDoctor }.map(\.id)))
    for (profile, exercises) in never {
      #expect(exercises.keys.filter { vocabulary.exercise($0) == nil } == [], "\(profile)")
    }
    let shown = try Set(Self.clips().flatMap(\.shows))
    #expect(shown.filter { vocabulary.exercise($0) == nil } == [])
  }

  @Test func `no exercise is left in that its profile must not meet`() throws {
    for (profile, exercises) in try Self.neverOffered() {
      let condition = try #require(Vocabulary.standard.condition(profile))
      for (id, reason) in exercises {
        let exposures = Vocabulary.standard.exercise(id)?.exposures ?? []
        #expect(!Set(condition.exclude).isDisjoint(with: exposures), "\(profile): \(id), \(reason)")
      }
    }
  }

  @Test func `no playlist for a profile holds a clip that may show what it must never meet`() throws {
    let (never, clips) = (try Self.neverOffered(), try Self.clips())
    let shows = Dictionary(uniqueKeysWithValues: clips.map { ($0.reel.id, $0) })
    let reels = clips.map(\.reel)
    var chosen = 0
    for condition in Vocabulary.standard.conditions where !condition.needsDoctor {
      for routine in Routine.standard {
        let request = try PlaylistRequest(
          routine: routine, equipment: nil, level: nil, profiles: [condition.id], seed: nil, vocabulary: .standard)
        for reel in request.plan(from: reels).slots.flatMap(\.reels) {
          chosen += 1
          let clip = try #require(shows[reel])
          for exercise in clip.shows {
            let reason = never[condition.id]?[exercise]
            #expect(
              reason == nil, "\(condition.id), \(routine.id): \(clip.reel.paths[0].text) \(exercise): \(reason ?? "")")
          }
        }
      }
    }
    // The folder is rich enough for the test to mean something.
    #expect(chosen > 1000)
  }

  @Test func `no clip is on offer to a profile that must never meet what it may show`() throws {
    let (never, clips) = (try Self.neverOffered(), try Self.clips())
    for condition in Vocabulary.standard.conditions where !condition.needsDoctor {
      for clip in clips {
        guard let exposures = PlanCandidate(clip.reel, vocabulary: .standard)?.traits.exposures,
          Set(condition.exclude).isDisjoint(with: exposures)
        else { continue }
        for exercise in clip.shows {
          let reason = never[condition.id]?[exercise]
          #expect(reason == nil, "\(condition.id): \(clip.reel.paths[0].text) | \(exercise): \(reason ?? "")")
        }
      }
    }
  }
}
