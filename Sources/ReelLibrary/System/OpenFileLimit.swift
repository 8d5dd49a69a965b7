import Glibc

/// How many files this process may have open.
public enum OpenFileLimit {
  /// Makes sure that this many may be open, as far as this user can: with too few, libraries end the process.
  ///
  /// - Throws: `LibraryError.system` when fewer are allowed.
  public static func ensure(_ count: Int) throws(LibraryError) {
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < count else { return }
    limit.rlim_cur = min(limit.rlim_max, rlim_t(count))
    setrlimit(resource, &limit)
    guard limit.rlim_cur >= count else {
      throw LibraryError(
        .system, "hipreel needs \(count) open files, but only \(limit.rlim_max) are allowed",
        advice: "raise it with: ulimit -n"
      )
    }
  }
}
