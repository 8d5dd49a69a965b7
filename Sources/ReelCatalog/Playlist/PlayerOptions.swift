/// VLC's own options for an entry; only those that differ from the default.
enum PlayerOptions {
  static func vlc(_ entry: Playlist.Entry) -> [String] {
    var options: [String] = []
    if entry.part.lowerBound > 0 { options.append("start-time=\(seconds(entry.part.lowerBound))") }
    if entry.isCut { options.append("stop-time=\(seconds(entry.part.upperBound))") }
    // VLC counts the plays after the first one.
    if entry.plays > 1 { options.append("input-repeat=\(entry.plays - 1)") }
    return options
  }

  /// `12.480`
  static func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000 + 1000).dropFirst()
    return "\(milliseconds / 1000).\(rest)"
  }
}

extension Playlist.Entry {
  /// The stretches of the video that fill the entry's time to within a second, one after the other.
  ///
  /// For formats that lay entries out on one timeline: whole plays, then a part of one. A rest of less than a second
  /// isn't worth a jump.
  var passes: [Range<Int>] {
    let shortest = 1000
    let time = seconds * 1000
    guard time - part.count >= shortest else { return [part] }
    let rest = part.lowerBound..<(part.lowerBound + time % part.count)
    return Array(repeating: part, count: time / part.count) + (rest.count >= shortest ? [rest] : [])
  }
}
