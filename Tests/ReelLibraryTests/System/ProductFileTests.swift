import Foundation
import Glibc
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

/// What `-o` names, and what becomes of it.
@Suite struct ProductFileTests {
  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  private func write(_ text: String, to path: String) throws {
    let file = try ProductFile(at: PathBytes(path))
    try file.append(Array(text.utf8))
    try file.commit()
  }

  @Test func `a plain file is replaced as a whole, and keeps its rights`() throws {
    try place.write("old", to: "plain")
    chmod(place.path(of: "plain"), 0o600)
    do { try ProductFile(at: PathBytes(place.path(of: "plain"))).append([1]) }
    #expect(try place.read("plain") == Array("old".utf8), "not finished")
    try write("new", to: place.path(of: "plain"))
    #expect(try place.read("plain") == Array("new".utf8))
    #expect(NamedPath.status(of: PathBytes(place.path(of: "plain"))).map { $0.st_mode & 0o777 } == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["plain"])
  }

  @Test(arguments: [true, false])
  func `a link is written through and stays, also one that leads to nothing yet`(exists: Bool) throws {
    mkdir(place.path(of: "elsewhere"), 0o700)
    if exists { try place.write("old", to: "elsewhere/target") }
    symlink("second", place.path(of: "first"))
    symlink("elsewhere/target", place.path(of: "second"))
    try write("new", to: place.path(of: "first"))
    #expect(try place.read("elsewhere/target") == Array("new".utf8))
    #expect(NamedPath.status(of: PathBytes(place.path(of: "first")))?.isLink == true)
    #expect(NamedPath.status(of: PathBytes(place.path(of: "second")))?.isLink == true)
  }

  @Test func `a pipe is written into`() throws {
    let path = place.path(of: "pipe")
    mkfifo(path, 0o600)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try write("through", to: path)
    #expect(try Folder.read(reader, 100) == Array("through".utf8))
    #expect(NamedPath.status(of: PathBytes(path)).map { $0.st_mode & S_IFMT } == S_IFIFO)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can make a device"))
  func `a device stays one`() throws {
    let path = place.path(of: "null")
    guard mknod(path, S_IFCHR | 0o666, 0x103) == 0 else { return }  // 1:3, the null device's numbers
    // Where devices may not be opened here, it is told and it stays.
    do { try write("gone", to: path) } catch is LibraryError {}
    #expect(NamedPath.status(of: PathBytes(path)).map { $0.st_mode & S_IFMT } == S_IFCHR)
  }

  @Test func `an open descriptor is written into where it stands`() throws {
    try place.write("before ", to: "file")
    let file = open(place.path(of: "file"), O_WRONLY | O_APPEND)
    defer { close(file) }
    try write("after", to: "/dev/fd/\(file)")
    #expect(try place.read("file") == Array("before after".utf8))
  }

  @Test func `a folder, a loop of links and a place that is not there are refused`() {
    mkdir(place.path(of: "folder"), 0o700)
    symlink("loop", place.path(of: "loop"))
    for path in ["folder", "loop", "missing/file"] {
      #expect(throws: LibraryError.self) { _ = try ProductFile(at: PathBytes(place.path(of: path))) }
    }
  }
}

extension Folder {
  /// What a pipe has waiting.
  fileprivate static func read(_ descriptor: Int32, _ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = Glibc.read(descriptor, &bytes, count)
    guard got >= 0 else { throw SystemError.last }
    return Array(bytes.prefix(got))
  }
}
