import Testing

/// Whether the built worker misbehaves on demand.
enum FaultHooks {
  #if DEBUG
    static let areThere = true
  #else
    static let areThere = false
  #endif

  static let absence: Comment = "a release build of the worker has no fault hooks"
}
