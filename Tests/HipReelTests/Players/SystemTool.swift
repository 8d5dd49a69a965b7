import Foundation
import TestSupport

/// A program of the system that a test needs; the test is skipped where it is not installed.
enum SystemTool: String {
  case vlc, mpv, ffmpeg, xmllint, mandoc, groff, zsh, fish

  /// Where it is, or nil.
  var program: URL? {
    for folder in ["/usr/bin", "/usr/local/bin"] {
      let program = URL(filePath: folder).appending(path: rawValue)
      if FileManager.default.isExecutableFile(atPath: program.path(percentEncoded: false)) { return program }
    }
    return nil
  }

  var isInstalled: Bool { program != nil }

  /// Runs it to its end, at most a minute and a half, as a user without rights where this process has them all: VLC refuses
  /// to run as root.
  func run(_ arguments: [String], in folder: URL, input: String = "") throws -> Tool {
    guard let program else { throw CocoaError(.fileNoSuchFile) }
    let home = try TemporaryFolder()
    var command = ["timeout", "90", program.path(percentEncoded: false)] + arguments
    if geteuid() == 0 {
      let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o777]
      try FileManager.default.setAttributes(attributes, ofItemAtPath: home.path)
      command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"] + command
    }
    return try Tool.run(
      at: URL(filePath: "/usr/bin/env"), command, in: folder, input: input,
      environment: ["HOME": home.path, "XDG_RUNTIME_DIR": home.path, "LC_ALL": "C.UTF-8"])
  }
}
