public import Foundation

/// A disk of the test's own, as small as it wants, in memory: made without rights by a namespace of its own.
public enum SmallDisk {
  private static let unshare = "/usr/bin/unshare"

  /// Whether one can be made here, which a container may forbid.
  public static let isThere: Bool = {
    guard FileManager.default.isExecutableFile(atPath: unshare), let folder = try? TemporaryFolder() else {
      return false
    }
    return (try? run("true", kilobytes: 64, in: folder.url))?.status == 0
  }()

  /// Why a test that needs one is skipped.
  public static let absence = "unshare may not mount a disk here"

  /// Runs a shell script for which `disk` in the current folder is an empty disk, and `hipreel` the built tool.
  ///
  /// The disk goes away with the script. It ends at the first command that fails and is not asked about.
  public static func run(
    _ script: String, kilobytes: Int, in folder: URL, environment: [String: String] = [:]
  ) throws -> Tool {
    let whole = """
      set -eu
      mkdir -p disk
      mount -t tmpfs -o size=\(kilobytes)k none disk
      hipreel() { "$PROGRAM" "$@"; }
      status() { code=0; "$@" >/dev/null 2>>errors || code=$?; printf '%s' "$code"; }
      \(script)
      """
    let program = Checkout.program("hipreel").path(percentEncoded: false)
    return try Tool.run(
      at: URL(filePath: unshare), ["--user", "--map-root-user", "--mount", "/bin/sh", "-c", whole], in: folder,
      environment: environment.merging(["PROGRAM": program]) { $1 })
  }
}
