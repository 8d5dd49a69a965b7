import MediaFacts
import ReelCatalog

/// One file that was looked into, ready to be written to the catalog.
struct ExaminedFile {
  let file: FoundFile
  /// The reel that this path held before; nil for a new path.
  var previousReel: Int?
  /// Whether another known file was renamed to this path, over the one that it held.
  var isRenamedOver = false
  let report: Report
  /// The still as JPEG, if one was made.
  let thumbnail: Thumbnail?
  let subtitles: [SubtitleTrack]
}
