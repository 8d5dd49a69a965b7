import MediaFacts
import ReelCatalog

/// One file that was looked into, ready to be written to the catalog.
struct ExaminedFile {
  let file: FoundFile
  /// The reel that this path held before; nil for a new path.
  var previousReel: Int?
  let report: Report
  /// The still as JPEG, if one was made.
  let thumbnail: Thumbnail?
  let subtitles: [SubtitleTrack]
}
