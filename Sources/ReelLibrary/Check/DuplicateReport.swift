public import MediaFacts
public import ReelCatalog

/// What a search for exact copies found.
public struct DuplicateReport: Sendable, Equatable {
  /// Files with the same bytes, each byte compared.
  public struct Group: Sendable, Equatable {
    /// The reel that the catalog has for them.
    public let reel: ReelID
    /// The size of each file.
    public let byteCount: Int
    /// Sorted by path; at least two.
    public let copies: [Copy]

    /// What the copies take beyond one of them; several names of the same file take nothing.
    public var wastedByteCount: Int { (copies.count { $0.sameFileAs == nil } - 1) * byteCount }
  }

  /// One path of a group.
  public struct Copy: Sendable, Equatable {
    public let path: PathBytes
    /// The earlier path that is a hard link to the same file; nil for the first name of each file.
    public let sameFileAs: PathBytes?
  }

  /// A file that could not be compared.
  public struct Unread: Sendable, Equatable {
    public let path: PathBytes
    public let status: FileStatus
    public let reason: String
  }

  /// Files that the catalog takes for one reel by size and fingerprint, although their bytes differ.
  public struct Lookalike: Sendable, Equatable {
    public let path: PathBytes
    /// The file that it was compared with.
    public let other: PathBytes
  }

  /// In the order of their first paths.
  public internal(set) var groups: [Group] = []
  public internal(set) var unread: [Unread] = []
  public internal(set) var lookalikes: [Lookalike] = []

  /// What all groups take beyond one file each.
  public var wastedByteCount: Int { groups.reduce(0) { $0 + $1.wastedByteCount } }
}
