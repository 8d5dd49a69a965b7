import Foundation
import Glibc
import TestSupport
import Testing

/// Folders in which others are at work while they are indexed.
@Suite struct RestlessFolderTests {
  private struct Row: Decodable {
    let status: String
  }

  private func path(_ folder: SampleFolder, _ name: String) -> String {
    folder.url.appending(path: name).path(percentEncoded: false)
  }

  @Test func `a link that takes a folder's place during a run leads nowhere`() throws {
    let canary = "canary-7c2f"
    let folder = try SampleFolder([])
    let outside = try TemporaryFolder()
    let clip = try Data(contentsOf: Checkout.media.appending(path: "standing-hip-abduction.mp4"))
    for number in 0..<40 {
      try folder.write("", to: "inner/\(number).mp4")
      try folder.write("a caption", to: "inner/\(number).txt")
      try folder.write("no video", to: "inner/unnamed-\(number)")
      try outside.write("", to: "\(number).mp4")
      try outside.write("\(canary) clamshell", to: "\(number).txt")
      try outside.write(clip + Data(canary.utf8), to: "unnamed-\(number)")
    }
    let (inner, aside, elsewhere) = (path(folder, "inner"), path(folder, ".aside"), outside.path)
    let swaps = Mischief { number in
      rename(inner, aside)
      symlink(elsewhere, inner)
      usleep(useconds_t(number * 37 % 900))
      unlink(inner)
      rename(aside, inner)
      usleep(useconds_t(number * 91 % 1700))
    }
    let place = try TemporaryFolder()
    for round in 0..<8 {
      let catalog = place.path(of: "\(round)")
      let run = try folder.hipreel("index", "--quiet", "--catalog", catalog, ".")
      #expect([0, 3].contains(run.status), "\(run.errors)")
      #expect(try folder.hipreel("find", "status:ok", "--count", "--catalog", catalog).text == "0\n")
      for name in FileManager.default.enumerator(atPath: catalog)?.allObjects as? [String] ?? [] {
        let bytes = FileManager.default.contents(atPath: "\(catalog)/\(name)") ?? Data()
        #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(name) in round \(round)")
      }
    }
    swaps.end()
  }

  @Test func `files that are cut, grow, go and come meanwhile cost their own rows and nothing else`() throws {
    let folder = try SampleFolder()
    let samples = try SampleFolder.allNames().filter { !$0.hasSuffix(".txt") }.prefix(6)
    let contents = try samples.map { try Data(contentsOf: folder.url.appending(path: $0)) }
    let files = samples.map { path(folder, $0) }
    let undisturbed = try TemporaryFolder()
    try folder.hipreel("index", "--quiet", "--catalog", undisturbed.path(of: "catalog"), ".")
    let expected = try folder.hipreel("find", "--paths", "--catalog", undisturbed.path(of: "catalog")).text

    let changes = Mischief { number in
      let (file, content) = (files[number % files.count], contents[number % files.count])
      switch number / files.count % 4 {
      case 0: truncate(file, off_t(content.count * (number % 7) / 7))
      case 1: truncate(file, off_t(content.count + number % 5000))
      case 2: unlink(file)
      default: _ = FileManager.default.createFile(atPath: file, contents: content)
      }
      usleep(1500)
    }
    for _ in 0..<8 {
      let run = try folder.hipreel("index", "--retry-failed", "--accept-gone", ".")
      #expect([0, 3].contains(run.status), "\(run.errors)")
      let rows = try JSONDecoder().decode([Row].self, from: try folder.hipreel("find", "--json").output)
      #expect(
        Set(rows.map(\.status)).isSubset(of: ["ok", "damaged", "no-frame", "changed", "vanished"]),
        "\(Set(rows.map(\.status)))")
      #expect(try folder.hipreel("check").status == 0)
    }
    changes.end()

    for (file, content) in zip(files, contents) {
      _ = FileManager.default.createFile(atPath: file, contents: content)
      let times = [timespec](repeating: timespec(tv_sec: 1_700_000_000, tv_nsec: 500_000_000), count: 2)
      #expect(utimensat(AT_FDCWD, file, times, 0) == 0)
    }
    try folder.hipreel("index", "--quiet", ".")
    let after = try folder.hipreel("find", "--json").output
    #expect(try JSONDecoder().decode([Row].self, from: after).allSatisfy { $0.status == "ok" })
    #expect(try folder.hipreel("find", "--paths").text == expected)
  }

  @Test(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
  func `a folder that does not answer is told, and one that goes away meanwhile is not an empty one`() throws {
    let folder = try SampleFolder(["IMG_4032.MOV", "standing-hip-abduction.mp4"])
    let place = try TemporaryFolder()
    let catalog = place.path(of: "catalog")
    let root = folder.url.path(percentEncoded: false)
    try folder.hipreel("index", "--quiet", "--catalog", catalog, ".")
    let before = try folder.hipreel("export", "--catalog", catalog).text

    // The drive answers after 12 seconds, and is gone by then.
    let start = SuspendingClock().now
    let unplugged = Mischief { _ in
      usleep(50_000)
      guard SuspendingClock().now - start > .seconds(5) else { return }
      rename(root, root + ".away")
    }
    let run = try Tool.run(
      at: URL(filePath: "/usr/bin/strace"),
      [
        "-f", "-b", "execve", "-qq", "-o", "/dev/null", "-e", "inject=getdents64:delay_enter=12000000:when=1",
        Checkout.program("hipreel").path(percentEncoded: false), "index", "--catalog", catalog, root,
      ], in: place.url)
    unplugged.end()
    #expect(rename(root + ".away", root) == 0)
    #expect(run.status == 1)
    let shown = root.hasSuffix("/") ? String(root.dropLast()) : root
    #expect(
      run.errors == """
        hipreel: \(shown): not responding; still waiting
          is the drive or the network connected? Ctrl-C stops the run and loses nothing
        hipreel: \(shown): disappeared while hipreel was reading it
          nothing was changed; is the drive connected?

        """)
    #expect(try folder.hipreel("export", "--catalog", catalog).text == before)
  }
}
