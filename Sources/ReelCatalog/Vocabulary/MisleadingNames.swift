/// A name that several exercises share; other words of the text decide.
public struct AmbiguousName: Sendable, Equatable {
  public let name: String
  /// The exercise if there is no cue, or nil if the name then means none.
  public let standard: String?
  public let cues: [Cue]
  /// Other exercises that people call so; with any, the name surely has the movements of `standard`.
  public let sharedWith: [String]

  /// Words that decide for one exercise.
  public struct Cue: Sendable, Equatable {
    public let exercise: String
    public let words: [String]

    public init(exercise: String, words: [String]) {
      self.exercise = exercise
      self.words = words
    }
  }

  public init(name: String, standard: String?, cues: [Cue], sharedWith: [String] = []) {
    self.name = name
    self.standard = standard
    self.cues = cues
    self.sharedWith = sharedWith
  }

  /// Every exercise that the name can mean, each once.
  public var exercises: [String] {
    var exercises: [String] = []
    for id in [standard].compactMap(\.self) + cues.map(\.exercise) + sharedWith where !exercises.contains(id) {
      exercises.append(id)
    }
    return exercises
  }
}

/// A phrase that looks like an exercise but isn't one.
public struct FalseFriend: Sendable, Equatable {
  public let phrase: String
  /// Words that give it away; empty when it is never an exercise.
  public let rejectedBy: [String]
  /// Words that the text needs one of, such as "hip" for "cars"; empty if it needs none.
  public let requires: [String]

  public init(phrase: String, rejectedBy: [String], requires: [String]) {
    self.phrase = phrase
    self.rejectedBy = rejectedBy
    self.requires = requires
  }
}

/// Names of exercises that are everyday words too, such as "squat" and "pigeon".
///
/// If a text says nothing else about exercise, they name none: "mortgage rates squat near record lows". Beside words
/// of another subject, such as food, each of them needs a word that is surely about exercise, in every kind of text.
public struct EverydayNames: Sendable, Equatable {
  /// Those that need company in captions.
  public let inCaptions: [String]
  /// Things and animals, which need company in captions and in file names, and in titles with unknown words.
  public let inCaptionsAndFileNames: [String]
  /// Those that need company only beside another subject, such as "fire hydrant".
  public let besideOtherTopics: [String]

  public init(inCaptions: [String], inCaptionsAndFileNames: [String], besideOtherTopics: [String]) {
    self.inCaptions = inCaptions
    self.inCaptionsAndFileNames = inCaptionsAndFileNames
    self.besideOtherTopics = besideOtherTopics
  }

  public static let none = EverydayNames(inCaptions: [], inCaptionsAndFileNames: [], besideOtherTopics: [])
}

/// A common misspelling of one word.
public struct Correction: Sendable, Equatable {
  public let wrong: String
  public let right: String

  public init(wrong: String, right: String) {
    self.wrong = wrong
    self.right = right
  }
}
