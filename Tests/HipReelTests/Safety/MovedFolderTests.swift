import Foundation
import TestSupport
import Testing

/// Folders and catalogs that are moved between runs.
@Suite struct MovedFolderTests {
  @Test func `a folder that moves with its catalog needs nothing`() throws {
    let folder = try SampleFolder(["IMG_4032.MOV", "standing-hip-abduction.mp4"])
    try folder.hipreel("index", ".")
    try folder.hipreel("note", "IMG_4032.MOV", "for Anna")
    let export = try folder.hipreel("export").output
    let other = folder.url.deletingLastPathComponent().appending(path: "elsewhere")
    try FileManager.default.moveItem(at: folder.url, to: other)
    #expect(try Tool.run("hipreel", ["export"], in: other).output == export)
    let index = try Tool.run("hipreel", ["index", "."], in: other, environment: Tool.withoutWorker)
    #expect(index.text.hasPrefix("0 new, 0 changed, 0 moved, 2 unchanged, 0 gone"))
  }

  @Test func `a folder that moves alone is missed in plain words, and found again by index`() throws {
    let folder = try SampleFolder(["IMG_4032.MOV", "standing-hip-abduction.mp4"])
    let catalog = folder.url.deletingLastPathComponent().appending(path: "catalog").path(percentEncoded: false)
    try folder.hipreel("index", ".", "--catalog", catalog)
    try folder.hipreel("note", "--catalog", catalog, "IMG_4032.MOV", "for Anna")
    let export = try folder.hipreel("export", "--catalog", catalog).output
    let above = folder.url.deletingLastPathComponent()
    try FileManager.default.moveItem(at: folder.url, to: above.appending(path: "elsewhere"))
    for command in ["find", "status", "export"] {
      let run = try Tool.run("hipreel", [command, "--catalog", catalog], in: above)
      #expect(run.status == 1 && run.text == "", "\(command)")
      #expect(run.errors.contains("/reels: the folder of this catalog is missing: cannot be read: no such file"))
      #expect(
        run.errors.contains("  is its drive connected? if it has moved: hipreel index FOLDER --catalog \(catalog)\n"))
    }
    let index = try Tool.run(
      "hipreel", ["index", "elsewhere", "--catalog", catalog], in: above, environment: Tool.withoutWorker)
    #expect(index.text.hasPrefix("0 new, 0 changed, 0 moved, 2 unchanged, 0 gone"), "\(index.errors)")
    #expect(try Tool.run("hipreel", ["export", "--catalog", catalog], in: above).output == export)
  }
}
