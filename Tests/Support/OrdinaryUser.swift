import Foundation
import Glibc

/// A user who may not read everything: whoever runs the tests, or, where that is root, nobody.
public struct OrdinaryUser {
  private static let setpriv = "/usr/bin/setpriv"
  private static let nobody: uid_t = 65534

  public static let isThere = geteuid() != 0 || FileManager.default.isExecutableFile(atPath: setpriv)

  /// Why a test that needs one is skipped.
  public static let absence = "root may read everything, and setpriv is not here"

  private let program: URL
  /// The checkout may lie where nobody else can reach it.
  private let copies: TemporaryFolder

  public init() throws {
    copies = try TemporaryFolder()
    guard geteuid() == 0 else {
      program = Checkout.program("hipreel")
      return
    }
    for name in ["hipreel", "hipreel-worker"] {
      try FileManager.default.copyItem(at: Checkout.program(name), to: copies.url.appending(path: name))
    }
    program = copies.url.appending(path: "hipreel")
  }

  /// Gives the user a folder with all that is in it.
  public func own(_ folder: SampleFolder) {
    guard geteuid() == 0 else { return }
    let root = folder.url.path(percentEncoded: false)
    for name in [""] + (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []) {
      chown("\(root)/\(name)", Self.nobody, Self.nobody)
    }
  }

  /// Runs hipreel as this user with the folder as the current one.
  @discardableResult
  public func hipreel(_ arguments: String..., in folder: SampleFolder) throws -> Tool {
    guard geteuid() == 0 else { return try Tool.run(at: program, arguments, in: folder.url) }
    let name = "\(Self.nobody)"
    return try Tool.run(
      at: URL(filePath: Self.setpriv),
      ["--reuid", name, "--regid", name, "--clear-groups", program.path(percentEncoded: false)] + arguments,
      in: folder.url)
  }
}
