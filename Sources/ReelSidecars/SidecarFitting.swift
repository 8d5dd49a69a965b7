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
      if keys.count == 1 { return .one(key) }
      if let original = Self.original(among: offers.map(\.video)) { return .one(.path(original)) }
      return .several(Set(offers.map(\.video)).sorted())
    }
  }

  /// The video that all others were made of by editing, as Google Photos names them.
  private static func original(among videos: [PathBytes]) -> PathBytes? {
    videos.first { original in
      videos.allSatisfy { $0 == original || SidecarKey.original(ofEdited: $0) == original }
    }
  }

  private struct Offer {
    let key: SidecarKey
    let video: PathBytes
    /// Whether the numbers differ that tell files of one cut name apart.
    var isNumberedOtherwise = false
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
          if orphan.kind.isChat { Self.add(place, to: &names, at: Self.fold(path)) }
          if orphan.kind == .takeout, let start = SidecarKind.cutStart(of: NumberedName(path).bare) {
            Self.add(place, to: &cut, at: Self.fold(start))
          }
        }
      }
    }

    var isEmpty: Bool { whole.isEmpty }

    /// Thousands that wish for one name are a stranger's, and would all be asked for each video.
    private static func add(_ place: Int, to wishes: inout [Int: [Int]], at name: Int) {
      guard wishes[name, default: []].count < 64 else { return }
      wishes[name, default: []].append(place)
    }

    mutating func offer(_ video: PathBytes) {
      let stem = video.stem
      for place in whole[Self.fold(video)] ?? [] { offer(.path(video), video, to: place) }
      for place in whole[Self.fold(stem)] ?? [] { offer(.path(stem), video, to: place) }
      if !names.isEmpty {
        // A chat names files that are in its folder or below.
        var folder = video.parent
        while true {
          for place in names[Self.fold(folder.appending(video.lastComponent))] ?? [] where isBelow(video, place) {
            offer(.path(video), video, to: place)
          }
          if folder.bytes.isEmpty { break }
          folder = folder.parent
        }
      }
      if !cut.isEmpty {
        let name = NumberedName(video)
        for bare in Set([video, name.bare]) {
          guard let start = SidecarKind.cutStart(of: bare) else { continue }
          for place in cut[Self.fold(start)] ?? [] where isCut(bare, place) {
            offer(.path(video), video, to: place, isNumberedOtherwise: !hasNumber(name.number, place))
          }
        }
      }
    }

    /// One whose number is the same is better than all whose numbers differ.
    private mutating func offer(
      _ key: SidecarKey, _ video: PathBytes, to place: Int, isNumberedOtherwise: Bool = false
    ) {
      if let best = offers[place].first?.isNumberedOtherwise, best != isNumberedOtherwise {
        guard best else { return }
        offers[place] = []
      }
      guard offers[place].count < 8, !offers[place].contains(where: { $0.video == video }) else { return }
      offers[place].append(Offer(key: key, video: video, isNumberedOtherwise: isNumberedOtherwise))
    }

    private func hasNumber(_ number: [UInt8], _ place: Int) -> Bool {
      orphans[place].keys.contains { !$0.isOpaque && NumberedName(PathBytes($0.bytes)).number == number }
    }

    /// Whether a video is below the folder that one of the keys names.
    private func isBelow(_ video: PathBytes, _ place: Int) -> Bool {
      orphans[place].keys.contains { key in
        let folder = PathBytes(key.bytes).parent
        return folder.bytes.isEmpty || video.relative(to: folder) != nil
      }
    }

    private func isCut(_ video: PathBytes, _ place: Int) -> Bool {
      orphans[place].keys.contains {
        !$0.isOpaque && video.bytes.starts(with: NumberedName(PathBytes($0.bytes)).bare.bytes)
      }
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
