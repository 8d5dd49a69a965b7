/// What a written playlist can't do.
public enum PlaylistWarning: Sendable, Hashable {
  /// The file's name can only be written as an absolute address, so the entry breaks when the folder moves.
  case notPortable(PathBytes)
  /// In the style asked for, VLC or mpv opens something else for the entry, or nothing.
  case notUnderstood(PathBytes)
  /// The format has no way to write the file's name, so the entry is missing.
  case leftOut(PathBytes)
  /// The format has no pauses between entries, which take this many seconds in the plan.
  case withoutPauses(seconds: Int)
  /// The format plays this many entries from start to end that the plan cuts or repeats.
  case withoutParts(entries: Int)
  /// The videos differ in codec, size or sound; ffmpeg only joins videos that are alike.
  case mixedVideos
  /// The format has no place for what to take care with, nor for red flags.
  case withoutCautions
  /// mpv reads no more than 1,000,000 bytes of such a file.
  case tooLong
}

extension [PlaylistWarning] {
  /// Adds a warning unless it is already there.
  mutating func note(_ warning: PlaylistWarning) {
    if !contains(warning) { append(warning) }
  }

  mutating func notePauses(of playlist: Playlist) {
    let pauses = playlist.entries.reduce(0) { $0 + $1.transitionSeconds }
    if pauses > 0 { note(.withoutPauses(seconds: pauses)) }
  }

  mutating func noteCautions(of playlist: Playlist) {
    if playlist.entries.contains(where: { !$0.cautions.isEmpty }) || !playlist.notice.redFlags.isEmpty {
      note(.withoutCautions)
    }
  }

  mutating func noteParts(of playlist: Playlist) {
    let parts = playlist.entries.count { $0.isPart }
    if parts > 0 { note(.withoutParts(entries: parts)) }
  }

  /// What is wrong with a line that names a file.
  mutating func note(_ reference: EntryReference, of path: PathBytes, _ style: EntryStyle) {
    if !reference.isUnderstood { note(.notUnderstood(path)) }
    if !reference.isPortable, style == .auto || style == .relative { note(.notPortable(path)) }
  }
}
