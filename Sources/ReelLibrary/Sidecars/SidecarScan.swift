import ReelCatalog
import ReelSidecars

/// Reads the sidecars of a folder that are new, edited, or speak for a video that is new.
struct SidecarScan {
  private let folder: LibraryFolder
  private let videos: [FoundFile]
  /// In the order of reading: files that name others, such as data exports, first; each kind sorted by path.
  let sidecars: [(file: FoundFile, kind: SidecarKind)]
  /// The paths of the files that speak, or may speak, for a video.
  let paths: Set<PathBytes>

  init(_ contents: FolderContents, in folder: LibraryFolder) {
    self.folder = folder
    videos = contents.candidates
    let all = contents.sidecars.compactMap { file in SidecarKind(ofName: file.path.lastComponent).map { (file, $0) } }
    sidecars = all.filter(\.1.namesItsVideos) + all.filter { !$0.1.namesItsVideos }
    paths = Set(sidecars.map(\.file.path))
  }

  /// Reads what the catalog does not know yet.
  ///
  /// - Parameters:
  ///   - known: What the catalog remembers.
  ///   - linked: Sidecars that the catalog's own sidecars name.
  ///   - tell: Told of each file that could not be read, with the reason.
  func examine(
    known: [PathBytes: ReelStore.StoredSidecar], linked: Set<PathBytes>,
    tell: (PathBytes, _ reason: String, _ advice: String?) -> Void
  ) -> [ExaminedSidecar] {
    var linked = linked
    var examined: [ExaminedSidecar] = []
    // Made only when a file is looked at that the catalog does not know: a run without news does without.
    var videoKeys: Set<SidecarKey>?
    for (file, kind) in sidecars {
      let isKnown = known[file.path].map { $0.isSettled && $0.stamp == file.stamp } ?? false
      if isKnown, known[file.path]?.wasRead == true { continue }
      var speaks = kind.namesItsVideos || linked.contains(file.path)
      if !speaks {
        let keys = videoKeys ?? videos.reduce(into: []) { $0.formUnion(SidecarKey.keys(ofVideo: $1.path)) }
        videoKeys = keys
        speaks = kind.keys(ofSidecar: file.path).contains(where: keys.contains)
      }
      if isKnown, !speaks { continue }
      // A text or JSON file of no video's name is anybody's file: not even its name is kept.
      if !speaks, kind == .text || kind == .instaloader { continue }
      let sidecar = speaks ? read(file, kind, tell) : ExaminedSidecar(file: file, kind: kind, wasRead: false)
      // What it said before holds until it can be read again, which every run tries.
      if speaks, !sidecar.wasRead, known[file.path] != nil { continue }
      linked.formUnion(sidecar.links.map(\.path))
      examined.append(sidecar)
    }
    return examined
  }

  /// Reads one file, whatever the catalog knows.
  func read(
    _ file: FoundFile, _ kind: SidecarKind, _ tell: (PathBytes, _ reason: String, _ advice: String?) -> Void
  ) -> ExaminedSidecar {
    var sidecar = ExaminedSidecar(file: file, kind: kind)
    do {
      let bytes = try SmallFile.read(file.path, below: folder.root, atMost: kind.longestByteCount + 1)
      sidecar.records = try SidecarReader.records(from: bytes, kind: kind, path: file.path)
      sidecar.links = sidecar.records.compactMap { link(of: $0, in: file.path) }
    } catch let error as SystemError {
      sidecar.wasRead = false
      sidecar.problem = "cannot be read: \(error.words)"
      tell(file.path, "cannot be read: \(error.words)", nil)
    } catch let error as SidecarError {
      sidecar.problem = error.message
      tell(file.path, error.message, error.advice)
    } catch {
      sidecar.problem = "\(error)"
    }
    return sidecar
  }

  /// Finds the subtitles that a record names: their path counts from the export's root, some folders above.
  private func link(of record: SidecarRecord, in path: PathBytes) -> ExaminedSidecar.Link? {
    guard let named = record.subtitlesPath else { return nil }
    var root = path.parent
    while true {
      let candidate = root.appending(named)
      if paths.contains(candidate) { return ExaminedSidecar.Link(keys: record.keys, path: candidate) }
      if root.bytes.isEmpty { return nil }
      root = root.parent
    }
  }
}
