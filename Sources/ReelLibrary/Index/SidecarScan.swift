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
  ///   - former: Names that videos had, which nothing else has now.
  func examine(
    known: [PathBytes: ReelStore.StoredSidecar], linked: Set<PathBytes>, former: Set<SidecarKey>
  ) -> [ExaminedSidecar] {
    let (naming, rest) = (sidecars.prefix { $0.kind.namesItsVideos }, sidecars.drop { $0.kind.namesItsVideos })
    let unknown = naming.filter { known[$0.file.path]?.isAsRead(at: $0.file.stamp) != true }
    var examined = AllCores.map(unknown) { read($0.file, $0.kind) }
    let linked = examined.reduce(into: linked) { $0.formUnion($1.links.map(\.path)) }
    let unread = rest.filter { known[$0.file.path]?.isAsRead(at: $0.file.stamp) != true }
    // Made only when there is a file that the catalog does not know: a run without news does not need it.
    let keys = unread.isEmpty ? [] : videoKeys.union(former)
    var speaking: [(file: FoundFile, kind: SidecarKind)] = []
    var orphans: [(file: FoundFile, kind: SidecarKind)] = []
    for (file, kind) in unread {
      let speaks = linked.contains(file.path) || kind.keys(ofSidecar: file.path).contains(where: keys.contains)
      if speaks { speaking.append((file, kind)) } else { orphans.append((file, kind)) }
    }
    let fits = fits(of: orphans.map { .init(kind: $0.kind, keys: $0.kind.keys(ofSidecar: $0.file.path)) })
    for ((file, kind), fit) in zip(orphans, fits) {
      let before = known[file.path]
      switch fit {
      case .one: speaking.append((file, kind))
      case .several(let videos):
        let problem = SidecarDoubt.words(videos)
        guard before?.isAsSeen(at: file.stamp) != true || before?.problem != problem else { continue }
        examined.append(ExaminedSidecar(file: file, kind: kind, wasRead: false, problem: problem, isDoubtful: true))
      case .none:
        // What could be anything: not even its name is kept.
        let isKept = !kind.isForeign(file.path) || before?.problem != nil
        guard isKept, before?.isAsSeen(at: file.stamp) != true || before?.problem != nil else { continue }
        examined.append(ExaminedSidecar(file: file, kind: kind, wasRead: false))
      }
    }
    return examined + AllCores.map(speaking) { read($0.file, $0.kind) }
  }

  /// The keys of all videos of the folder.
  var videoKeys: Set<SidecarKey> { videos.reduce(into: []) { $0.formUnion(SidecarKey.keys(ofVideo: $1.path)) } }

  /// Which videos fit what fits none exactly.
  func fits(of orphans: [SidecarFitting.Orphan]) -> [SidecarFitting.Fit] {
    orphans.isEmpty ? [] : SidecarFitting(videos.map(\.path)).fits(of: orphans)
  }

  /// What the catalog's sidecars mean that fits no video exactly.
  ///
  /// - Parameters:
  ///   - unmatched: Records of tables and chats.
  ///   - read: The sidecars that the catalog has read.
  ///   - exact: The keys of all videos.
  /// - Returns: What fits one video, and by sidecar what is said of those that fit several.
  func guesses(
    for unmatched: [ReelStore.Unmatched], read: Set<PathBytes>, exact: Set<SidecarKey>
  ) -> (guesses: Set<SidecarGuess>, doubts: [PathBytes: String]) {
    var orphans = unmatched
    for (file, kind) in sidecars where !kind.namesItsVideos && read.contains(file.path) {
      let keys = kind.keys(ofSidecar: file.path)
      guard !keys.contains(where: exact.contains) else { continue }
      orphans.append(ReelStore.Unmatched(sidecar: file.path, record: 0, kind: kind, keys: keys))
    }
    var guesses: Set<SidecarGuess> = []
    var doubts: [PathBytes: String] = [:]
    for (orphan, fit) in zip(orphans, fits(of: orphans.map { .init(kind: $0.kind, keys: $0.keys) })) {
      switch fit {
      case .none: break
      case .one(let key): guesses.insert(SidecarGuess(key: key, sidecar: orphan.sidecar, record: orphan.record))
      case .several(let videos):
        if doubts[orphan.sidecar] == nil { doubts[orphan.sidecar] = SidecarDoubt.words(videos) }
      }
    }
    return (guesses, doubts)
  }

  /// Reads one file, whatever the catalog knows.
  func read(_ file: FoundFile, _ kind: SidecarKind) -> ExaminedSidecar {
    var sidecar = ExaminedSidecar(file: file, kind: kind)
    do {
      let bytes = try root.get().bytes(of: file.path, atMost: kind.longestByteCount + 1)
      let reading = try SidecarReader.reading(of: bytes, kind: kind, path: file.path)
      (sidecar.kind, sidecar.records) = (reading.kind, reading.records)
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
