import ReelCatalog
import Testing

@Suite struct ExerciseSearchTests {
  private static let search = ExerciseSearch(.standard)

  @Test(arguments: [
    ("clamshell", "clamshell"), ("  CLAMSHELL ", "clamshell"), ("glute bridge", "glute-bridge"),
    ("glute-bridge", "glute-bridge"), ("Puente de glúteos", "glute-bridge"), ("puente de gluteos", "glute-bridge"),
  ])
  func `an id or a name in any language is the exercise`(text: String, id: String) {
    #expect(Self.search.exercises(called: text).map(\.id) == [id])
  }

  @Test func `nothing and nonsense are no exercise`() {
    for text in ["", "  ", "-", "xyzzyplugh"] {
      #expect(Self.search.exercises(called: text).isEmpty)
      #expect(Self.search.suggestions(for: text, limit: 8).isEmpty)
    }
  }

  @Test(arguments: [
    ("clamsh", "clamshell"), ("clamshel", "clamshell"), ("clmashell", "clamshell"), ("bird d", "bird-dog"),
  ])
  func `a beginning and a slip of the finger suggest the exercise first`(text: String, id: String) {
    #expect(Self.search.suggestions(for: text, limit: 8).first?.id == id)
  }

  @Test func `words in the middle of a name suggest it, and there are never more than asked for`() {
    #expect(
      Self.search.suggestions(for: "flexor stretch", limit: 100).contains {
        $0.id == "half-kneeling-hip-flexor-stretch"
      })
    #expect(Self.search.suggestions(for: "hip", limit: 3).count == 3)
  }
}
