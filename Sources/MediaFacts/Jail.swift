/// How well this machine's kernel can confine a worker, besides every worker's limits (docs/SAFETY.md, section 5).
public struct Jail: Sendable, Equatable {
  /// The walls that a kernel may lack.
  public enum Wall: String, Sendable, CaseIterable {
    /// Every system call except a worker's own few is refused: no files, no network, no other processes.
    case seccomp
    /// No file is reachable by its path: the second wall.
    case landlock
  }

  /// Whether system calls outside the worker's list are refused.
  public var filtersCalls: Bool
  /// The version of Landlock in force, from 1 on; nil where the kernel has none.
  public var landlockVersion: Int?

  public init(filtersCalls: Bool, landlockVersion: Int?) {
    self.filtersCalls = filtersCalls
    self.landlockVersion = landlockVersion
  }

  /// What is missing, the more important first; empty when the jail is whole.
  public var missing: [Wall] { (filtersCalls ? [] : [.seccomp]) + (landlockVersion == nil ? [.landlock] : []) }

  public var isWhole: Bool { missing.isEmpty }

  func write(to writer: inout WireWriter) {
    writer.put(filtersCalls)
    writer.put(landlockVersion ?? 0, byteCount: 1)
  }

  init(from reader: inout WireReader) throws(WireError) {
    filtersCalls = try reader.flag("jail.filtersCalls")
    let version = try reader.number("jail.landlockVersion", byteCount: 1, in: 0...255)
    landlockVersion = version == 0 ? nil : version
  }
}
