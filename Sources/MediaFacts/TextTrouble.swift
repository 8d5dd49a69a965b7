/// Why a worker cannot read words: its exit status, from which the parent knows what to say.
public enum TextTrouble: Int32, Sendable, CaseIterable, Error {
  /// `libtesseract.so.5` is not on this machine.
  case noLibrary = 60
  /// The data of a language are missing or damaged.
  case noLanguage = 61
  /// It does not work, or not inside the jail.
  case unusable = 62

  public var exitStatus: Int32 { rawValue }
}
