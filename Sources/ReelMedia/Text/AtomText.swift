/// A text of a QuickTime, MP4 or 3GP file, as `AtomReader` found it.
struct AtomText: Equatable {
  /// FFmpeg's word for the field, such as `description`.
  let key: String
  /// ISO 639-2, such as `eng`; nil when the file does not say.
  let language: String?
  /// Not cleaned yet.
  let value: String
}
