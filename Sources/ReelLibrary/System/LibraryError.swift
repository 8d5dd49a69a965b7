public import ReelCatalog

/// What went wrong with a catalog or its folder, for a caller to branch on and a person to read.
public struct LibraryError: Error, Sendable {
  public enum Code: Sendable, Equatable {
    /// No `.hipreel` folder here or above.
    case noCatalog
    /// Another process is changing the catalog.
    case catalogInUse
    /// The catalog cannot be read as one.
    case catalogDamaged
    /// What is in the place of a catalog is something else.
    case catalogForeign
    /// The catalog was written by a newer hipreel.
    case catalogTooNew
    /// The catalog is no longer where it was opened.
    case catalogMoved
    /// The disk is full, or cannot be written.
    case cannotWrite
    /// The folder to index cannot be read.
    case unreadableFolder
    /// The worker program cannot be found or started, or keeps dying.
    case workerBroken
    /// The kernel cannot jail a worker as demanded.
    case jailIncomplete
    /// The files that seeing people in the pictures needs are missing, or do not work here.
    case poseUnavailable
    /// Tesseract or its languages, which reading words in pictures needs, are missing, or do not work here.
    case textUnavailable
    /// Anything else the system refused.
    case system
  }

  public let code: Code
  /// The file or folder concerned.
  public let path: PathBytes?
  /// What happened, in lower case, without the path.
  public let message: String
  /// What the person can do about it, if anything.
  public let advice: String?

  public init(_ code: Code, path: PathBytes? = nil, _ message: String, advice: String? = nil) {
    self.code = code
    self.path = path
    self.message = message
    self.advice = advice
  }

  /// The same with a longer message.
  init(_ error: LibraryError, _ more: String) {
    self.init(error.code, path: error.path, error.message + more, advice: error.advice)
  }
}
