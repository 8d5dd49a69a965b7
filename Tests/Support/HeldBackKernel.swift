public import Foundation

/// A kernel that refuses some system calls to a program from its first instruction on, with strace's help.
public enum HeldBackKernel {
  private static let strace = "/usr/bin/strace"

  /// Whether programs can be traced here, which a container may forbid.
  public static let isThere: Bool = {
    guard FileManager.default.isExecutableFile(atPath: strace), let folder = try? TemporaryFolder() else {
      return false
    }
    let run = try? Tool.run(at: URL(filePath: strace), ["-qq", "-o", "/dev/null", "/bin/true"], in: folder.url)
    return run?.status == 0
  }()

  /// Why a test that needs it is skipped.
  public static let absence = "strace is not here or may not trace"

  /// Writes a script that runs a program, and all that it starts, on such a kernel.
  ///
  /// - Parameter calls: Each as strace's `inject` has it, such as `seccomp:error=EINVAL`.
  public static func program(_ program: URL, refusing calls: [String], in folder: TemporaryFolder) throws -> URL {
    let injections = calls.map { "-e inject=\($0)" }.joined(separator: " ")
    let script = """
      #!/bin/sh
      exec \(strace) -f -qq -o /dev/null \(injections) '\(program.path(percentEncoded: false))' "$@"

      """
    let file = try folder.write(script, to: "held-back-\(calls.count)")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path(percentEncoded: false))
    return file
  }

  /// How many times the loader reads before a program begins: a fault that is meant for the program comes later.
  ///
  /// - Parameter program: One that only tells its `--version`.
  public static func loaderReadCount(of program: URL) throws -> Int {
    let folder = try TemporaryFolder()
    let run = try Tool.run(
      at: URL(filePath: strace),
      ["-qq", "-e", "trace=pread64", "-e", "signal=none", program.path(percentEncoded: false), "--version"],
      in: folder.url)
    return run.errors.split(separator: "\n").count { $0.hasPrefix("pread64(") }
  }

  /// What an older kernel, or a container's filter, answers.
  public static let withoutLandlock = ["landlock_create_ruleset:error=ENOSYS"]
  public static let withoutSeccomp = ["seccomp:error=EINVAL"]
}
