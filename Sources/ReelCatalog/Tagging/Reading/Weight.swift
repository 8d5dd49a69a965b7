/// How much each way of saying something counts, in thousandths.
///
/// They are the confidences of single matches: how often a match of that kind was right on texts labelled by hand,
/// rounded, and lower where there were few (docs/TAGGING.md has the table).
enum Weight {
  static let exercise = 970
  /// What an ambiguous name usually means.
  static let usualExercise = 850
  static let family = 950
  static let movement = 960
  static let bareMovement = 930
  static let muscleWithMode = 940
  static let muscleNearMode = 800
  static let bareMuscle = 700
  /// The mode that an exercise usually has, where the text may have meant another.
  static let exerciseMode = 900
  static let familyMode = 900
  static let mode = 800
  /// The usual mode if nothing says how.
  static let unstatedMode = 750
  /// A number with its unit.
  static let dose = 900
  /// What a hashtag says about a position, a side and so on, or about a dose.
  static let taggedAttribute = 425
  /// Anything that names an exercise with less than this only mentions it.
  static let leastDefiniteExercise = 600

  /// The weight of a name where it stands: less if it is only mentioned or had to be corrected.
  static func of(_ weight: Int, _ name: TextReading.Name) -> Int {
    var weight = weight
    if name.finding.isCorrected { weight = weight * 19 / 20 }
    if name.isMention { weight = weight / 2 }
    return weight
  }

  /// A position, a piece of equipment, a side or a level that the text says.
  ///
  /// Words of equipment are surest: "kneeling" may be on one knee or both, and "left" what is left.
  static func stated(_ facet: Facet) -> Int {
    switch facet {
    case .equipment: 870
    case .position, .level: 800
    case .exercise, .movement, .mode, .core, .side, .region, .exposure, .dose: 850
    }
  }

  /// The same where an exercise has it, not the text: the chair of a seated exercise may be a bench.
  static func implied(_ facet: Facet) -> Int {
    switch facet {
    case .position: 870
    case .level: 900
    case .side: 830
    case .equipment: 680
    case .exercise, .movement, .mode, .core, .region, .exposure, .dose: 700
    }
  }

  /// How much a source's word counts.
  static func of(_ source: EvidenceSource) -> Int {
    switch source {
    case .person: 1000
    case .sidecar: 1000
    case .embedded: 990
    // What is spoken names more than what is shown.
    case .subtitles: 900
    case .filename: 980
    // Letters are misread, and a name may stand on a picture for what isn't shown: a judgement.
    case .onScreen: 900
    case .folder: 700
    // What it names may be in another video of the post.
    case .post: 350
    // Its confidence was measured.
    case .alike, .seen: 1000
    }
  }
}
