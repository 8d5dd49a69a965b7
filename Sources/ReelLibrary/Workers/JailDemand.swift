public import MediaFacts

/// What is done on a machine whose kernel cannot jail workers wholly.
public enum JailDemand: Sendable {
  /// Workers run with what there is; their limits and closed lists hold everywhere.
  case asFarAsPossible
  /// No file is read.
  case whole
}

extension LibraryError {
  /// The refusal to work in a jail that lacks a wall.
  init(_ jail: Jail) {
    self.init(
      .jailIncomplete, "this machine cannot hold the programs that read videos: \(jail.missingWords)",
      advice: "hipreel doctor says what is missing; without --require-sandbox videos are read all the same")
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
