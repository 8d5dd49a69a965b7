import ReelCatalog
import ReelSidecars

/// Reads the sidecars of a folder that are new or edited, or belong to a new video.
struct SidecarScan {
  /// The folder of reels, opened once.
  private let root: Result<Folder, SystemError>
  private let videos: [FoundFile]
  /// In the order of reading: files that name others, such as data exports, first; each kind sorted by path.
  let sidecars: [(file: FoundFile, kind: SidecarKind)]
  /// The paths of the files that belong, or may belong, to a video.
  let paths: Set<PathBytes>

  init(_ contents: FolderContents, in folder: LibraryFolder) {
    root = Result { () throws(SystemError) in try Folder(at: folder.root) }
    videos = contents.candidates
    let all = contents.sidecars.compactMap { file in SidecarKind(ofName: file.path.lastComponent).map { (file, $0) } }
    sidecars = all.filter(\.1.namesItsVideos) + all.filter { !$0.1.namesItsVideos }
    paths = Set(sidecars.map(\.file.path))
  }

  /// Reads what the catalog does not know yet, in the order of `sidecars`.
  ///
  /// - Parameters:
  ///   - known: What the catalog remembers.
  ///   - linked: Sidecars that the catalog's own sidecars name.
  func examine(
    known: [PathBytes: ReelStore.StoredSidecar], linked: Set<PathBytes>
  ) -> [ExaminedSidecar] {
    let (naming, rest) = (sidecars.prefix { $0.kind.namesItsVideos }, sidecars.drop { $0.kind.namesItsVideos })
    let unknown = naming.filter { known[$0.file.path]?.isAsRead(at: $0.file.stamp) != true }
    var examined = AllCores.map(unknown) { read($0.file, $0.kind) }
    let linked = examined.reduce(into: linked) { $0.formUnion($1.links.map(\.path)) }
    // Made only when there is a file that the catalog does not know: a run without news does not need it.
    var videoKeys: Set<SidecarKey>?
    var speaking: [(file: FoundFile, kind: SidecarKind)] = []
    for (file, kind) in rest {
      let before = known[file.path]
      if before?.isAsRead(at: file.stamp) == true { continue }
      var speaks = linked.contains(file.path)
      if !speaks {
        let keys = videoKeys ?? videos.reduce(into: []) { $0.formUnion(SidecarKey.keys(ofVideo: $1.path)) }
        videoKeys = keys
        speaks = kind.keys(ofSidecar: file.path).contains(where: keys.contains)
      }
      if speaks {
        speaking.append((file, kind))
      } else if kind != .text, kind != .instaloader, before?.isAsSeen(at: file.stamp) != true {
        // A text or JSON file without a video's name could be anything: not even its name is kept.
        examined.append(ExaminedSidecar(file: file, kind: kind, wasRead: false))
      }
    }
    return examined + AllCores.map(speaking) { read($0.file, $0.kind) }
  }

  /// Reads one file, whatever the catalog knows.
  func read(_ file: FoundFile, _ kind: SidecarKind) -> ExaminedSidecar {
    var sidecar = ExaminedSidecar(file: file, kind: kind)
    do {
      let bytes = try root.get().bytes(of: file.path, atMost: kind.longestByteCount + 1)
      sidecar.records = try SidecarReader.records(from: bytes, kind: kind, path: file.path)
      sidecar.links = sidecar.records.compactMap { link(of: $0, in: file.path) }
    } catch let error as SystemError {
      sidecar.wasRead = false
      sidecar.problem = "cannot be read: \(error.words)"
    } catch let error as SidecarError {
      sidecar.problem = error.message
      sidecar.advice = error.advice
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
