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
    for (file, kind) in scan.sidecars {
      let isLinked = linked.contains(file.path)
      guard kind.namesItsVideos || isLinked || kind.keys(ofSidecar: file.path).contains(where: keys.contains) else {
        continue
      }
      let found = scan.read(file, kind)
      linked.formUnion(found.links.filter { $0.keys.contains(where: keys.contains) }.map(\.path))
      let records = found.records.filter { isLinked || $0.keys.contains(where: keys.contains) }
      guard !records.isEmpty || found.problem != nil else { continue }
      sidecars.append(Sidecar(path: file.path, kind: kind, records: records, problem: found.problem))
    }
    self.sidecars = sidecars.sorted { $0.path < $1.path }
  }
}
