import Foundation
import ReelCatalog
import ReelPose

// Measures how fast reels are grouped by how they move: bench-alike COUNT FOLDER
//
// Makes signatures of so many reels, in takes of about 20 with some that are like nothing else, writes the numbers that are
// compared to FOLDER/signatures.f32 (pattern after pattern) and how many each pattern has to FOLDER/patterns.txt, for a
// program beside this one, and prints seconds and groups.
guard CommandLine.arguments.count == 3, let count = Int(CommandLine.arguments[1]), count > 0 else {
  print("usage: bench-alike COUNT FOLDER")
  exit(64)
}
let folder = URL(filePath: CommandLine.arguments[2])

/// SplitMix64: the same numbers every time.
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

var numbers = Numbers(state: 1)
let patterns = MovementPattern.allCases.filter(\.tellsExercises)
/// Real signatures of one pattern are about 0.5 apart, takes of one exercise about 0.1.
let drills = (0..<max(1, count / 20)).map { _ in
  (
    pattern: patterns.randomElement(using: &numbers) ?? .squat,
    values: (0..<Signature.count).map { _ in Float.random(in: -0.75...0.75, using: &numbers) }
  )
}
var reels: [MovingReel] = []
for number in 0..<count {
  let drill = drills[number % drills.count]
  let spread: Float = number % 10 == 0 ? 0.6 : 0.14
  let values = drill.values.map { $0 + Float.random(in: -spread...spread, using: &numbers) }
  let hex = String(numbers.next() & 0xFFFF_FFFF_FFFF | 1 << 47, radix: 16)
  guard let id = ReelID(hex) else { continue }
  reels.append(MovingReel(id: id, pattern: drill.pattern, signature: Signature(values: values)))
}
var written = Data()
var sizes = ""
for pattern in patterns {
  let own = reels.filter { $0.pattern == pattern }
  sizes += "\(own.count)\n"
  for reel in own {
    reel.signature.values.prefix(Signature.postureCount).withUnsafeBytes { written.append(contentsOf: $0) }
  }
}
try written.write(to: folder.appending(path: "signatures.f32"))
try sizes.write(to: folder.appending(path: "patterns.txt"), atomically: true, encoding: .utf8)

let clock = ContinuousClock()
var groups: [MovementGroup] = []
let took = clock.measure { groups = MovementGroup.groups(of: reels) }
let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
print("groups \(seconds) s, \(groups.count) groups, \(groups.count { $0.members.count > 1 }) of several reels")

// Half of the reels have a name; each of the others asks.
let named = reels.enumerated().map { place, reel in
  MovingReel(
    id: reel.id, pattern: reel.pattern, signature: reel.signature,
    name: place / drills.count % 2 == 0 ? "exercise-\(place % drills.count)" : nil)
}
var likeCount = 0
let asked = clock.measure {
  let names = OwnNames(named)
  likeCount = named.count { $0.name == nil && names.alike($0) != nil }
}
print(
  "names \(Double(asked.components.seconds) + Double(asked.components.attoseconds) / 1e18) s, \(likeCount) of \(count / 2) suggested"
)
