import MediaFacts
public import ReelCatalog
public import ReelSidecars

/// Finds the reels that another program's playlist means.
public struct PlaylistMatching {
  public enum Match: Sendable {
    /// The file itself; the path that was meant comes first in the reel.
    case found(Reel)
    /// The file is gone, but there is one reel of that name.
    case moved(Reel)
    case none(Reason)
  }

  /// Why an entry means no reel.
  public enum Reason: Sendable, Equatable {
    /// It is not a file on this computer.
    case elsewhere(scheme: String)
    case outsideFolder
    /// The file is in the folder, but the catalog does not know it.
    case notIndexed
    /// The reel is known, but its file is missing.
    case gone
    /// The file could not be read as a video.
    case failed
    case noSuchFile
    /// The file does not exist, and several reels have its name.
    case ambiguous
  }

  private let folder: LibraryFolder
  private let reels: [ReelID: Reel]
  private let remembered: [PathBytes: ReelID]
  /// The paths of reels by their names, whatever their case and their form of Unicode: equal texts are equal keys.
  private let named: [String: [PathBytes]]
  /// The folder of the playlist, absolute.
  private let start: PathBytes

  /// - Parameter start: The folder of the playlist's file; its relative entries start there.
  /// - Throws: `LibraryError` when the catalog or that folder cannot be read.
  public init(_ folder: LibraryFolder, _ store: ReelStore, from start: PathBytes) throws(LibraryError) {
    self.folder = folder
    self.start = try LibraryFolder.absolute(start)
    reels = Dictionary(try store.allReels(.tags).map { ($0.id, $0) }) { first, _ in first }
    remembered = try store.rememberedPaths()
    let living = reels.values.filter { !$0.isGone }.flatMap(\.paths)
    named = Dictionary(grouping: living) { Self.folded($0.lastComponent.bytes[...]) }
  }

  public func match(_ address: PlaylistAddress) -> Match {
    switch address {
    case .elsewhere(let scheme): return .none(.elsewhere(scheme: scheme))
    case .file(let paths):
      let places = paths.filter { !$0.bytes.contains(0) }.map { Self.absolute($0, from: start) }
      for place in places {
        if let path = inFolder(place), let id = remembered[path], let reel = reels[id] {
          return playable(reel, at: path)
        }
      }
      for place in places where Self.exists(place) {
        return .none(inFolder(place) == nil ? .outsideFolder : .notIndexed)
      }
      return byName(places)
    }
  }

  private func playable(_ reel: Reel, at path: PathBytes) -> Match {
    guard !reel.isGone else { return .none(.gone) }
    guard reel.status == .ok else { return .none(.failed) }
    guard reel.paths.contains(path) else { return .moved(reel) }
    return .found(reel.shown(at: path))
  }

  /// The reel whose path ends like the entry's: the name must agree, and among several of that name the most folders above
  /// it. What agrees to the byte comes before what differs in case or in its form of Unicode.
  private func byName(_ places: [PathBytes]) -> Match {
    for place in places {
      guard let candidates = named[Self.folded(place.lastComponent.bytes[...])] else { continue }
      let wanted = place.components
      let ranked = candidates.map { path in (path: path, rank: Self.likeness(path.components, wanted)) }
      let most = ranked.map(\.rank).max { $0.lexicographicallyPrecedes($1) } ?? []
      let best = ranked.filter { $0.rank == most }
      guard best.count == 1, let id = remembered[best[0].path], let reel = reels[id] else { return .none(.ambiguous) }
      return reel.status == .ok ? .moved(reel.shown(at: best[0].path)) : .none(.failed)
    }
    return .none(.noSuchFile)
  }

  private static func folded(_ name: ArraySlice<UInt8>) -> String {
    String(decoding: name, as: UTF8.self).lowercased()
  }

  /// How many names at the ends of two paths agree, to the byte and otherwise; whether the last one does, first.
  private static func likeness(_ one: [ArraySlice<UInt8>], _ other: [ArraySlice<UInt8>]) -> [Int] {
    let pairs = zip(one.reversed(), other.reversed())
    let exact = pairs.prefix { $0 == $1 }.count
    return [min(exact, 1), pairs.prefix { folded($0) == folded($1) }.count, exact]
  }

  /// The path as the catalog writes it; nil outside the folder.
  private func inFolder(_ place: PathBytes) -> PathBytes? {
    if let path = folder.relativePath(of: place) { return path }
    // Its folder is gone, too: then only the words of the path are left.
    return place.relative(to: folder.root)
  }

  /// A path from the root, without `.` and `..`.
  private static func absolute(_ path: PathBytes, from start: PathBytes) -> PathBytes {
    let whole = path.isAbsolute ? path : start.appending(path)
    var kept: [ArraySlice<UInt8>] = []
    for component in whole.components {
      if component.elementsEqual("..".utf8) {
        _ = kept.popLast()
      } else if !component.elementsEqual(".".utf8) {
        kept.append(component)
      }
    }
    return PathBytes([UInt8(ascii: "/")] + Array(kept.joined(separator: [UInt8(ascii: "/")])))
  }

  private static func exists(_ path: PathBytes) -> Bool {
    NamedPath.status(of: path) != nil
  }
}

extension Reel {
  /// The same reel with the copy at a path first.
  fileprivate func shown(at path: PathBytes) -> Reel {
    var reel = self
    reel.paths = [path] + paths.filter { $0 != path }
    return reel
  }
}
