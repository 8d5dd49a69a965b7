import ReelCatalog
import ReelSidecars

/// One sidecar that was looked at, ready to be written to the catalog.
struct ExaminedSidecar: Sendable {
  let file: FoundFile
  let kind: SidecarKind
  /// False for a file that speaks for no video, and for one that the system would not give: it is only remembered.
  var wasRead = true
  var records: [SidecarRecord] = []
  /// Other sidecars that this one names as belonging to a video.
  var links: [Link] = []
  /// Why it said nothing, or what in it could not be used.
  var problem: String?
  /// What can be done about that.
  var advice: String?

  struct Link: Sendable {
    let keys: [SidecarKey]
    let path: PathBytes
  }
}
