import Foundation
import Testing
import TestSupport

/// Runs that end early, and what the next run makes of it.
@Suite struct InterruptionTests {
  /// A folder with enough different files that a run takes a while.
  private func manyFiles() throws -> SampleFolder {
    let folder = try SampleFolder()
    let sample = try Data(contentsOf: Checkout.media.appending(path: "Standing Hip CARs.mp4"))
    for number in 0..<150 {
      // Bytes after the last box are ignored by readers and make the content another one.
      try (sample + Data("free\(number)".utf8)).write(to: folder.url.appending(path: "clamshell \(number).mp4"))
    }
    return folder
  }

  private func start(_ folder: SampleFolder) throws -> Process {
    let process = Process()
    process.executableURL = Checkout.program("hipreel")
    process.arguments = ["index", "."]
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func undisturbedExport(_ folder: SampleFolder) throws -> Data {
    let place = try TemporaryFolder()
    let catalog = place.url.appending(path: "catalog").path(percentEncoded: false)
    try folder.hipreel("index", ".", "--catalog", catalog)
    return try folder.hipreel("export", "--catalog", catalog).output
  }

  @Test func `after a kill at any moment the next run ends with the same catalog, byte for byte`() throws {
    let folder = try manyFiles()
    let expected = try undisturbedExport(folder)
    #expect(expected.count > 10_000)
    for milliseconds in [30, 120, 250, 400] {
      let process = try start(folder)
      usleep(useconds_t(milliseconds * 1000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let last = try folder.hipreel("index", ".")
    #expect(last.status == 0)
    #expect(try folder.hipreel("export").output == expected)
  }

  /// The header of a journal: magic, no record, a random number, the pages to go back to, and the usual sizes.
  private static func journal(pages: UInt8) -> Data {
    var header: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7, 0, 0, 0, 0, 0xB9, 0x94, 0x10, 0x41]
    header += [0, 0, 0, pages, 0, 0, 2, 0, 0, 0, 0x10, 0]
    return Data(header + [UInt8](repeating: 0, count: 512 - header.count))
  }

  @Test func `a first run that was killed while it made the catalog is carried on`() throws {
    for (pages, status) in [(UInt8(0), Int32(0)), (1, 12)] {
      let folder = try SampleFolder(["Standing Hip CARs.mp4"])
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: ".hipreel"), withIntermediateDirectories: true)
      try Data().write(to: folder.url.appending(path: ".hipreel/catalog.sqlite"))
      try Self.journal(pages: pages).write(to: folder.url.appending(path: ".hipreel/catalog.sqlite-journal"))
      // One that would fill an empty database is nobody's first write.
      #expect(try folder.hipreel("index", ".").status == status)
    }
  }

  @Test func `Ctrl-C stops cleanly with status 130 and the next run goes on`() throws {
    let folder = try manyFiles()
    let process = try start(folder)
    usleep(300_000)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let done = try #require(Int(try folder.hipreel("find", "--count").text.dropLast()))
    let rest = try folder.hipreel("index", ".")
    #expect(rest.status == 0)
    #expect(rest.text.contains(", \(done) unchanged,"))
    #expect(try folder.hipreel("export").output == undisturbedExport(folder))
  }

  @Test func `a run whose catalog is moved away stops, and leaves nothing at the old place`() throws {
    let folder = try manyFiles()
    let catalog = folder.url.appending(path: ".hipreel")
    let process = try start(folder)
    // When its first reels are written.
    let log = catalog.appending(path: "catalog.sqlite-wal").path(percentEncoded: false)
    var status = stat()
    while process.isRunning, stat(log, &status) != 0 || status.st_size < 500_000 { usleep(1000) }
    let other = folder.url.deletingLastPathComponent().appending(path: "moved.sqlite")
    try FileManager.default.moveItem(at: catalog.appending(path: "catalog.sqlite"), to: other)
    process.waitUntilExit()
    #expect(process.terminationStatus == 10)
    let names = try FileManager.default.contentsOfDirectory(atPath: catalog.path(percentEncoded: false))
    #expect(Set(names) == ["lock", "thumbnails"])
    // What was written before is in the moved one, which goes on where it is put back.
    try FileManager.default.moveItem(at: other, to: catalog.appending(path: "catalog.sqlite"))
    let count = try #require(Int(try folder.hipreel("find", "--count").text.dropLast()))
    #expect(count > 0)
    #expect(try folder.hipreel("check").status == 0)
    #expect(try folder.hipreel("index", ".").text.contains(", \(count) unchanged,"))
    #expect(try folder.hipreel("export").output == undisturbedExport(folder))
  }
}
