import Foundation
import ReelCatalog
import Testing

/// What is said about a person's safety: beside a reel, before the start, and instead of a plan.
@Suite struct PlaylistSafetyTests {
  private static func flag(_ id: String, _ urgency: RedFlag.Urgency, _ english: String, _ german: String) -> RedFlag {
    RedFlag(id: id, urgency: urgency, text: Wording(["en": english, "de": german, "fr": "\(id) fr"]))
  }

  private static func vocabulary(untranslated: RedFlag? = nil) -> Vocabulary {
    Vocabulary(
      exercises: [
        PlanSamples.exercise("squat", [.flexion], exposures: ["deep-hip-flexion", "axial-load"]),
        PlanSamples.exercise("lunge", [.extension], exposures: ["single-leg"]),
      ],
      exposures: [
        Exposure(
          id: "axial-load", meaning: "", warning: Wording(["en": "loads the spine", "de": "belastet den Rücken"])),
        Exposure(
          id: "deep-hip-flexion", meaning: "",
          warning: Wording(["en": "bends the hip deeply", "de": "beugt die Hüfte tief"])),
        Exposure(id: "impact", meaning: ""), Exposure(id: "single-leg", meaning: ""),
      ],
      conditions: [
        ConditionProfile(
          id: "sore-front", label: "Soreness at the front", exclude: ["impact"],
          warn: ["deep-hip-flexion", "axial-load"], window: "", redFlags: ["fever", "numb"]),
        ConditionProfile(
          id: "weak-side", label: "Weakness at the side", exclude: [], warn: ["single-leg", "deep-hip-flexion"],
          window: ""),
        ConditionProfile(
          id: "stress-fracture", label: "Stress fracture", exclude: [], warn: [], window: "", redFlags: ["numb"],
          needsDoctor: true),
      ],
      redFlags: [
        flag("fever", .seeFirst, "you have a fever", "Sie Fieber haben"),
        flag("numb", .emergency, "you feel numb", "Sie etwas taub spüren"),
        flag("fall", .seeFirst, "you had a fall", "Sie gestürzt sind"),
      ] + (untranslated.map { [$0] } ?? []),
      safetyPhrases: Dictionary(
        uniqueKeysWithValues: SafetyPhrase.allCases.map {
          ($0, Wording(["en": "\($0.rawValue) en", "de": "\($0.rawValue) de"]))
        }))
  }

  private static func routine(redFlags: [String] = [], note: String = "") throws -> Routine {
    try Routine(
      id: "sample", title: "Sample", totalSeconds: 80, toleranceSeconds: 0, maximumLevel: .advanced,
      blocks: [
        PlanSamples.block("sit", slot: 40, set: 40, transition: 0) { $0.primaryAny = [.flexion] },
        PlanSamples.block("front", slot: 40, set: 40, transition: 0) { $0.primaryAny = [.extension] },
      ], note: note, redFlags: redFlags)
  }

  private static func request(
    _ profiles: String..., redFlags: [String] = [], note: String = "", vocabulary: Vocabulary = vocabulary()
  ) throws -> PlaylistRequest {
    try PlaylistRequest(
      routine: try routine(redFlags: redFlags, note: note), equipment: nil, level: nil, profiles: profiles, seed: nil,
      vocabulary: vocabulary)
  }

  private static func reels() throws -> [Reel] {
    [
      try PlaylistTests.reel(1, path: "s.mp4", exercise: "squat", milliseconds: 40_000),
      try PlaylistTests.reel(2, path: "l.mp4", exercise: "lunge", milliseconds: 40_000),
    ]
  }

  private static func playlist(_ request: PlaylistRequest) throws -> Playlist {
    request.playlist(of: request.plan(from: try reels()), from: try reels())
  }

  private static func text(_ format: PlaylistFormat, _ playlist: Playlist) -> String {
    String(decoding: format.rendered(playlist, at: PlaylistTests.place).bytes, as: UTF8.self)
  }

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The data of a page.
  private static func data(of playlist: Playlist) throws -> [String: Any] {
    let page = text(.html, playlist)
    let start = try #require(page.range(of: "<script id=\"data\" type=\"application/json\">")).upperBound
    let end = try #require(page.range(of: "</script>", range: start..<page.endIndex)).lowerBound
    return try object(String(page[start..<end]))
  }

  @Test func `what a profile warns of stands beside the reels that involve it, in the vocabulary's order`() throws {
    let one = try Self.playlist(Self.request("sore-front"))
    #expect(one.entries.map { $0.cautions.map { $0["en"] } } == [["loads the spine", "bends the hip deeply"], []])
    let both = try Self.playlist(Self.request("sore-front", "weak-side"))
    #expect(both.entries.last?.cautions.map { $0["en"] } == ["involves single leg"], "no warning without words is lost")
    #expect(try Self.playlist(Self.request()).entries.allSatisfy(\.cautions.isEmpty))
  }

  @Test func `formats with a place for it say it`() throws {
    let playlist = try Self.playlist(Self.request("sore-front"))
    let entries = try #require(try Self.object(Self.text(.json, playlist))["entries"] as? [[String: Any]])
    #expect(entries[0]["cautions"] as? [String] == ["loads the spine", "bends the hip deeply"])
    #expect(entries[1]["cautions"] == nil)
    let note = "take care: loads the spine; take care: bends the hip deeply"
    #expect(Self.text(.xspf, playlist).contains("<annotation>\(note)</annotation>"))
    #expect(Self.text(.jspf, playlist).contains("\"annotation\": \"\(note)\""))
    #expect(Self.text(.csv, playlist).contains(",s.mp4,loads the spine; bends the hip deeply\r\n"))
    let steps = try #require(try Self.data(of: playlist)["steps"] as? [[String: Any]])
    #expect(steps[0]["cautions"] as? [Int] == [0, 1] && steps[1]["cautions"] == nil)
  }

