import ReelCatalog
import ReelSidecars

/// Reads the sidecars of a folder that are new, edited, or speak for a video that is new.
struct SidecarScan {
  private let folder: LibraryFolder
  private let sidecars: [(file: FoundFile, kind: SidecarKind)]
  private let found: Set<PathBytes>
  /// The keys of all videos; made when it is first asked for.
  private let videoKeys: Set<SidecarKey>

  init(_ contents: FolderContents, in folder: LibraryFolder) {
    self.folder = folder
    sidecars = contents.sidecars.compactMap { file in SidecarKind(ofName: file.path.lastComponent).map { (file, $0) } }
    found = Set(sidecars.map(\.file.path))
    videoKeys =
      sidecars.isEmpty ? [] : contents.candidates.reduce(into: []) { $0.formUnion(SidecarKey.keys(ofVideo: $1.path)) }
  }

  /// The paths of the files that speak, or may speak, for a video.
  var paths: Set<PathBytes> { found }

  /// Reads what the catalog does not know yet.
  ///
  /// Files that name others, such as data exports, are read first.
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
    for (file, kind) in sidecars.filter(\.kind.namesItsVideos) + sidecars.filter({ !$0.kind.namesItsVideos }) {
      let speaks =
        kind.namesItsVideos || linked.contains(file.path)
        || kind.keys(ofSidecar: file.path).contains(where: videoKeys.contains)
      if let known = known[file.path], known.isSettled, known.stamp == file.stamp, known.wasRead || !speaks { continue }
      // A text or JSON file of no video's name is anybody's file: not even its name is kept.
      if !speaks, kind == .text || kind == .instaloader { continue }
      let sidecar = speaks ? read(file, kind, tell) : ExaminedSidecar(file: file, kind: kind, wasRead: false)
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
      let bytes = try SmallFile.read(folder.root.appending(file.path), atMost: kind.longestByteCount + 1)
      sidecar.records = try SidecarReader.records(from: bytes, kind: kind, path: file.path)
      sidecar.links = sidecar.records.compactMap { link(of: $0, in: file.path) }
    } catch let error as SystemError {
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
      if found.contains(candidate) { return ExaminedSidecar.Link(keys: record.keys, path: candidate) }
      if root.bytes.isEmpty { return nil }
      root = root.parent
    }
  }

  /// All sidecars with their kinds, in the order of their paths.
  var all: [(file: FoundFile, kind: SidecarKind)] { sidecars }
}
