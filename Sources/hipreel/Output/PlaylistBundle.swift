import ReelCatalog
import ReelLibrary

/// A folder to give away: a page for the client, and the reels that it plays.
///
/// The reels get new names: their own may contain another person's, and a USB stick refuses some.
struct PlaylistBundle {
  private let playlist: Playlist
  private let folder: LibraryFolder

  init(_ playlist: Playlist, from folder: LibraryFolder) {
    self.playlist = playlist
    self.folder = folder
  }

  /// Makes the folder, whole or not at all.
  ///
  /// - Throws: `LibraryError` when something is already there, or a reel cannot be put into it.
  func write(to path: PathBytes) throws {
    let bundle = try NewFolder(at: path)
    let store = try ReelStore(folder, for: .read)
    var sources: [PathBytes: String] = [:]
    for entry in playlist.entries where sources[entry.path] == nil {
      let name = name(of: entry, number: sources.count + 1)
      guard let reel = try store.reel(named: entry.reel.text, orAt: nil, .tags) else { continue }
      do {
        try bundle.add(try MediaFile.open(reel, at: entry.path, of: folder), as: name)
      } catch let refusal as MediaFile.Refusal {
        throw LibraryError(.system, path: entry.path, refusal.message)
      }
      sources[entry.path] = name
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

  /// `03-couch-stretch.mp4`: letters and digits that every file system and address accepts.
  private func name(of entry: Playlist.Entry, number: Int) -> String {
    let words = entry.title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    let ending = FileKind.videoEnding(of: entry.path) ?? "mp4"
    return (number < 10 ? "0" : "") + "\(number)-\(words.isEmpty ? "reel" : String(words.prefix(60))).\(ending)"
  }
}
