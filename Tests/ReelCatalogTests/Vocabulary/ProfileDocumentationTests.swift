import Foundation
import ReelCatalog
import Testing

/// Holds docs/profiles.md to the profiles: `HIPREEL_RECORD=1` writes it.
@Suite struct ProfileDocumentationTests {
  @Test func `the page lists every profile as it is`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/profiles.md")
      .standardized
    if ProcessInfo.processInfo.environment["HIPREEL_RECORD"] != nil {
      try Self.text.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == Self.text, "HIPREEL_RECORD=1 writes it anew")
  }

  private static var text: String {
    """
    # Profiles

    What `--avoid PROFILE` leaves out of a playlist, and what it points out beside a reel. `hipreel
    playlist six-way-tour --avoid x` lists the names. These are positions and loads that people are
    commonly advised to leave out for a time, not medical advice: hardly any guideline bans a position,
    and no clinician has reviewed this page. Ask the person's surgeon, doctor or physiotherapist.
    [VOCABULARY.md](VOCABULARY.md) tells where it comes from; `ProfileDocumentationTests` writes it from
    catalog/exercises.yaml.

    \(Vocabulary.standard.conditions.map(section).joined(separator: "\n"))
    """
  }

  private static func section(_ profile: ConditionProfile) -> String {
    var lines = ["## \(profile.label)", "", "`\(profile.id)`: \(profile.window).", ""]
    if profile.needsDoctor {
      lines += ["hipreel plans nothing: see a doctor first.", ""]
    }
    if !profile.exclude.isEmpty { lines += ["Leaves out whatever", ""] + list(profile.exclude) + [""] }
    if !profile.warn.isEmpty { lines += ["Points out whatever", ""] + list(profile.warn) + [""] }
    return lines.joined(separator: "\n")
  }

  private static func list(_ exposures: [String]) -> [String] {
    exposures.map { "- \(Vocabulary.standard.exposure($0)?.warning["en"] ?? "") (`\($0)`)" }
  }
}
