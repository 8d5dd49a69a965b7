/// Why a still shows its moment: the closed set of the contract (docs/CONTRACT.md).
public enum StillReason: String, Sendable, CaseIterable, Codable {
  /// Of the pictures looked at, the furthest from the pose in which the shot begins (docs/THUMBNAILS.md).
  case endRange = "end-range"
  /// Nothing moved in the pictures looked at; the clearest of them.
  case clear
  /// A key frame taken without comparing: what `hipreel index --fast` does.
  case keyFrame = "key-frame"
  /// The first picture that decoded, in a video that cannot be searched.
  case first
  /// The only picture there is, or the only one that could be decoded.
  case onlyPicture = "only-picture"
  /// The person named the moment.
  case chosenByPerson = "chosen-by-person"
}
