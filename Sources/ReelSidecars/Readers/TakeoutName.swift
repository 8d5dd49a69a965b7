import ReelCatalog

/// The name of Google Takeout's JSON, without `.json`, and which file it means.
///
/// It is the file's name and `.supplemental-metadata`, cut so that the whole has at most 51 characters: `.supplemental-metad`,
/// `.suppl`, `.s`, nothing, or less than the file's own name. The number of a second file of one name stands behind it:
/// `NAME.mp4(1).json` and `NAME.mp4.supplemental-metadata(1).json` mean `NAME(1).mp4` (github.com/simulot/immich-go,
/// github.com/TheLastGimbus/GooglePhotosTakeoutHelper). An edited file shares the JSON of the first.
struct TakeoutName {
  /// The file that is meant, as far as the name says.
  let file: PathBytes
  /// Whether only Google Takeout names files so.
  let isTelling: Bool

  init(stem: PathBytes) {
    let folder = stem.parent
    var name = stem.lastComponent.bytes[...]
    var number: ArraySlice<UInt8> = []
    if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")) {
      let digits = name[(open + 1)...].dropLast()
      if (1...4).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) {
        (number, name) = (name[open...], name[..<open])
      }
    }
    let whole = name
    if let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0,
      Self.suffix.starts(with: name[(dot + 1)...].map(Self.lower))
    {
      name = name[..<dot]
    }
    let isCut = stem.lastComponent.bytes.count >= Self.longestStem
    isTelling =
      whole.count != name.count || isCut || (!number.isEmpty && PathBytes(name).ending.map { $0.count >= 3 } ?? false)
    var file = Array(name)
    if !number.isEmpty {
      let ending = PathBytes(name).ending.map { $0.utf8.count + 1 } ?? 0
      file.insert(contentsOf: number, at: file.count - ending)
    }
    self.file = folder.appending(PathBytes(file))
  }

  /// The video itself; that of a live photo, where the file is a picture; and what was made of it by editing.
  var keys: [SidecarKey] {
    [.path(file), .edited(file)] + (isOfPicture ? [.path(file.stem)] : [])
  }

  var isOfPicture: Bool { file.ending.map { Self.pictures.contains($0) } ?? false }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  private static let suffix = Array("supplemental-metadata".utf8)
  /// 51 characters with `.json`.
  static let longestStem = 46
  private static let pictures: Set<String> = ["heic", "heif", "jpg", "jpeg", "png", "dng", "webp"]
}

extension SidecarKind {
  /// The folder and the first characters of a long name: what is left of one that Google Takeout cut.
  static func cutStart(of path: PathBytes) -> PathBytes? {
    let name = path.lastComponent.bytes
    guard name.count >= TakeoutName.longestStem else { return nil }
    return PathBytes(path.bytes.dropLast(name.count - TakeoutName.longestStem))
  }
}

extension SidecarKey {
  /// What Google Photos made of a video by editing it, in the same folder.
  static func edited(_ original: PathBytes) -> SidecarKey {
    SidecarKey(bytes: editedStart + original.bytes)
  }

  /// Whether it is one of those, which only Google Takeout's files have.
  var isEdited: Bool { bytes.starts(with: Self.editedStart) }

  private static let editedStart: [UInt8] = [0] + Array("edited:".utf8)

  /// The video that an edited one was made of; nil for others. Google's word for it in the usual languages, as
  /// GooglePhotosTakeoutHelper lists them.
  static func original(ofEdited path: PathBytes) -> PathBytes? {
    let stem = path.stem
    guard let hyphen = stem.bytes.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    let word = String(decoding: stem.bytes[(hyphen + 1)...], as: UTF8.self).lowercased()
    guard editedWords.contains(word) else { return nil }
    return PathBytes(stem.bytes[..<hyphen] + path.bytes.dropFirst(stem.bytes.count))
  }

  private static let editedWords: Set<String> = [
    "edited", "effects", "smile", "mix", "bearbeitet", "modifié", "editado", "modificato", "bewerkt", "edytowane",
    "編集済み",
    "已修改", "editada", "redigerad", "redigeret", "upravené", "düzenlendi",
  ]
}
