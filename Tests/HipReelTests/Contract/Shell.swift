import Foundation
import TestSupport

/// Runs a line as a person types it, with the built tool as `hipreel`.
enum Shell {
  static func run(_ line: String, in folder: URL, environment: [String: String] = [:]) throws -> Tool {
    let tools = Checkout.program("hipreel").deletingLastPathComponent().path(percentEncoded: false)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try Tool.run(
      at: URL(filePath: "/bin/sh"), ["-c", line], in: folder,
      environment: environment.merging(["PATH": "\(tools):\(path)"]) { $1 })
  }
}
