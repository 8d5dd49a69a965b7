public import ReelCatalog

/// Something in the folder that a walk leaves out, and why.
public struct LeftOut: Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    /// Its name is that of a recycle bin, an unfinished download and the like.
    case name(LitterName)
    /// A pattern of the person's.
    ///
    /// - Parameter file: The file that has it, from the folder; nil for one that was given as `--exclude`.
    case pattern(String, file: PathBytes?)
    /// A link: hipreel follows none.
    case link
  }

  /// From the folder.
  public let path: PathBytes
  /// Whether all of a folder is left out.
  public let isFolder: Bool
  public let reason: Reason
}

extension LeftOut.Reason {
  /// In one word: `link`, `pattern`, or the kind of name.
  public var kind: String {
    switch self {
    case .name(let name): name.kind.rawValue
    case .pattern: "pattern"
    case .link: "link"
    }
  }

  /// As a person reads it, after the path: "the recycle bin of Synology".
  public var text: String {
    switch self {
    case .name(let name): name.meaning
    case .pattern(let pattern, nil): "excluded by \(pattern)"
    case .pattern(let pattern, let file?): "\(file.text): \(pattern)"
    case .link: "a link, which hipreel doesn't follow"
    }
  }
}
