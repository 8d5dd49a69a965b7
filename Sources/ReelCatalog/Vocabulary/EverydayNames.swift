/// Names of exercises that are everyday words too, such as "squat" and "pigeon".
///
/// Where a text says nothing else about exercise, they name none: "mortgage rates squat near record lows".
public struct EverydayNames: Sendable, Equatable {
  /// Those that need company in captions.
  public let inCaptions: [String]
  /// Things and animals, which need company in captions and in file names.
  public let inCaptionsAndFileNames: [String]

  public init(inCaptions: [String], inCaptionsAndFileNames: [String]) {
    self.inCaptions = inCaptions
    self.inCaptionsAndFileNames = inCaptionsAndFileNames
  }

  public static let none = EverydayNames(inCaptions: [], inCaptionsAndFileNames: [])
}
