public import MediaFacts
public import ReelCatalog

/// What happens during an index run, for those who watch it.
public enum IndexEvent: Sendable {
  /// A file ended with another status than `ok` that was not known before.
  case failed(PathBytes, FileStatus, reason: String?)
  /// A folder or a file could not be read; what the catalog knows of it is kept.
  case unseen(PathBytes, reason: String)
  /// The folder, or the one in it that is named, has not answered for a while. The run goes on waiting.
  case waiting(PathBytes)
  /// A file beside a video could not be read, or is not what its name says.
  case sidecarUnreadable(PathBytes, reason: String, advice: String?)
  /// The person's own names are not used; reels keep their tags.
  case vocabularyUnreadable(LibraryVocabulary.Problem)
  /// The picture at the moment that the person named could not be made; the one before stays.
  case thumbnailNotMade(PathBytes, reason: String)
  /// The kernel lacks a wall of the workers' jail; told once.
  case jailIncomplete(Jail)
  /// So many known files are missing that none were marked gone.
  case tooManyMissing(Int, ofKnown: Int)
  /// A pattern that was given says nothing, or nothing in the folder is like it.
  case excludedNothing(String, isPattern: Bool)
  /// A line of a file with patterns says nothing.
  case meaninglessPattern(String, in: PathBytes)
  /// There is no video, and this is what the folder has instead: links, and all that was skipped, links included.
  case noVideos(links: Int, skipped: Int)
  /// The pose model (`poseUnavailable`) or Tesseract (`textUnavailable`) can't be used, and so many reels wait for it; told
  /// once of each.
  case senseMissing(LibraryError, waiting: Int)
  /// A reel that was looked at has no name, and moves like reels with one.
  case alike(PathBytes, Alike)
  /// One reel's picture was looked at.
  case looked(PathBytes, done: Int, total: Int)
  /// One file was read.
  case examined(PathBytes, done: Int, total: Int)
}
