/// A playlist that some program wrote: what it plays and in which order, as far as its format can say.
public struct ListedPlaylist: Sendable, Equatable {
  /// Its title; nil without one.
  public var title: String?
  public var entries: [Entry]

  /// One line or track.
  public struct Entry: Sendable, Equatable {
    public let address: PlaylistAddress
    /// As written, to show it.
    public let text: String
    /// On one line; nil without one.
    public var title: String?
    /// The group it belongs to: the artist, or our own block; nil when there is none.
    public var group: String?
    /// How long it plays, repeats included, 1...86,400; nil when unknown.
    public var seconds: Int?
    /// The moment to start at, in milliseconds from the start of the video; nil means its start.
    public var startMilliseconds: Int?
    /// The moment to stop at, in milliseconds from the start of the video; nil means its end.
    public var stopMilliseconds: Int?
    /// How often it plays, 1...1000.
    public var plays = 1

    init(_ address: PlaylistAddress, text: String) {
      self.address = address
      self.text = text
    }
  }

  init(title: String? = nil, entries: [Entry] = []) {
    self.title = title
    self.entries = entries
  }

  /// The most entries that a list may have.
  static let mostEntries = 10_000
  /// The longest file that is read.
  public static let byteLimit = 4 << 20
}

extension ListedPlaylist.Entry {
  /// Takes an option in VLC's own words, such as `start-time=3.5`; others are ignored.
  mutating func take(vlcOption option: String) {
    let parts = option.drop { $0 == ":" }.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return }
    let value = String(parts[1])
    switch parts[0] {
    case "start-time": startMilliseconds = ListedNumber.milliseconds(seconds: value).flatMap { $0 > 0 ? $0 : nil }
    case "stop-time": stopMilliseconds = ListedNumber.milliseconds(seconds: value).flatMap { $0 > 0 ? $0 : nil }
    // VLC counts the plays after the first one.
    case "input-repeat": plays = min(max(Int(value) ?? 0, 0), 999) + 1
    default: return
    }
  }

  /// Takes a title as lines have it, `GROUP - TITLE`; our own writer calls an entry without a group "Reel".
  mutating func take(lineTitle text: String) {
    let line = ListedText.title(text)
    guard let dash = line.firstRange(of: " - ") else {
      title = line.isEmpty ? nil : line
      return
    }
    let before = String(line[..<dash.lowerBound])
    group = before == "Reel" || before.isEmpty ? nil : before
    let after = String(line[dash.upperBound...])
    title = after.isEmpty ? nil : after
  }
}
