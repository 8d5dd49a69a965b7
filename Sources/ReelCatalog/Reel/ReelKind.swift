/// What a video is beside another file, when it is no reel of its own.
public enum ReelKind: String, Sendable, CaseIterable, Codable {
  /// The moving half of a photo: a second or three that a phone takes with each picture.
  case livePhoto = "live-photo"
  /// A small version of a video that a camera or an editing program keeps for itself.
  case proxy
}
