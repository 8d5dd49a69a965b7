public import MediaFacts

/// What to do on a machine whose kernel cannot jail workers completely.
public enum JailDemand: Sendable {
  /// Workers run with the walls there are; their limits and closed lists hold everywhere.
  case asFarAsPossible
  /// No file is read.
  case whole
}

extension LibraryError {
  /// The refusal to work in a jail that lacks a wall.
  init(_ jail: Jail) {
    self.init(
      .jailIncomplete, "this machine cannot completely jail the programs that read videos: \(jail.missingWords)",
      advice: "hipreel doctor says what is missing; without --require-sandbox videos are read anyway")
  }
}

extension Jail {
  /// What is missing, such as `no seccomp, no Landlock`.
  public var missingWords: String {
    missing.map { wall in
      switch wall {
      case .seccomp: "no seccomp"
      case .landlock: "no Landlock"
      }
    }.joined(separator: ", ")
  }
}
