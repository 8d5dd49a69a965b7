import Foundation
import Glibc
import ReelCatalog
import Synchronization
import TestSupport
import Testing

@testable import ReelLibrary

/// What everything else reaches the system through.
@Suite struct SystemPartsTests {
  private let place: TemporaryFolder
  private let folder: Folder

  init() throws {
    place = try TemporaryFolder()
    folder = try Folder(at: NamedPath.real(PathBytes(place.path)))
  }

  @Test(arguments: [0, 1, 15, 16, 17, 1000])
  func `work on all cores comes back in order`(count: Int) {
    let calls = Mutex(0)
    let squares = AllCores.map(Array(0..<count)) { number in
      calls.withLock { $0 += 1 }
      return number * number
    }
    #expect(squares == (0..<count).map { $0 * $0 } && calls.withLock { $0 } == count)
  }

  @Test func `work in the background is done once, whoever asks for it how often`() {
    let calls = Mutex(0)
    let work = Background {
      calls.withLock { $0 += 1 }
      return 7
    }
    let results = AllCores.map(Array(0..<64)) { _ in work.result() }
    #expect(results == Array(repeating: 7, count: 64) && work.result() == 7)
    #expect(calls.withLock { $0 } == 1)
  }

  @Test func `threads run what they are given, each once`() throws {
    let count = Mutex(0)
    let done = DispatchSemaphore(value: 0)
    for _ in 0..<20 {
      try WorkerThread.start {
        count.withLock { $0 += 1 }
        done.signal()
      }
    }
    for _ in 0..<20 { #expect(done.wait(timeout: .now() + 30) == .success) }
    #expect(count.withLock { $0 } == 20)
  }

  @Test func `a listing has every name but its own and the one above, and what each is`() throws {
    try place.write("x", to: "a.mp4")
    try place.write([], toRawName: [0xFF, 0x2E])
    try place.write("x", to: "sub/b.mp4")
    symlink("a.mp4", place.path(of: "link"))
    try place.write("x", to: "...")
    let listing = try folder.listing()
    var kinds: [PathBytes: mode_t] = [:]
    while let name = try listing.next() { kinds[name] = try listing.status(of: name).st_mode & S_IFMT }
    #expect(
      kinds == [
        PathBytes("a.mp4"): S_IFREG, PathBytes([0xFF, 0x2E]): S_IFREG, PathBytes("sub"): S_IFDIR,
        PathBytes("link"): S_IFLNK, PathBytes("..."): S_IFREG,
      ])
    let below = try listing.listing(PathBytes("sub"))
    #expect(try below.next() == PathBytes("b.mp4"))
    #expect(try below.next() == nil)
    for name in ["link", "a.mp4", "none"] {
      #expect(throws: SystemError.self) { try listing.listing(PathBytes(name)) }
    }
    #expect(throws: SystemError.self) { try listing.status(of: PathBytes("none")) }
    #expect(throws: SystemError.self) { try FolderListing(-1) }
  }

  @Test func `a new file appears whole or not at all`() throws {
    try place.write("old", to: "a.txt")
    func begin() throws {
      let file = try NewFile(PathBytes("a.txt"), in: folder)
      try file.append(Array("new".utf8))
      #expect(try place.read("a.txt") == Array("old".utf8))
    }
    try begin()
    #expect(try folder.names() == [PathBytes("a.txt")])
    let file = try NewFile(PathBytes("a.txt"), in: folder)
    try file.append(Array("ne".utf8))
    try file.append(Array("w".utf8))
    try file.commit()
    #expect(try place.read("a.txt") == Array("new".utf8) && folder.names().count == 1)
  }

  @Test func `a new file replaces a link and leaves where it led`() throws {
    try place.write("kept", to: "target")
    symlink("target", place.path(of: "a"))
    try folder.write(Array("new".utf8), to: PathBytes("a"))
    #expect(try place.read("target") == Array("kept".utf8) && place.read("a") == Array("new".utf8))
    #expect(try folder.status(of: PathBytes("a"))?.isRegularFile == true)
    try folder.write([1], to: PathBytes("x/y/z"))
    #expect(try place.read("x/y/z") == [1])
    #expect(throws: LibraryError.self) { try folder.write([1], to: PathBytes("a/b")) }
  }

