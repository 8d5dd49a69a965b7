/// A name that several exercises share; other words of the text decide.
public struct AmbiguousName: Sendable, Equatable {
  public let name: String
  /// The exercise when no cue is found, or nil when then none is named.
  public let standard: String?
  public let cues: [Cue]

  /// Words that decide for one exercise.
  public struct Cue: Sendable, Equatable {
    public let exercise: String
    public let words: [String]

    public init(exercise: String, words: [String]) {
      self.exercise = exercise
      self.words = words
    }
  }

  public init(name: String, standard: String?, cues: [Cue]) {
    self.name = name
    self.standard = standard
    self.cues = cues
  }
}
