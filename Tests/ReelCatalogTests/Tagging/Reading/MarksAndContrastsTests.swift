import ReelCatalog
import Testing

/// What crosses, comparisons and the like take back, and what they leave.
@Suite struct MarksAndContrastsTests {
  private static func exercises(_ text: String, _ kind: TextKind = .caption) -> [String] {
    Tagger.standard.tagging(text: text, kind: kind).tags
      .filter { $0.facet == .exercise && $0.confidence >= Confidence(permille: 600) }.map(\.value).sorted()
  }

  @Test(arguments: [
    "❌ frog stretch\n❌ pigeon pose\n✅ bird dog", "✗ frog stretch ✓ bird dog", "⛔ pigeon pose\nbird dog",
    "🚫 frog stretch, try bird dog", "👎🏽 frog stretch 👍🏽 bird dog", "🙅‍♀️ frog stretch\n✔️ bird dog",
    "frog stretch ❌ bird dog ✅", "frog stretch 👎\nbird dog 👍", "✘ frog stretch → bird dog",
    "❌❌ frog stretch ☑️ bird dog",
    "❌\nfrog stretch\npigeon pose\n✅\nbird dog", "❌ Don't do these:\nfrog stretch\npigeon pose\n\n✅ These:\nbird dog",
    "Tight hips? ❌ frog stretch ✅ bird dog", "Avoid these: ❌ frog stretch ✅ bird dog",
    "Daily bird dog. No frog stretch needed ❌",
  ])
  func `what a cross marks is not shown`(text: String) { #expect(Self.exercises(text) == ["bird-dog"]) }

  @Test(arguments: [
    "bird dog 3 ✖️ 10", "3 ✖️ 10 bird dogs", "✅ bird dog", "Bird dog\n❌ hips drop\n✅ hips level",
    "Bird dog ❌ arching ✅ flat back", "❌ Mistake: the bird dog with an arched back",
    "❌ bird dog like this\n✅ but like that",
    "Say no to stiff hips 🙅 bird dog every day", "No gym ❌ bird dog at home", "❌ No equipment\nBird dog",
    "🚫 frog stretch ✅ bird dog 🚫 pigeon pose",
  ])
  func `what it does not mark is`(text: String) { #expect(Self.exercises(text) == ["bird-dog"]) }

  @Test func `a name with marks is read alike`() {
    #expect(Self.exercises("❌ frog stretch ✅ bird dog.mp4", .filename) == ["bird-dog"])
  }

  @Test(arguments: [
    "Lieber Bird Dog als Frog Stretch", "Ich mache lieber den Bird Dog als die Pigeon Pose",
    "Besser als Frog Stretch: Bird Dog",
    "Mejor bird dog que frog stretch", "Prefiero bird dog a frog stretch", "Prefiro bird dog a frog stretch",
    "Melhor bird dog do que frog stretch", "Plutôt bird dog que frog stretch", "Mieux vaut bird dog que frog stretch",
    "En lugar de frog stretch, bird dog", "Em vez de frog stretch, bird dog", "Au lieu de frog stretch, bird dog",
    "Plutôt que frog stretch, bird dog", "Statt Frog Stretch, Bird Dog", "Instead of frog stretch, bird dog",
    "Instead of the frog stretch, the pigeon pose or both, do bird dog",
  ])
  func `of two the lesser is not shown`(text: String) { #expect(Self.exercises(text) == ["bird-dog"]) }

  @Test(arguments: [
    "Never skip the bird dog", "Don't skip the bird dog!", "Never miss the bird dog", "No te saltes el bird dog",
    "Não pule o bird dog", "Vergiss nicht: Bird Dog", "Ne saute jamais le bird dog", "N'oublie pas le bird dog",
    "Stop doing bird dogs like this! Do this instead", "Stop doing bird dogs this way. Try it slowly",
    "Don't stop doing bird dogs", "Exercises to avoid hip surgery: bird dog",
    "Moves to avoid knee injuries:\nbird dog",
    "Ejercicios para evitar el dolor de cadera: bird dog", "Exercices pour éviter une opération: bird dog",
    "Übungen, um Rückenschmerzen zu vermeiden: Bird Dog",
  ])
  func `two negations, a manner and a purpose show it`(text: String) { #expect(Self.exercises(text) == ["bird-dog"]) }

  @Test(arguments: [
    "Skip the frog stretch", "Exercises to avoid after hip surgery: frog stretch",
    "Exercises to avoid with hip pain: frog stretch",
    "Hip pain exercises to avoid: frog stretch", "Stop doing frog stretches! Try something else instead",
    "Skipping the frog stretch today", "Übungen, die nach einer Operation zu vermeiden sind: Frog Stretch",
  ])
  func `one negation does not`(text: String) { #expect(Self.exercises(text).isEmpty) }

  @Test(arguments: [
    "Bird dog. Use code CLAMSHELL for 10% off", "Bird dog. My code is CLAMSHELL15", "Bird dog. Rabattcode: CLAMSHELL",
    "Bird dog. Código CLAMSHELL", "Bird dog. Code promo « clamshell »", "BIRD DOG. USE CODE CLAMSHELL NOW",
    "Bird dog. Coupon clam-shell",
  ])
  func `a code names nothing`(text: String) {
    let found = Tagger.standard.tagging(text: text, kind: .caption).tags.filter { $0.facet == .exercise }
    #expect(found.map(\.value) == ["bird-dog"])
  }

  @Test(arguments: [
    ("01_left couch stretch.mp4", TextKind.filename, "left"), ("12 - right clamshell.mov", .filename, "right"),
    ("day 3 left couch stretch.mp4", .filename, "left"), ("2 rechts Clamshell", .title, "right"),
    ("Couch stretch, à gauche", .caption, "left"), ("Clamshell, a la derecha", .caption, "right"),
    ("Clamshell, on the left", .caption, "left"), ("Clamshell, auf der linken Seite", .caption, "left"),
    ("Couch stretch - on the right.mp4", .filename, "right"),
  ])
  func `a side after a counter, or set apart with short words`(text: String, kind: TextKind, side: String) {
    let tagging = Tagger.standard.tagging(text: text, kind: kind)
    #expect(tagging.tags.filter { $0.facet == .side }.map(\.value) == [side])
  }

  @Test(arguments: [
    ("what is left.mp4", TextKind.filename), ("clamshell the right way.mp4", .filename), ("To the left", .caption),
    ("I did the clamshell and then my dog turned around, to the left of the wall we painted", .caption),
  ])
  func `other words are none`(text: String, kind: TextKind) {
    let tagging = Tagger.standard.tagging(text: text, kind: kind)
    #expect(!tagging.tags.contains { $0.facet == .side && ["left", "right"].contains($0.value) })
  }
}
