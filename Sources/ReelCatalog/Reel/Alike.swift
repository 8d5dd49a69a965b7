/// The reels with one name that a reel moves like, which its own name may be.
public struct Alike: Sendable, Equatable {
  /// What they are named.
  public var exercise: String
  /// How likely it is the same exercise.
  public var confidence: Confidence
  /// How many there are.
  public var count: Int
  /// The nearest of them, the nearest first; at most `mostReels`.
  public var reels: [ReelID]

  /// Whether several reels agree, and no other name is within reach.
  public var isUnanimous: Bool { confidence >= Self.unanimous }

  /// How likely several reels that agree are right, a single one, or one name among others (docs/POSE.md).
  public static let unanimous = Confidence(permille: 850)
  public static let single = Confidence(permille: 700)

  public static let mostReels = 6
  public static let counts = 1...10_000_000

  public init(exercise: String, confidence: Confidence, count: Int, reels: [ReelID]) {
    self.exercise = exercise
    self.confidence = confidence
    self.count = count
    self.reels = reels
  }

  /// The line that stands for it among a reel's texts, and in a catalog:
  /// `clamshell 0.900: moves like 7 reels, nearest 0123456789ab, 123456789abc`.
  public var line: String {
    let names = reels.map(\.text).joined(separator: ", ")
    return "\(exercise) \(ShareText.thousandths(confidence.permille)): moves like \(count) "
      + (count == 1 ? "reel" : "reels") + ", nearest \(names)"
  }

  /// Reads such a line; nil for any other text.
  public init?(line: String) {
    let parts = line.split(separator: ": moves like ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let claim = parts[0].split(separator: " ", omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: ", nearest ", maxSplits: 1)
    guard claim.count == 2, !claim[0].isEmpty, let permille = ShareText.permille(claim[1]), rest.count == 2,
      let count = rest[0].split(separator: " ").first.flatMap({ Int($0) }), Self.counts.contains(count)
    else { return nil }
    let reels = rest[1].split(separator: ", ").compactMap { ReelID(String($0)) }
    guard (1...Self.mostReels).contains(reels.count), reels.count <= count else { return nil }
    self.init(
      exercise: String(claim[0]), confidence: Confidence(permille: permille), count: count, reels: reels)
    guard self.line == line else { return nil }
  }
}

/// Shares of one as text with three digits, as lines of evidence have them.
enum ShareText {
  static func thousandths(_ permille: Int) -> String {
    permille >= 1000 ? "1.000" : "0." + "\(1000 + permille)".dropFirst()
  }

  /// 1...1000; nil for any other text.
  static func permille(_ text: Substring) -> Int? {
    if text == "1.000" { return 1000 }
    let digits = text.utf8.dropFirst(2)
    guard text.utf8.starts(with: "0.".utf8), digits.count == 3,
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return number > 0 ? number : nil
  }
}
