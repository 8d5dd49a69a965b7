import ReelCatalog
import ReelLibrary

/// A folder to give away: a page for the client, and the reels that it plays.
///
/// The reels get new names: their own may contain another person's, and a USB stick refuses some. They are clean copies
/// unless asked otherwise.
struct PlaylistBundle {
  private let playlist: Playlist
  private let folder: LibraryFolder
  private let metadata: MetadataChoice

  init(_ playlist: Playlist, from folder: LibraryFolder, _ metadata: MetadataChoice) {
    self.playlist = playlist
    self.folder = folder
    self.metadata = metadata
  }

  /// Makes the folder, whole or not at all.
  ///
  /// - Throws: `LibraryError` when something is already there, or a reel cannot be put into it.
  func write(to path: PathBytes) throws {
    let bundle = try NewFolder(at: path)
    let store = try ReelStore(folder, for: .read)
    let copier = metadata == .dropped ? try VideoCopier() : nil
    var sources: [PathBytes: String] = [:]
    for entry in playlist.entries where sources[entry.path] == nil {
      let stem = stem(of: entry, number: sources.count + 1)
      guard let reel = try store.reel(named: entry.reel.text, orAt: nil, .tags) else { continue }
      do {
        let video = try MediaFile.open(reel, at: entry.path, of: folder)
        if let copier {
          let copy = try bundle.addCopy(of: video, as: stem, by: copier)
          sources[entry.path] = copy.name
          if let note = copy.note(about: entry.path) { Messages.say(note) }
        } else {
          let name = "\(stem).\(FileKind.videoEnding(of: entry.path) ?? "mp4")"
          try bundle.add(video, as: name)
          sources[entry.path] = name
        }
      } catch let refusal as MediaFile.Refusal {
        throw LibraryError(.system, path: entry.path, refusal.message)
      }
    }
    let options = PlaylistFormat.Options(stills: try Self.stills(of: playlist, in: folder), sources: sources)
    let place = PlaylistPlace(reelFolder: folder.root, playlistFolder: folder.root)
    try bundle.add(PlaylistFormat.html.rendered(playlist, at: place, options).bytes, as: "index.html")
    try bundle.commit()
  }

  /// The stills of the reels that a playlist plays; those without one are absent.
  static func stills(of playlist: Playlist, in folder: LibraryFolder) throws -> [ReelID: [UInt8]] {
    let thumbnails = ThumbnailFolder(folder)
    var stills: [ReelID: [UInt8]] = [:]
    for entry in playlist.entries where stills[entry.reel] == nil {
      stills[entry.reel] = try thumbnails.jpeg(of: entry.reel)
    }
    return stills
  }

  /// `03-couch-stretch`: letters and digits that every file system and address accepts.
  private func stem(of entry: Playlist.Entry, number: Int) -> String {
    let words = entry.title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    return (number < 10 ? "0" : "") + "\(number)-\(words.isEmpty ? "reel" : String(words.prefix(60)))"
  }
}

extension AddedCopy {
  /// What to say about it; nil when it has all that a copy can have.
  func note(about original: PathBytes) -> String? {
    guard droppedSoundCount > 0 else { return nil }
    return "\(original.text): the copy lacks \(HumanText.count(droppedSoundCount, "further sound track"))"
  }
}

/// What happens to the texts, places and dates in videos that are given away.
enum MetadataChoice {
  case dropped, kept
}
