import Foundation
import Glibc
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

@Suite struct FolderTests {
  private let place: TemporaryFolder
  private let folder: Folder

  init() throws {
    place = try TemporaryFolder()
    try place.write("mine", to: "outside/secret.txt")
    try place.write("inside", to: "in/a/file.txt")
    symlink("../outside", place.path(of: "in/link"))
    symlink("../../outside/secret.txt", place.path(of: "in/a/link.txt"))
    mkfifo(place.path(of: "in/pipe"), 0o600)
    folder = try Folder(at: NamedPath.real(PathBytes(place.path(of: "in"))))
  }

  private func secret() throws -> [UInt8] { try place.read("outside/secret.txt") }

  @Test func `a regular file is read, with a bound`() throws {
    #expect(try folder.bytes(of: PathBytes("a/file.txt"), atMost: 100) == Array("inside".utf8))
    #expect(try folder.bytes(of: PathBytes("a/file.txt"), atMost: 2) == Array("in".utf8))
  }

  @Test(arguments: [
    "link/secret.txt", "a/link.txt", "../outside/secret.txt", "/etc/hostname", "a/../a/file.txt/", "pipe", "a", "link",
  ])
  func `links, ways out, pipes and folders are no files, and nobody waits`(name: String) {
    #expect(throws: SystemError.self) { try folder.bytes(of: PathBytes(name), atMost: 10) }
    #expect(throws: SystemError.self) { _ = try folder.writableFile(PathBytes(name)) }
  }

  @Test func `nothing is written, renamed or deleted through a link`() throws {
    #expect(throws: LibraryError.self) { try folder.write([1], to: PathBytes("link/new.txt")) }
    #expect(throws: SystemError.self) { try folder.rename(PathBytes("a/file.txt"), to: PathBytes("link/secret.txt")) }
    #expect(throws: SystemError.self) { try folder.remove(PathBytes("link/secret.txt")) }
    #expect(throws: SystemError.self) { _ = try folder.makeFolder(PathBytes("link/new")) }
    #expect(try secret() == Array("mine".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path(of: "outside")) == ["secret.txt"])
  }

  @Test func `a link in a file's place is replaced, not followed`() throws {
    try folder.write(Array("new".utf8), to: PathBytes("a/link.txt"))
    #expect(try folder.bytes(of: PathBytes("a/link.txt"), atMost: 10) == Array("new".utf8))
    #expect(try secret() == Array("mine".utf8))
  }

  @Test func `a file beside that has the temporary name is left alone`() throws {
    let temporary = place.path(of: "in/a/new.txt.part-\(getpid())")
    symlink("../../outside/secret.txt", temporary)
    try folder.write(Array("new".utf8), to: PathBytes("a/new.txt"))
    #expect(try secret() == Array("mine".utf8))
    #expect(try place.read("in/a/new.txt") == Array("new".utf8))
    #expect(NamedPath.status(of: PathBytes(temporary))?.isLink == true)
  }

  @Test func `a folder that has become a link is not opened`() throws {
    let path = try NamedPath.real(PathBytes(place.path(of: "in")))
    try FileManager.default.moveItem(atPath: path.text, toPath: place.path(of: "moved"))
    symlink("outside", path.text)
    #expect(throws: SystemError.self) { _ = try Folder(at: path) }
    // What is open stays what it was.
    #expect(try folder.bytes(of: PathBytes("a/file.txt"), atMost: 10) == Array("inside".utf8))
  }

  @Test func `folders are made as far as they are missing`() throws {
    _ = try folder.makeFolder(PathBytes("a/b/c"))
    try folder.write([7], to: PathBytes("a/b/c/d/e"))
    #expect(try place.read("in/a/b/c/d/e") == [7])
    #expect(throws: SystemError(number: EEXIST)) { _ = try folder.makeNewFolder(PathBytes("a")) }
    #expect(Set(try folder.names().map(\.text)) == ["a", "link", "pipe"])
  }
}