  @Test func `a file like the one it replaces keeps its rights, and two at a time do not meet`() throws {
    try place.write("old", to: "a")
    chmod(place.path(of: "a"), 0o640)
    let one = try NewFile(PathBytes("a"), in: folder, likeReplaced: true)
    let other = try NewFile(PathBytes("a"), in: folder)
    try one.append([1])
    try other.append([2])
    try one.commit(durably: false)
    #expect(try place.read("a") == [1] && folder.status(of: PathBytes("a")).map { $0.st_mode & 0o777 } == 0o640)
    try other.commit(durably: false)
    #expect(try place.read("a") == [2] && folder.names().count == 1)
  }

  @Test func `another file's bytes are added, however many there are`() throws {
    let bytes = (0..<(3 << 19)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try place.write(bytes, to: "from")
    let file = try NewFile(PathBytes("to"), in: folder)
    try file.append(contentsOf: try folder.file(PathBytes("from")), at: PathBytes("from"))
    try file.commit(durably: false)
    #expect(try place.read("to") == bytes)
  }

  @Test func `a descriptor is closed with its owner, and its copy lives on`() throws {
    try place.write("abc", to: "a")
    func copied() throws -> OwnedDescriptor {
      let file = try folder.file(PathBytes("a"))
      return try OwnedDescriptor(copyOf: file.raw)
    }
    let copy = try copied()
    #expect(try Folder.bytes(of: copy.raw, from: 1, count: 10) == Array("bc".utf8))
    #expect(fcntl(copy.raw, F_GETFD) & FD_CLOEXEC != 0)
    #expect(throws: SystemError.self) { _ = try OwnedDescriptor(copyOf: -1) }
  }

  @Test func `a file keeps its name for the system when it gets another path`() throws {
    try place.write("a", to: "a")
    try place.write("a", to: "b")
    func name(_ file: String) throws -> FileName { FileName(try #require(try folder.status(of: PathBytes(file)))) }
    let before = try name("a")
    #expect(try name("b") != before)
    try folder.rename(PathBytes("a"), to: PathBytes("c"))
    #expect(try name("c") == before && FileName(at: PathBytes(place.path(of: "c"))) == before)
    link(place.path(of: "c"), place.path(of: "d"))
    symlink("c", place.path(of: "e"))
    #expect(try name("d") == before && name("e") != before)
    #expect(FileName(at: PathBytes(place.path(of: "none"))) == nil)
  }

  @Test func `a private page can be read by its user alone, and goes with its owner`() throws {
    var page: PrivatePage? = try PrivatePage("<p>ü</p>")
    let path = try #require(page?.path.text)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "<p>ü</p>")
    let above = (path as NSString).deletingLastPathComponent
    let rights = try [path, above].map {
      try #require(try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int)
    }
    #expect(rights == [0o600, 0o700])
    page?.remove()
    #expect(!FileManager.default.fileExists(atPath: above))
    page?.remove()
    page = nil
  }

  @Test func `what can be open is enough, and what cannot is refused`() {
    #expect(throws: Never.self) { try OpenFileLimit.ensure(8) }
    let error = #expect(throws: LibraryError.self) { try OpenFileLimit.ensure(Int(Int32.max)) }
    #expect(error?.code == .system && error?.advice != nil)
  }

  @Test func `a sister is looked for where the environment says`() throws {
    // A variable that nobody else reads: the environment is the process's.
    let program = SisterProgram(name: "no-such-program-\(UUID().uuidString)", variable: "HIPREEL_TEST_SISTER")
    let missing = #expect(throws: LibraryError.self) { try program.locate() }
    #expect(missing?.code == .workerBroken)
    try place.write("#!/bin/sh\n", to: "sister")
    setenv("HIPREEL_TEST_SISTER", place.path(of: "sister"), 1)
    defer { unsetenv("HIPREEL_TEST_SISTER") }
    #expect(throws: LibraryError.self) { try program.locate() }
    chmod(place.path(of: "sister"), 0o700)
    #expect(try program.locate() == PathBytes(place.path(of: "sister")))
  }
}
