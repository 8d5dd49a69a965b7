/// One thing in a catalog that is corrupt.
public struct CatalogFault: Sendable, Equatable {
  /// What is wrong. The set is closed: docs/CONTRACT.md.
  public enum Kind: String, Sendable, CaseIterable {
    /// It cannot be opened, or cannot be read to its end.
    case unreadable
    /// SQLite finds its pages, indexes or references out of order.
    case structure
    /// Its tables, indexes and views are not hipreel's.
    case schema
    /// What a record holds is not what was written: its checksum does not match.
    case content
    /// A path that is absolute or leads out of the folder.
    case path
    /// Tags that cannot be read, or that are not the ones that queries use.
    case tags
    /// A still that is missing or incomplete; `index --retry-failed` and `thumbnail` make it again.
    case thumbnail
  }

  public let kind: Kind
  /// In plain words, lower case, one line.
  public let text: String

  /// Whether the catalog itself is damaged, and not only a file beside it.
  public var isDamage: Bool { kind != .thumbnail }
}
