/// The version of hipreel: the one place that names it.
public enum HipReelVersion {
  /// A semantic version, such as `0.1.0`; the command and its workers must show the same one.
  public static let text = "0.1.0"
}
