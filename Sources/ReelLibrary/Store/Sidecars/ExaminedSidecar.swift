import ReelCatalog
import ReelSidecars

/// One sidecar that was looked at, ready to be written to the catalog.
struct ExaminedSidecar: Sendable {
  let file: FoundFile
  /// As its content shows it, once it has been read.
  var kind: SidecarKind
  /// False for a file that belongs to no video, and for one that the system refused to read: it is only remembered.
  var wasRead = true
  var records: [SidecarRecord] = []
  /// Other sidecars that this one names as belonging to a video.
  var links: [Link] = []
  /// Why nothing in it was used, or what in it could not be.
  var problem: String?
  /// Whether the problem is that it fits several videos.
  var isDoubtful = false
  /// What can be done about that.
  var advice: String?

  struct Link: Sendable {
    let keys: [SidecarKey]
    let path: PathBytes
  }
}
