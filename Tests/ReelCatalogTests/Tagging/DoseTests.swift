import ReelCatalog
import Testing

@Suite struct DoseTests {
  @Test(arguments: [
    ("Clamshells 3x10", ["10-reps", "3-sets"]), ("clam_miniband_3x15.mp4", ["15-reps", "3-sets"]),
    ("Side plank 3 × 20 s", ["3-sets", "hold-20-s"]), ("3 sets of 12 glute bridges", ["12-reps", "3-sets"]),
    ("Couch stretch, hold 45 sec", ["hold-45-s"]), ("Pigeon, 30s each side", ["hold-30-s"]),
    ("Frog stretch, hold for 2 minutes", ["hold-120-s"]), ("10 each side", ["10-reps"]),
    ("4 series de 8 repeticiones", ["4-sets", "8-reps"]), ("3 séries de 15", ["15-reps", "3-sets"]),
    ("3 Sätze mit 12 Wdh", ["12-reps", "3-sets"]), ("Halte 30 Sekunden pro Seite", ["hold-30-s"]),
    ("Mantén 20 segundos", ["hold-20-s"]), ("Segure 40 segundos de cada lado", ["hold-40-s"]),
    ("Tiens 25 secondes", ["hold-25-s"]), ("10 fois de chaque côté", ["10-reps"]),
  ])
  func `a number with its unit is a dose`(text: String, doses: [String]) {
    let tags = Tagger.standard.tagging(text: text, kind: .caption).tags.filter { $0.facet == .dose }
    #expect(tags.map(\.value).sorted() == doses)
    #expect(tags.allSatisfy { !$0.matches.isEmpty })
  }

  @Test(arguments: [
    "90/90 switches", "9090", "Day 12 of my hip challenge", "5 stretches for tight hips", "reel_1080x1920.mp4",
    "2024-05-12", "A 12m6s flow", "Hip anatomy in 60 seconds", "10 min hip mobility", "Top 10 squats of 2023",
    "IMG_0320", "4k60fps", "50 % off", "1/2 kneeling", "300x10",
  ])
  func `a number without a unit is none`(text: String) {
    #expect(Tagger.standard.tagging(text: text, kind: .caption).values(.dose) == [])
  }

  @Test func `a dose is read back from its tag's value, and nothing else is`() {
    for dose in [Dose.sets(3), .reps(12), .hold(45)] { #expect(Dose(value: dose.value) == dose) }
    for text in ["", "3", "0-sets", "03-sets", "sets-3", "hold-45", "hold--s", "999999999999999999999-reps"] {
      #expect(Dose(value: text) == nil)
    }
  }
}
