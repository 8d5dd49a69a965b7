import Foundation
import GRDB
import Glibc
import ReelCatalog
import TestSupport
import Testing

@testable import ReelLibrary

/// SQLite behind its wall, with a catalog's folder as a stranger may have left it; what `CatalogEntrance` refuses is let in here.
@Suite struct SQLiteWallTests {
  private let place: TemporaryFolder
  private let library: LibraryFolder
  private let folder: Folder

  init() throws {
    place = try TemporaryFolder()
    mkdir(place.path(of: ".hipreel"), 0o700)
    library = try LibraryFolder(root: PathBytes(place.path))
    _ = try ReelStore(library, for: .write)
    folder = try library.openCatalog()
  }

  private func queue(_ readonly: Bool = false) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readonly
    return try DatabaseQueue(path: DatabasePath.text(folder), configuration: configuration)
  }

  private func touch() throws {
    try queue().write { try $0.execute(sql: "INSERT INTO saved_search VALUES ('a', 'b', 1)") }
  }

  @Test(arguments: ["absolute", "relative"])
  func `a hot journal has no other file deleted`(kind: String) throws {
    try place.write("precious", to: "victim")
    let database = try place.read(".hipreel/catalog.sqlite")
    let victim = kind == "absolute" ? place.path(of: "victim") : "../victim"
    try place.write(HotJournal.bytes(of: database, naming: victim), to: ".hipreel/catalog.sqlite-journal")
    do { try touch() } catch is DatabaseError {}
    #expect(try place.read("victim") == Array("precious".utf8))
    // The same is refused before SQLite sees it, and nothing changes.
    let journal = try HotJournal.bytes(of: database, naming: victim)
    try place.write(journal, to: ".hipreel/catalog.sqlite-journal")
    let before = try place.read(".hipreel/catalog.sqlite")
    let error = #expect(throws: LibraryError.self) { _ = try ReelStore(library, for: .write) }
    #expect(error?.code == .catalogDamaged)
    #expect(try place.read(".hipreel/catalog.sqlite-journal") == journal)
    #expect(try place.read(".hipreel/catalog.sqlite") == before)
  }

  @Test(arguments: ["catalog.sqlite", "catalog.sqlite-wal", "catalog.sqlite-shm", "catalog.sqlite-journal"])
  func `a link or a pipe in the place of a file is not opened`(name: String) throws {
    for kind in ["link", "dangling", "pipe"] {
      let file = place.path(of: ".hipreel/\(name)")
      try? FileManager.default.removeItem(atPath: file)
      try place.write("precious", to: "victim")
      switch kind {
      case "link": symlink("../victim", file)
      case "dangling": symlink("../made", file)
      default: mkfifo(file, 0o600)
      }
      do { try touch() } catch is DatabaseError {}
      #expect(try place.read("victim") == Array("precious".utf8), "\(kind)")
      #expect(!FileManager.default.fileExists(atPath: place.path(of: "made")), "\(kind)")
      #expect(throws: LibraryError.self) { _ = try ReelStore(library, for: .write) }
      #expect(throws: LibraryError.self) { _ = try ReelStore(library, for: .read) }
    }
  }

  @Test func `no other file is reached by SQL`() throws {
    try place.write("", to: ".hipreel/other.sqlite")
    try queue().writeWithoutTransaction { database in
      for name in [place.path(of: "other"), "/hipreel-catalog/\(folder.raw)/other.sqlite", "/etc/hostname"] {
        #expect(throws: DatabaseError.self) { try database.execute(sql: "ATTACH ? AS x", arguments: [name]) }
        #expect(throws: DatabaseError.self) { try database.execute(sql: "VACUUM INTO ?", arguments: [name]) }
      }
    }
  }

  @Test func `opening a catalog again does not take the locks of a connection from it`() throws {
    let store = try ReelStore(library, for: .read)
    try store.read { database in
      // A reader in another process sees the lock that this one holds on the database, before and after.
      func isLocked() throws -> Bool {
        let run = try Tool.run(
          at: URL(filePath: "/usr/bin/python3"),
          [
            "-c",
            """
            import fcntl,os,struct,sys
            f=os.open(sys.argv[1],os.O_RDWR)
            l=fcntl.fcntl(f,fcntl.F_GETLK,struct.pack('hhqqi',fcntl.F_WRLCK,0,0x40000000,512,0))
            sys.exit(0 if struct.unpack('hhqqi',l)[0]!=fcntl.F_UNLCK else 1)
            """, place.path(of: ".hipreel/catalog.sqlite"),
          ], in: place.url)
        return run.status == 0
      }
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM reel")
      #expect(try isLocked())
      for access in [ReelStore.Access.read, .write] { _ = try ReelStore(library, for: access) }
      #expect(try isLocked())
    }
  }

  @Test func `the catalog is found again wherever its folder was moved to`() throws {
    try touch()
    try FileManager.default.moveItem(atPath: place.path(of: ".hipreel"), toPath: place.path(of: "moved"))
    #expect(try queue(true).read { try String.fetchAll($0, sql: "SELECT name FROM saved_search") } == ["a"])
  }
}

/// A rollback journal that makes SQLite delete a file: it names it as its super-journal (sqlite.org/fileformat.html, 3).
enum HotJournal {
  private static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// - Parameter database: The file that it lies beside.
  static func bytes(of database: [UInt8], naming victim: String) throws -> [UInt8] {
    let pageSize = database.number16(at: 16)
    func four(_ number: Int) -> [UInt8] {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).bigEndian) { Array($0) }
    }
    // No pages, a nonce, as many pages as there are, sectors of 512 bytes.
    let numbers = [0, 99, database.count / pageSize, 512, pageSize].flatMap(four)
    let header = magic + numbers + [UInt8](repeating: 0, count: 512 - magic.count - numbers.count)
    let name = Array(victim.utf8)
    return header + four(0x4000_0000 / pageSize + 1) + name + four(name.count) + four(name.reduce(0) { $0 + Int($1) })
      + magic
  }
}
