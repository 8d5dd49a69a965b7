public import ReelCatalog
public import ReelSidecars

/// What is beside one video, read from the folder as it is now; needs no catalog.
public struct SidecarExplanation: Sendable {
  public let video: PathBytes
  /// What was found, in the order of the paths.
  public let sidecars: [Sidecar]

  public struct Sidecar: Sendable {
    public let path: PathBytes
    public let kind: SidecarKind
    /// The records about the video.
    public let records: [SidecarRecord]
    public let problem: String?
  }

  /// - Parameter video: From the folder of reels.
  public init(of video: PathBytes, in folder: LibraryFolder) throws(LibraryError) {
    self.video = video
    let walk = try folder.walk()
    let scan = SidecarScan(FolderContents(walk, in: folder, knownVideos: [], knownOthers: [:]), in: folder)
    let keys = Set(SidecarKey.keys(ofVideo: video))
    var linked: Set<PathBytes> = []
    var sidecars: [Sidecar] = []
    // What fits a video exactly is not offered to others.
    let exact = scan.videoKeys
    let inexact = scan.sidecars.filter { file, kind in
      !kind.namesItsVideos && !kind.keys(ofSidecar: file.path).contains(where: exact.contains)
    }
    let fits = scan.fits(of: inexact.map { .init(kind: $0.kind, keys: $0.kind.keys(ofSidecar: $0.file.path)) })
    let fitting = Set(zip(inexact, fits).filter { Self.isOne($1, of: keys, $0.kind) }.map(\.0.file.path))
    for (file, kind) in scan.sidecars {
      let isLinked = linked.contains(file.path) || fitting.contains(file.path)
      guard kind.namesItsVideos || isLinked || kind.keys(ofSidecar: file.path).contains(where: keys.contains) else {
        continue
      }
      var found = scan.read(file, kind)
      if kind.namesVideosByName {
        let orphans = found.records.indices.filter { !found.records[$0].keys.contains(where: exact.contains) }
        let fits = scan.fits(of: orphans.map { .init(kind: kind, keys: found.records[$0].keys) })
        for (place, fit) in zip(orphans, fits) {
          if case .one(let key) = fit { found.records[place].keys.append(key) }
        }
      }
      linked.formUnion(found.links.filter { $0.keys.contains(where: keys.contains) }.map(\.path))
      let records = found.records.filter { isLinked || $0.keys.contains(where: keys.contains) }
      guard !records.isEmpty || found.problem != nil || found.kind == .telemetry else { continue }
      sidecars.append(Sidecar(path: file.path, kind: found.kind, records: records, problem: found.problem))
    }
    self.sidecars = sidecars.sorted { $0.path < $1.path }
  }

  private static func isOne(_ fit: SidecarFitting.Fit, of keys: Set<SidecarKey>, _ kind: SidecarKind) -> Bool {
    guard case .one(let key) = fit else { return false }
    return keys.contains(key) || (kind == .takeout && key.editedVersions.map(keys.contains) == true)
  }
}
