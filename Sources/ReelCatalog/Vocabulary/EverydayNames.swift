/// Names of exercises that are everyday words too, such as "squat" and "pigeon".
///
/// Where a text says nothing else about exercise, they name none: "mortgage rates squat near record lows". Beside words
/// of another subject, such as food, each of them needs a word that is surely about exercise, in every kind of text.
public struct EverydayNames: Sendable, Equatable {
  /// Those that need company in captions.
  public let inCaptions: [String]
  /// Things and animals, which need company in captions and in file names, and in titles with words nobody knows.
  public let inCaptionsAndFileNames: [String]
  /// Those that need company beside another subject only, such as "fire hydrant".
  public let besideOtherTopics: [String]

  public init(inCaptions: [String], inCaptionsAndFileNames: [String], besideOtherTopics: [String]) {
    self.inCaptions = inCaptions
    self.inCaptionsAndFileNames = inCaptionsAndFileNames
    self.besideOtherTopics = besideOtherTopics
  }

  public static let none = EverydayNames(inCaptions: [], inCaptionsAndFileNames: [], besideOtherTopics: [])
}
