import ReelCatalog

/// The name of a small version of a video that a camera or an editing program keeps for itself.
///
/// GoPro: https://community.gopro.com/s/article/What-are-LRV-files; Insta360 and DJI write `LRV_…` and `….LRF` in the same
/// way; Sony: https://helpguide.sony.net/pro/z300z380/v1/de/contents/proxy_shooting.html.
struct ProxyName {
  /// The names that the video itself can have in the same folder, without their endings and in lower case; one must be there.
  /// None is needed when the name alone says enough.
  let originals: [[UInt8]]

  /// Whether a look at the whole name is worth its time: each file of a folder is asked.
  static func mayBe(_ path: PathBytes) -> Bool {
    let bytes = path.bytes
    let start = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > start else { return false }
    let stem = bytes[start..<dot]
    func isLike(_ piece: some Collection<UInt8>, _ text: String) -> Bool {
      piece.count == text.utf8.count && zip(piece, text.utf8).allSatisfy { NamePattern.folded($0) == $1 }
    }
    return isLike(stem.prefix(2), "gl") || isLike(stem.prefix(4), "lrv_") || isLike(stem.suffix(5), "proxy")
      || isLike(stem.suffix(4), "_thm") || isLike(stem.suffix(3), "s03")
      || isLike(bytes[(dot + 1)...].prefix(2), "lr")
  }

  /// Nil for a name that is no proxy's.
  init?(_ path: PathBytes) {
    let name = path.lastComponent
    let stem = Neighbours.folded(name.stem)
    if ["lrv", "lrf"].contains(name.ending) || Self.insta360.matches(stem[...]) || Self.isInProxyFolder(path, stem) {
      originals = []
    } else if Self.goPro.matches(stem[...]) {
      // The GoPro MAX calls its real videos so, too.
      originals = ["gx", "gh"].map { Array($0.utf8) + stem.dropFirst(2) }
    } else if let end = ["_proxy", "-proxy", " proxy", "_thm"].first(where: {
      stem.suffix($0.utf8.count).elementsEqual($0.utf8)
    }) {
      originals = [stem.dropLast(end.utf8.count)]
    } else if Self.sony.matches(stem[...]) {
      originals = [stem.dropLast(3)]
    } else {
      return nil
    }
  }

  /// Whether the folder is one of those in which editing programs keep proxies of the videos beside it.
  static func isProxyFolder(_ folder: PathBytes) -> Bool {
    ["proxy", "proxies"].contains { Neighbours.folded(folder.lastComponent).elementsEqual($0.utf8) }
  }

  /// Sony's `SUB/C0001S03.MP4`.
  private static func isInProxyFolder(_ path: PathBytes, _ stem: [UInt8]) -> Bool {
    Neighbours.folded(path.parent.lastComponent).elementsEqual("sub".utf8) && stem.suffix(3).elementsEqual("s03".utf8)
  }

  private static let insta360 = NamePattern(literal: "lrv_[0-9]*_[0-9]*")
  private static let goPro = NamePattern(literal: "gl[0-9][0-9][0-9][0-9][0-9][0-9]")
  private static let sony = NamePattern(literal: "c[0-9][0-9][0-9][0-9]s03")
}
