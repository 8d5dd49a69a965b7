/// What a worker says of the words in one file's pictures.
public struct TextReport: Sendable, Equatable {
  public var status: FileStatus
  /// Why nothing was read, or what is odd about it.
  public var reason: String?
  /// With the status `ok` and no other.
  public var text: ScreenText?

  public init(status: FileStatus, reason: String? = nil, text: ScreenText? = nil) {
    self.status = status
    self.reason = reason
    self.text = text
  }
}
