import ReelCatalog

/// One thing that the doctor looked at.
public struct CheckupFinding: Sendable, Equatable {
  /// What was looked at. The set is closed: docs/CONTRACT.md.
  public enum Subject: String, Sendable, CaseIterable {
    case worker, ffmpeg, jail, selftest, pose, text, sqlite, folder, catalog, integrity, space, thumbnails, vocabulary,
      routines
  }

  /// How bad it is, the mildest first.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    case ok
    /// hipreel works, with less than it could have.
    case warning
    /// Something does not work.
    case problem

    public static func < (one: Severity, other: Severity) -> Bool {
      (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }
  }

  public let subject: Subject
  public let severity: Severity
  /// In plain words, lower case, one line.
  public let text: String
  /// What the person can do about it, if anything.
  public let advice: String?

  public init(_ subject: Subject, _ severity: Severity, _ text: String, advice: String? = nil) {
    self.subject = subject
    self.severity = severity
    self.text = text
    self.advice = advice
  }

  /// A problem, in the words of its error.
  init(_ subject: Subject, _ error: LibraryError) {
    self.init(subject, .problem, (error.path.map { "\($0.text): " } ?? "") + error.message, advice: error.advice)
  }
}
