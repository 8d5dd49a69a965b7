import Foundation
import Testing
import TestSupport

@Suite struct IndexCommandTests {
  @Test func `a first run indexes every sample and a second one opens nothing`() throws {
    let folder = try SampleFolder()
    let first = try folder.hipreel("index", ".")
    #expect(first.text == "15 new, 0 changed, 0 moved, 0 unchanged, 0 gone, 0 failed\n")
    #expect(first.errors == "")
    #expect(first.status == 0)
    let second = try folder.hipreel("index", ".", environment: Tool.withoutWorker)
    #expect(second.text == "0 new, 0 changed, 0 moved, 15 unchanged, 0 gone, 0 failed\n")
    #expect(second.status == 0)
  }

  @Test func `every sample has a thumbnail, and nothing is written outside the catalog`() throws {
    let folder = try SampleFolder()
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.url.path(percentEncoded: false))
    try folder.hipreel("index", ".")
    let after = try FileManager.default.contentsOfDirectory(atPath: folder.url.path(percentEncoded: false))
    #expect(Set(after) == Set(before).union([".hipreel"]))
    let thumbnails = FileManager.default.enumerator(
      atPath: folder.url.appending(path: ".hipreel/thumbnails").path(percentEncoded: false))
    let pictures = (thumbnails?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".jpg") }
    #expect(pictures.count == 15)
  }

  @Test func `a renamed and a moved file keep their ids and are not opened`() throws {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    let before = try folder.hipreel("find", "name:=IMG_4032.MOV", "--jsonl").text
    try folder.move("IMG_4032.MOV", to: "clients/anna/hip.MOV")
    try folder.move("Standing Hip CARs.mp4", to: "cars.mp4")
    let run = try folder.hipreel("index", ".", environment: Tool.withoutWorker)
    #expect(run.text == "0 new, 0 changed, 2 moved, 13 unchanged, 0 gone, 0 failed\n")
    let after = try folder.hipreel("find", "path:clients/anna", "--jsonl").text
    #expect(before.contains("\"id\": \"") && after.contains("\"id\": \""))
    #expect(Self.id(in: before) == Self.id(in: after))
  }

  @Test func `a copy on another disk is known by its content`() throws {
    let folder = try SampleFolder(["Standing Hip CARs.mp4"])
    try folder.hipreel("index", ".")
    let id = Self.id(in: try folder.hipreel("find", "--jsonl").text)
    // Another inode and other times, as after a copy to another disk.
    let file = folder.url.appending(path: "Standing Hip CARs.mp4")
    let content = try Data(contentsOf: file)
    try FileManager.default.removeItem(at: file)
    try content.write(to: folder.url.appending(path: "elsewhere.mp4"))
    let run = try folder.hipreel("index", ".")
    #expect(run.text == "0 new, 0 changed, 1 moved, 0 unchanged, 0 gone, 0 failed\n")
    #expect(Self.id(in: try folder.hipreel("find", "--jsonl").text) == id)
  }

  @Test func `changed content under the same name keeps the id`() throws {
    let folder = try SampleFolder(["Standing Hip CARs.mp4"])
    try folder.hipreel("index", ".")
    let id = Self.id(in: try folder.hipreel("find", "--jsonl").text)
    let file = folder.url.appending(path: "Standing Hip CARs.mp4")
    try Data(contentsOf: Checkout.media.appending(path: "standing-hip-abduction.mp4")).write(to: file)
    let run = try folder.hipreel("index", ".")
    #expect(run.text == "0 new, 1 changed, 0 moved, 0 unchanged, 0 gone, 0 failed\n")
    #expect(Self.id(in: try folder.hipreel("find", "--jsonl").text) == id)
  }

  @Test func `a missing file is gone, not forgotten, and comes back as it was`() throws {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    let hidden = try TemporaryFolder()
    let file = folder.url.appending(path: "Standing Hip CARs.mp4")
    let aside = hidden.url.appending(path: "aside.mp4")
    try FileManager.default.moveItem(at: file, to: aside)
    #expect(try folder.hipreel("index", ".").text == "0 new, 0 changed, 0 moved, 14 unchanged, 1 gone, 0 failed\n")
    #expect(try folder.hipreel("find", "--count").text == "14\n")
    #expect(try folder.hipreel("find", "gone:yes", "--paths").text == "Standing Hip CARs.mp4\n")
    try FileManager.default.moveItem(at: aside, to: file)
    try folder.hipreel("index", ".")
    #expect(try folder.hipreel("find", "--count").text == "15\n")
  }

  @Test func `when most of the folder is missing nothing is marked gone unless asked`() throws {
    let folder = try SampleFolder()
    try folder.hipreel("index", ".")
    let before = try folder.hipreel("export").text
    for name in try SampleFolder.allNames() {
      try FileManager.default.removeItem(at: folder.url.appending(path: name))
    }
    let run = try folder.hipreel("index", ".")
    #expect(run.text == "0 new, 0 changed, 0 moved, 0 unchanged, 0 gone, 0 failed\n")
    #expect(
      run.errors == """
        hipreel: 15 of 15 known files are missing; none were marked gone
          is the drive connected? if you deleted them on purpose, run again with --accept-gone

        """)
    // What the files beside them said is kept as well.
    #expect(try folder.hipreel("export").text == before)
    #expect(try folder.hipreel("index", ".", "--accept-gone").text.contains("15 gone"))
  }

  @Test func `a missing folder is an error and changes nothing`() throws {
    let folder = try SampleFolder([])
    let run = try folder.hipreel("index", "unplugged")
    #expect(run.status == 1)
    #expect(run.errors == "hipreel: unplugged: cannot be read: no such file or directory\n")
  }

  @Test func `odd files end as rows with a status, named on standard error, once`() throws {
    let folder = try SampleFolder()
    for name in try FileManager.default.contentsOfDirectory(
      atPath: Checkout.media.appending(path: "odd").path(percentEncoded: false))
    {
      try FileManager.default.copyItem(
        at: Checkout.media.appending(path: "odd/\(name)"), to: folder.url.appending(path: name))
    }
    try Data().write(to: folder.url.appending(path: "empty.mp4"))
    #expect(mkfifo(folder.url.appending(path: "pipe.mp4").path(percentEncoded: false), 0o600) == 0)
    let run = try folder.hipreel("index", ".")
    #expect(run.status == 3)
    #expect(run.text == "34 new, 0 changed, 0 moved, 0 unchanged, 0 gone, 5 failed\n")
    #expect(run.errors.split(separator: "\n").count == 5)
    #expect(run.errors.contains("hipreel: empty.mp4: damaged"))
    #expect(run.errors.contains("hipreel: pipe.mp4: not-a-file"))
    #expect(try folder.hipreel("find", "-status:ok", "--count").text == "5\n")

    let again = try folder.hipreel("index", ".", environment: Tool.withoutWorker)
    #expect(again.text == "0 new, 0 changed, 0 moved, 34 unchanged, 0 gone, 0 failed (and 5 known to fail)\n")
    #expect(again.status == 0)
    #expect(again.errors == "")
    #expect(try folder.hipreel("index", ".", "--retry-failed").status == 3)
  }

  @Test func `a dry run says what would be done and does nothing`() throws {
    let folder = try SampleFolder()
    let run = try folder.hipreel("index", ".", "--dry-run", environment: Tool.withoutWorker)
    #expect(run.text == "dry run: 15 new, 0 changed, 0 moved, 0 unchanged, 0 gone, 0 failed\n")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: ".hipreel").path(percentEncoded: false)))
  }

  @Test func `an edited caption tags a reel anew without opening its video`() throws {
    let folder = try SampleFolder(["VID_20240611_063015.mp4"])
    try folder.hipreel("index", ".")
    try Data("clamshell".utf8).write(to: folder.url.appending(path: "VID_20240611_063015.txt"))
    let run = try folder.hipreel("index", ".", environment: Tool.withoutWorker)
    #expect(run.status == 0)
    #expect(try folder.hipreel("find", "exercise:clamshell", "--count").text == "1\n")
    try FileManager.default.removeItem(at: folder.url.appending(path: "VID_20240611_063015.txt"))
    try folder.hipreel("index", ".", environment: Tool.withoutWorker)
    #expect(try folder.hipreel("find", "exercise:clamshell", "--count").text == "0\n")
  }

  @Test func `a catalog can lie elsewhere and still finds its folder`() throws {
    let folder = try SampleFolder(["Standing Hip CARs.mp4"])
    let place = try TemporaryFolder()
    let catalog = place.url.appending(path: "catalog").path(percentEncoded: false)
    #expect(try folder.hipreel("index", ".", "--catalog", catalog).status == 0)
    let found = try Tool.run("hipreel", ["find", "--catalog", catalog, "--paths"], in: place.url)
    #expect(found.text == "Standing Hip CARs.mp4\n")
    let named = try Tool.run("hipreel", ["find", "--paths"], in: place.url, environment: ["HIPREEL_CATALOG": catalog])
    #expect(named.text == found.text)
  }

  private static func id(in row: String) -> Substring? {
    row.split(separator: "\"id\": \"").dropFirst().first?.prefix(12)
  }
}