  @Test(arguments: [PlaylistFormat.m3u8, .pls, .edl, .ffconcat])
  func `formats without a place for it have that said`(format: PlaylistFormat) throws {
    let careful = format.rendered(try Self.playlist(Self.request("sore-front")), at: PlaylistTests.place)
    #expect(careful.warnings.contains(.withoutCautions))
    let plain = format.rendered(try Self.playlist(Self.request()), at: PlaylistTests.place)
    #expect(!plain.warnings.contains(.withoutCautions))
  }

  @Test func `explaining a choice says it, too`() throws {
    let request = try Self.request("sore-front")
    let explanation = request.explanation(of: request.plan(from: try Self.reels()), from: try Self.reels())
    #expect(
      explanation.slots[0].reasons.suffix(2) == ["take care: loads the spine", "take care: bends the hip deeply"])
    #expect(!explanation.slots[1].reasons.contains { $0.hasPrefix("take care") })
  }

  @Test(arguments: PlaylistFormat.allCases)
  func `no file names a profile`(format: PlaylistFormat) throws {
    let request = try Self.request("sore-front", "weak-side", redFlags: ["fall"], note: "Slowly.")
    let text = Self.text(format, try Self.playlist(request)).lowercased()
    for profile in Self.vocabulary().conditions {
      #expect(!text.contains(profile.id) && !text.contains(profile.label.lowercased()))
    }
  }

  @Test(arguments: PlaylistFormat.allCases)
  func `no file names one of the standard profiles`(format: PlaylistFormat) throws {
    let profiles = Vocabulary.standard.conditions.filter { !$0.needsDoctor }
    let reels = try PlaylistTests.everyExercise()
    let routine = try #require(Routine.standard.first { $0.id == "desk-worker-reset" })
    let filters = try PlanFilters(profiles: [])
    let plan = Planner.plan(
      routine, candidates: reels.compactMap { PlanCandidate($0, vocabulary: .standard) }, filters: filters)
    let playlist = Playlist(
      plan, reels: Dictionary(uniqueKeysWithValues: reels.map { ($0.id, $0) }), vocabulary: .standard,
      profiles: profiles)
    #expect(playlist.entries.contains { !$0.cautions.isEmpty })
    let text = Self.text(format, playlist)
    for profile in profiles { #expect(!text.contains(profile.id) && !text.contains(profile.label), "\(profile.id)") }
  }

  @Test func `red flags come before the start, emergencies first and each once`() throws {
    let playlist = try Self.playlist(Self.request("sore-front", redFlags: ["fall", "numb"], note: "Slowly."))
    #expect(playlist.notice.redFlags.map(\.id) == ["numb", "fever", "fall"])
    #expect(
      playlist.notice.sentences
        == ["emergency en you feel numb.", "see-first en you have a fever; you had a fall."])
    let routine = try #require(try Self.object(Self.text(.json, playlist))["routine"] as? [String: Any])
    let flags = try #require(routine["redFlags"] as? [[String: String]])
    #expect(flags.first == ["id": "numb", "urgency": "emergency", "text": "you feel numb"] && flags.count == 3)
    let none = try Self.playlist(Self.request())
    #expect(none.notice.sentences == [] && !Self.text(.json, none).contains("redFlags"))
  }

  @Test func `a page has the words of every language in which all of it is known`() throws {
    let request = try Self.request("sore-front", redFlags: ["fall"], note: "Slowly.")
    let data = try Self.data(of: try Self.playlist(request))
    let words = try #require(data["words"] as? [String: [String: Any]])
    #expect(Set(words.keys) == ["en", "de"], "the phrases have no French")
    #expect(words["de"]?["emergencies"] as? [String] == ["Sie etwas taub spüren"])
    #expect(words["de"]?["reasons"] as? [String] == ["Sie Fieber haben", "Sie gestürzt sind"])
    #expect(words["de"]?["cautions"] as? [String] == ["belastet den Rücken", "beugt die Hüfte tief"])
    #expect(words["en"]?["stop"] as? String == "stop en" && data["note"] as? String == "Slowly.")

    let odd = RedFlag(id: "odd", urgency: .seeFirst, text: Wording(["en": "it is odd"]))
    let mixed = try Self.request(redFlags: ["odd", "fall"], vocabulary: Self.vocabulary(untranslated: odd))
    let offered = try #require(
      try Self.data(of: mixed.playlist(of: mixed.plan(from: []), from: []))["words"] as? [String: Any])
    #expect(Set(offered.keys) == ["en"], "one text without German makes all of it English")
  }

  @Test func `where a doctor comes first, nothing can be planned`() throws {
    let fracture = try #require(Self.vocabulary().condition("stress-fracture"))
    let front = try #require(Self.vocabulary().condition("sore-front"))
    let refusals = [
      #expect(throws: DoctorFirst.self) { try PlanFilters(profiles: [front, fracture]) },
      #expect(throws: DoctorFirst.self) { try Self.request("sore-front", "stress-fracture") },
    ]
    #expect(refusals.map { $0?.profiles } == [[fracture], [fracture]])
    let filters = try PlanFilters(profiles: [front])
    #expect(filters.avoidedExposures == ["impact"] && filters.warnedExposures == ["deep-hip-flexion", "axial-load"])
  }
}
