/// The lines that stand on most pictures of a folder, whatever these show: a coach's name, an app's mark.
///
/// A line is a watermark if it is in at least four reels of the folder and in more than half of those that were read.
/// Two kinds of lines stand on many pictures for a reason:
///
/// - A line that is nothing but the name of an exercise: five takes called "Clamshell" show clamshells. It is a watermark
///   only where at least eight reels were read, four in five have it, and at least half of these name another exercise as
///   well, as where a coach's brand is called "Bird Dog".
/// - A dose, a side or equipment ("3 x 12", "each side") never is.
public enum FolderWatermarks {
  /// How many reels have a watermark at least, and of how many.
  private static let leastReels = 4
  /// How many reels of a folder were read where a name may be a watermark, and how many in a hundred have it then.
  private static let leastReadWithName = 8
  private static let leastShareWithName = 80

  /// The watermarks of a folder, folded, for `OnScreen.marking`.
  ///
  /// - Parameter reels: Every reel of the folder whose picture was read, with or without words, each once.
  public static func lines(of reels: [OnScreen], tagger: Tagger) -> Set<String> {
    let reels = reels.map(\.foldedLines)
    var counts: [String: Int] = [:]
    for lines in reels { for line in lines { counts[line, default: 0] += 1 } }
    let frequent = counts.filter { $0.value >= leastReels && 2 * $0.value > reels.count }
    return Set(frequent.keys.filter { isWatermark($0, count: counts[$0] ?? 0, of: reels, tagger) })
  }

  private static func isWatermark(_ line: String, count: Int, of reels: [Set<String>], _ tagger: Tagger) -> Bool {
    switch tagger.screenLine(line) {
    case .details: return false
    case .other, .sentence: return true
    case .names, .everydayNames: break
    }
    guard reels.count >= leastReadWithName, 100 * count >= leastShareWithName * reels.count else { return false }
    let own = exercises(in: line, tagger)
    let otherwise = reels.count { lines in
      lines.contains(line) && lines.contains { $0 != line && !exercises(in: $0, tagger).isSubset(of: own) }
    }
    return 2 * otherwise >= count
  }

  private static func exercises(in line: String, _ tagger: Tagger) -> Set<String> {
    Set(tagger.claims(in: line, kind: .screen).lazy.filter { $0.facet == .exercise }.map(\.value))
  }
}
