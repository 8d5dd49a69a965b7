import ReelCatalog

/// A walk of the folder, sorted by what each file is to the catalog.
///
/// If a file's ending says nothing, its first bytes decide, once: those that are not videos are remembered
/// with their stamp.
struct FolderContents {
  /// What may be a video and gets a row.
  let candidates: [FoundFile]
  /// Texts that may say something about a video.
  let sidecars: [FoundFile]
  /// Files with a meaningless ending that were looked into now and are not videos.
  let newOthers: [FoundFile]

  /// - Parameters:
  ///   - knownVideos: The paths that the catalog has rows for; called when a name alone does not decide.
  ///   - knownOthers: Files that were looked into before and are not videos.
  init(
    _ walk: FolderWalk, in folder: LibraryFolder, knownVideos: @autoclosure () -> Set<PathBytes>,
    knownOthers: [PathBytes: FileStamp]
  ) {
    var candidates: [FoundFile] = []
    var sidecars: [FoundFile] = []
    var newOthers: [FoundFile] = []
    var known: Set<PathBytes>?
    var root: Folder?
    /// The first bytes; nil for a file that cannot be read.
    func head(_ path: PathBytes) -> [UInt8]? {
      do throws(SystemError) {
        let opened = if let root { root } else { try Folder(at: folder.root) }
        root = opened
        return try opened.bytes(of: path, atMost: ContentSniff.byteCount)
      } catch {
        return nil
      }
    }
    func isKnown(_ path: PathBytes) -> Bool {
      let paths = known ?? knownVideos()
      known = paths
      return paths.contains(path)
    }
    for file in walk.files {
      switch file.kind {
      case .video: candidates.append(file)
      case .sidecar: sidecars.append(file)
      case .other: continue
      case .unknown where knownOthers[file.path] == file.stamp: continue
      case .unknown where isKnown(file.path): candidates.append(file)
      case .unknown:
        // A file that cannot be read has shown no content that says video, so it gets no row; the next run asks again.
        guard let head = head(file.path) else { continue }
        if ContentSniff.looksLikeVideo(head) {
          candidates.append(file)
        } else {
          newOthers.append(file)
        }
      }
    }
    self.candidates = candidates
    self.sidecars = sidecars
    self.newOthers = newOthers
  }
}
