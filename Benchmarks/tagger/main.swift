// How fast the words about reels become tags, on one core.
//
//   bench-tagger TEXTS ROUNDS     prints what each thing took, the least of the rounds
//
// TEXTS: lines `kind<tab>text`, such as Tests/ReelCatalogTests/Tagging/own-words.tsv cut to its first and fourth column.
// Loading can be timed once a process, so it is timed first.

import Foundation
import ReelCatalog

let arguments = CommandLine.arguments
guard arguments.count == 3, let rounds = Int(arguments[2]), rounds > 0,
  let file = FileManager.default.contents(atPath: arguments[1])
else {
  print("usage: bench-tagger TEXTS ROUNDS")
  exit(64)
}

let clock = ContinuousClock()
func milliseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
}
func show(_ what: String, _ value: Double, _ unit: String) {
  print("\(what.padding(toLength: 44, withPad: " ", startingAt: 0)) \(String(format: "%10.2f", value)) \(unit)")
}

let vocabulary = clock.measure { precondition(!Vocabulary.standard.exercises.isEmpty) }
let tagger = clock.measure { precondition(!Tagger.standard.tagging(text: "squat", kind: .title).tags.isEmpty) }
show("reading the compiled vocabulary, once", milliseconds(vocabulary), "ms")
show("reading the compiled phrases, once", milliseconds(tagger), "ms")

let texts: [(text: String, kind: TextKind)] = String(decoding: file, as: UTF8.self).split(separator: "\n").compactMap {
  let fields = $0.split(separator: "\t")
  guard fields.count == 2, let kind = TextKind(rawValue: String(fields[0])) else { return nil }
  return (String(fields[1]), kind)
}
var tags = 0
let best =
  (0..<rounds).map { _ in
    clock.measure {
      for _ in 0..<10 {
        for item in texts { tags += Tagger.standard.tagging(text: item.text, kind: item.kind).tags.count }
      }
    }
  }.min() ?? .zero
show("\(texts.count) texts ten times over", Double(texts.count * 10) / milliseconds(best) * 1000, "texts/s")
let anew = clock.measure {
  precondition(!Tagger(vocabulary: .standard).tagging(text: "squat", kind: .title).tags.isEmpty)
}
show("finding phrases out anew", milliseconds(anew), "ms")
