@testable import ReelCatalog
import Testing

@Suite struct TokenizerTests {
  private static func words(_ text: String, _ kind: TextKind) -> [String] {
    Tokenizer.tokens(in: text, kind: kind).map { String(decoding: $0.word, as: UTF8.self) }
  }

  @Test(arguments: [
    ("hipCARs", ["hip", "cars"]), ("IRRotation", ["ir", "rotation"]), ("RDLs", ["rdls"]), ("3x10", ["3", "x", "10"]),
    ("Hip_Flexor-Stretch (side/side)", ["hip", "flexor", "stretch", "side", "side"]),
    ("l'aine d’ouverture", ["aine", "ouverture"]), ("world's", ["worlds"]), ("it's", ["it", "s"]),
    ("Übung für Außenrotation", ["ubung", "fur", "aussenrotation"]), ("U\u{308}bung", ["ubung"]),
    ("Ｈｉｐ ９０", ["hip", "90"]), ("𝗛𝗶𝗽 𝟗𝟎", ["hip", "90"]), ("🔥🔥", []), ("", []), (" \n\t", []),
    ("see https://example.com/hip?a=1 now", ["see", "now"]), ("www.example.com", []), ("@coach_anna squat", ["squat"]),
    ("hip@home", ["hip", "home"]), ("@", []), ("http", ["http"]),
  ])
  func `a caption is cut into folded words without addresses`(text: String, words: [String]) {
    #expect(Self.words(text, .caption) == words)
  }

  @Test(arguments: [
    ("90-90_switch.MP4", ["90", "90", "switch"]), ("hip.flexor.v2.mov", ["hip", "flexor", "v", "2"]),
    ("notes.pdf", ["notes", "pdf"]), (".mp4", []), ("clip.mp4.bak", ["clip", "mp", "4", "bak"]),
  ])
  func `the ending of a media file is no word of its name`(name: String, words: [String]) {
    #expect(Self.words(name, .filename) == words)
    #expect(Self.words(name, .caption).count >= words.count)
  }

  @Test func `letters of other scripts are words that equal no name of ours`() {
    let tokens = Tokenizer.tokens(in: "腰 приседания hip", kind: .title)
    #expect(tokens.count == 3)
    #expect(tokens.dropLast().allSatisfy { $0.word.allSatisfy { $0 == 0 } && !$0.isPlain })
  }

  @Test(
    arguments: [
      ("hipCars", [.sentence, .none]), ("hip cars", [.sentence, .space]), ("hip, cars", [.sentence, .comma]),
      ("hip. Cars", [.sentence, .sentence]), ("hip.cars", [.sentence, .space]), ("hip - cars", [.sentence, .comma]),
      ("hip-cars", [.sentence, .space]), ("hip\ncars", [.sentence, .sentence]), ("hip 🔥 cars", [.sentence, .comma]),
      ("hip @coach cars", [.sentence, .comma]), ("10:30", [.sentence, .space]), ("hip: 30", [.sentence, .comma]),
      ("hip：cars", [.sentence, .comma]),
      ("hip⧸cars", [.sentence, .space]), ("hip‑cars", [.sentence, .space]), ("hip？ cars", [.sentence, .sentence]),
    ] as [(String, [Token.Gap])])
  func `what parts two words says how strongly`(text: String, gaps: [Token.Gap]) {
    #expect(Tokenizer.tokens(in: text, kind: .caption).map(\.gap) == gaps)
  }

  @Test(
    arguments: [
      ("hip\ncars", [.sentence, .line]), ("hip.\ncars", [.sentence, .sentence]),
      ("hip,\ncars", [.sentence, .sentence]),
      ("hip\n\ncars", [.sentence, .sentence]), ("hip\n- cars", [.sentence, .sentence]),
      ("hip!\ncars", [.sentence, .sentence]),
      ("hip \n cars", [.sentence, .line]),
    ] as [(String, [Token.Gap])])
  func `a line's end is inside a spoken sentence`(text: String, gaps: [Token.Gap]) {
    #expect(Tokenizer.tokens(in: text, kind: .subtitles).map(\.gap) == gaps)
  }

  @Test func `dots and colons part the words of a file name like spaces`() {
    #expect(Tokenizer.tokens(in: "10:30. hip.mp4", kind: .filename).map(\.gap) == [.sentence, .space, .space])
  }

  @Test func `a hashtag marks its word in a caption and not in a file name`() {
    let text = "Squat #hip_flexor stretch"
    #expect(Tokenizer.tokens(in: text, kind: .caption).map(\.isHashtag) == [false, true, true, false])
    #expect(Tokenizer.tokens(in: text, kind: .filename).allSatisfy { !$0.isHashtag })
  }

  @Test func `a span covers the bytes a word was made from, its marks included`() {
    let text = "a U\u{308}bung, 𝗛𝗶𝗽"
    let tokens = Tokenizer.tokens(in: text, kind: .caption)
    let bytes = Array(text.utf8)
    let covered = tokens.map { String(decoding: bytes[$0.span], as: UTF8.self) }
    #expect(covered.map { Array($0.utf8) } == ["a", "U\u{308}bung", "𝗛𝗶𝗽"].map { Array($0.utf8) })
    #expect(tokens.map(\.isPlain) == [true, false, false])
  }
}

@Suite struct MediaEndingTests {
  @Test(arguments: [
    ("clip.MP4", 4), ("clip.v2.mov", 7), ("clip", 4), ("v1.2", 4), (".mp4", 0), ("clip.", 5), ("a.description", 1),
    ("mp4", 3), ("", 0), ("a.mp4 ", 6), ("a.averylongending", 17),
  ])
  func `an ending starts at its dot, and other dots are part of the name`(name: String, start: Int) {
    #expect(MediaEnding.start(in: Array(name.utf8)) == start)
  }
}

@Suite struct LatinFoldTests {
  private static func letters(_ scalar: Unicode.Scalar) -> String? {
    guard case .letters(let first, let second, _) = LatinFold.fold(scalar) else { return nil }
    return String(decoding: [first] + (second.map { [$0] } ?? []), as: UTF8.self)
  }

  @Test func `every ASCII character is a letter, a digit or a separator`() {
    for value in UInt8(0)..<0x80 {
      let scalar = Unicode.Scalar(value)
      switch LatinFold.fold(scalar) {
      case .letters(let first, nil, let isUpper):
        #expect(isUpper == ("A"..."Z").contains(scalar))
        #expect(first == value | 0x20)
      case .digit(let digit): #expect(("0"..."9").contains(scalar) && digit == value)
      case .separator: #expect(!scalar.properties.isAlphabetic && scalar.properties.numericType == nil)
      default: Issue.record("\(scalar) folds to something else")
      }
    }
  }

  @Test func `accented letters fold as queries fold them, but for four that Unicode keeps whole`() {
    let different = (0xC0...0x17F).compactMap(Unicode.Scalar.init).filter { scalar in
      Self.letters(scalar).map { $0 != FoldedText(String(Character(scalar))).text } ?? false
    }
    #expect(String(String.UnicodeScalarView(different)) == "ĦħĿŀŉŦŧ")
  }

  @Test(arguments: ["\u{301}", "\u{FE0F}", "\u{200D}", "\u{AD}"] as [Unicode.Scalar])
  func `marks and joiners belong to the letter before`(scalar: Unicode.Scalar) {
    guard case .ignored = LatinFold.fold(scalar) else { return #expect(Bool(false), "\(scalar.value)") }
  }
}
