public import ReelCatalog

/// Finds the videos of sidecars whose names fit none exactly: those that differ only in case or in Unicode's form (NFC,
/// NFD), those whose names a program cut, and those that were sorted into folders below.
public struct SidecarFitting {
  /// What is known of something beside the videos that fits none of them exactly.
  public struct Orphan: Sendable {
    public let kind: SidecarKind
    /// The keys of one of its records.
    public let keys: [SidecarKey]

    public init(kind: SidecarKind, keys: [SidecarKey]) {
      self.kind = kind
      self.keys = keys
    }
  }

  public enum Fit: Sendable, Equatable {
    case none
    /// The key by which the one video that fits is known exactly.
    case one(SidecarKey)
    /// Different videos that fit as well as each other, in order.
    case several([PathBytes])
  }

  private let videos: [PathBytes]

  public init(_ videos: [PathBytes]) { self.videos = videos }

  /// One answer for each; takes one look at each video's name.
  public func fits(of orphans: [Orphan]) -> [Fit] {
    var wishes = Wishes(orphans)
    guard !wishes.isEmpty else { return orphans.map { _ in .none } }
    for video in videos { wishes.offer(video) }
    return wishes.offers.map { offers in
      // Videos of one name and several endings are one to a text beside them, as where the name fits exactly.
      let keys = Dictionary(grouping: offers, by: \.key)
      guard let key = keys.keys.first else { return .none }
      return keys.count == 1 ? .one(key) : .several(Set(offers.map(\.video)).sorted())
    }
  }

  private struct Offer {
    let key: SidecarKey
    let video: PathBytes
  }

  private struct Wishes {
    private(set) var offers: [[Offer]]
    private let orphans: [Orphan]
    /// Which orphans wish for a name, by what is equal for all ways to write it.
    private var whole: [Int: [Int]] = [:]
    private var names: [Int: [Int]] = [:]
    private var cut: [Int: [Int]] = [:]

    init(_ orphans: [Orphan]) {
      self.orphans = orphans
      offers = orphans.map { _ in [] }
      for (place, orphan) in orphans.enumerated() {
        for key in orphan.keys where !key.isOpaque {
          let path = PathBytes(key.bytes)
          whole[Self.fold(path), default: []].append(place)
          if orphan.kind.isChat { names[Self.fold(path.lastComponent), default: []].append(place) }
          if orphan.kind == .takeout, let start = SidecarKind.cutStart(of: path) {
            cut[Self.fold(start), default: []].append(place)
          }
        }
      }
    }

    var isEmpty: Bool { whole.isEmpty }

    mutating func offer(_ video: PathBytes) {
      let stem = video.stem
      for place in whole[Self.fold(video)] ?? [] { offer(.path(video), video, to: place) }
      for place in whole[Self.fold(stem)] ?? [] { offer(.path(stem), video, to: place) }
      if !names.isEmpty {
        for place in names[Self.fold(video.lastComponent)] ?? [] where isBelow(video, place) {
          offer(.path(video), video, to: place)
        }
      }
      if !cut.isEmpty, let start = SidecarKind.cutStart(of: video) {
        for place in cut[Self.fold(start)] ?? [] where isCut(video, place) { offer(.path(video), video, to: place) }
      }
    }

    private mutating func offer(_ key: SidecarKey, _ video: PathBytes, to place: Int) {
      guard offers[place].count < 8, !offers[place].contains(where: { $0.video == video }) else { return }
      offers[place].append(Offer(key: key, video: video))
    }

    /// Whether a video is below the folder that one of the keys names.
    private func isBelow(_ video: PathBytes, _ place: Int) -> Bool {
      orphans[place].keys.contains { key in
        let folder = PathBytes(key.bytes).parent
        return folder.bytes.isEmpty || video.relative(to: folder) != nil
      }
    }

    private func isCut(_ video: PathBytes, _ place: Int) -> Bool {
      orphans[place].keys.contains { !$0.isOpaque && video.bytes.starts(with: $0.bytes) }
    }

    /// The same number for names that differ only in case or form.
    private static func fold(_ path: PathBytes) -> Int {
      var hasher = Hasher()
      if path.bytes.allSatisfy({ $0 < 0x80 }) {
        for byte in path.bytes { hasher.combine((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
      } else if String(validating: path.bytes, as: UTF8.self) != nil {
        // Swift's strings are equal, and hash equally, whatever their form.
        hasher.combine(path.text.lowercased())
      } else {
        for byte in path.bytes { hasher.combine(byte) }
      }
      return hasher.finalize()
    }
  }
}
