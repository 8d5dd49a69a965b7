import ReelCatalog

/// What the files of one folder say about each other: a photo makes the short video beside it its moving half, a camera's
/// video has a small proxy beside it, a downloader's control file means that the file beside it is not whole.
struct Neighbours {
  /// The place of the folder's first file among all files of the walk.
  private let firstFile: Int
  /// The names of Apple's photos without their endings, in lower case, and those of JPEG pictures.
  private var photos: Set<[UInt8]> = []
  private var pictures: Set<[UInt8]> = []
  /// The names that a control file is beside.
  private var unfinished: Set<PathBytes> = []

  init(firstFile: Int) { self.firstFile = firstFile }

  /// Notes the name of a file, whatever it is.
  mutating func note(_ name: PathBytes) {
    guard let ending = name.ending else { return }
    switch ending {
    case "heic", "heif": photos.insert(Self.folded(name.stem))
    case "jpg", "jpeg", "dng": pictures.insert(Self.folded(name.stem))
    case _ where LitterName.isControl(ending): unfinished.insert(name.stem)
    default: return
    }
  }

  /// Says what each file of the folder is beside the others; one that is not whole is left out.
  func judge(_ files: inout [FoundFile], leftOut: inout [LeftOut]) {
    guard files.count > firstFile else { return }
    if !unfinished.isEmpty {
      let isUnfinished = { (file: FoundFile) in unfinished.contains(file.path.lastComponent) }
      for file in files[firstFile...] where isUnfinished(file) {
        leftOut.append(LeftOut(path: file.path, isFolder: false, reason: .name(.controlled)))
      }
      files[firstFile...].removeAll(where: isUnfinished)
    }
    let first = firstFile
    let folder = files[first...]
    // Made when a name asks for it: most folders have none that does.
    lazy var videos = Set(folder.filter { $0.kind != .sidecar }.map { Self.folded($0.path.lastComponent.stem) })
    var old: Set<PathBytes> = []
    for index in firstFile..<files.count where files[index].kind != .sidecar {
      let name = files[index].path.lastComponent
      if isMovingHalf(name) {
        files[index].reelKind = .livePhoto
      } else if ProxyName.mayBe(files[index].path), let proxy = ProxyName(files[index].path) {
        if proxy.originals.isEmpty || proxy.originals.contains(where: { videos.contains($0) }) {
          files[index].reelKind = .proxy
        }
      } else if Self.isUncut(name), videos.contains(Self.folded(name.stem.stem)) {
        old.insert(files[index].path)
      }
    }
    guard !old.isEmpty else { return }
    leftOut += old.map { LeftOut(path: $0, isFolder: false, reason: .name(.replaced)) }
    files[firstFile...].removeAll { old.contains($0.path) }
  }

  /// What yt-dlp calls the whole video from which it cut parts, or took the sound.
  private static func isUncut(_ name: PathBytes) -> Bool {
    let stem = name.bytes[..<(name.bytes.lastIndex(of: UInt8(ascii: ".")) ?? 0)]
    return (stem.suffix(6).elementsEqual(".uncut".utf8) || stem.suffix(5).elementsEqual(".orig".utf8))
      && ["uncut", "orig"].contains(name.stem.ending)
  }

  /// Apple's `IMG_0001.MOV` beside `IMG_0001.HEIC`, which Google's export calls MP4, and Google's `PXL_1.MP` beside
  /// `PXL_1.MP.jpg`. A JPEG with the name of any other video is a downloader's thumbnail.
  private func isMovingHalf(_ name: PathBytes) -> Bool {
    guard !(photos.isEmpty && pictures.isEmpty), let ending = name.ending else { return false }
    let stem = Self.folded(name.stem)
    switch ending {
    case "mov", "mp4":
      // icloudpd writes IMG_0001_HEVC.MOV beside IMG_0001.HEIC.
      let bare = stem.suffix(5).elementsEqual("_hevc".utf8) ? stem.dropLast(5) : stem
      return photos.contains(stem) || photos.contains(bare)
        || (pictures.contains(stem) && (Self.isApplesName(stem) || stem.starts(with: "mvimg_".utf8)))
    case "mp", "mv": return pictures.contains(Self.folded(name))
    default: return false
    }
  }

  /// `img_0001` or, for an edited photo, `img_e0001`.
  private static func isApplesName(_ stem: [UInt8]) -> Bool {
    let number = stem.starts(with: "img_e".utf8) ? stem.dropFirst(5) : stem.dropFirst(4)
    return stem.starts(with: "img_".utf8) && number.count == 4 && number.allSatisfy { (0x30...0x39).contains($0) }
  }

  static func folded(_ name: PathBytes) -> [UInt8] { name.bytes.map { NamePattern.folded($0) } }
}
