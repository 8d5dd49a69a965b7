import Foundation
import TestSupport
import Testing

/// Texts whose names are not quite their videos': written otherwise, cut, of a part, or of a name that was.
@Suite struct InexactSidecarTests {
  private let sample = "standing-hip-abduction.mp4"

  private func folder(videos names: [String], _ files: [String: String]) throws -> SampleFolder {
    let folder = try SampleFolder([sample])
    let bytes = try Data(contentsOf: folder.url.appending(path: sample))
    try FileManager.default.removeItem(at: folder.url.appending(path: sample))
    for (number, name) in names.enumerated() { try write(bytes, number, to: name, in: folder) }
    for (path, text) in files { try folder.write(text, to: path) }
    return folder
  }

  /// A video of its own: what is behind the last atom changes its fingerprint.
  private func write(_ bytes: Data, _ number: Int, to name: String, in folder: SampleFolder) throws {
    let url = folder.url.appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try (bytes + Data([0, 0, 0, 9]) + Data("free".utf8) + Data([UInt8(number)])).write(to: url)
    // Older than the run that follows, as `SampleFolder` has it.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_600_000_000.5)], ofItemAtPath: url.path(percentEncoded: false))
  }

  private func index(_ folder: SampleFolder) throws -> String {
    let run = try folder.hipreel("index", ".")
    #expect(run.status == 0, "\(run.errors)")
    return run.errors
  }

  private func found(_ query: String, _ folder: SampleFolder) throws -> String {
    try folder.hipreel("find", query, "--paths").text
  }

  @Test(arguments: [
    ("MVI_0009.MOV", "mvi_0009.txt", "Clamshell"), ("mvi_0009.mp4", "MVI_0009.TXT", "Clamshell"),
    ("H\u{FC}ft\u{F6}ffner.mp4", "Hu\u{308}fto\u{308}ffner.txt", "Clamshell"),
    ("Hu\u{308}fto\u{308}ffner.mp4", "H\u{FC}ft\u{F6}ffner.srt", "1\n00:00:00,000 --> 00:00:01,000\nClamshell\n"),
    ("MVI_0009.MOV", "mvi_0009.mov.json", #"{"description":"Clamshell"}"#),
    ("MVI_0009.MOV", "reels.csv", "file,exercise\nmvi_0009.mov,Clamshell\n"),
    ("MVI_0009.MOV", "reels.csv", "sep=;\nfile;exercise\nmvi_0009;Clamshell\n"),
    (
      "MVI_0009.MOV", "MVI_0009.MOV.supplemental-metad.json",
      #"{"title":"MVI_0009.MOV","description":"Clamshell","photoTakenTime":{"timestamp":"1700000000"}}"#
    ),
    (
      "a long name of a video about hips and more of it.mp4", "a long name of a video about hips and more of .json",
      #"{"title":"x","description":"Clamshell","photoTakenTime":{"timestamp":"1700000000"}}"#
    ),
    (
      "c/VID-20240102-WA0007.mp4", "c/WhatsApp Chat with Ann.txt",
      "02/01/2024, 10:11 - Ann: VID-20240102-WA0007.mp4 (file attached)\nClamshell\n"
    ),
    (
      "c/hips/VID-20240102-WA0007.mp4", "c/_chat.txt",
      "[02.01.24, 10:11:12] Ann: Clamshell\n<attached: VID-20240102-WA0007.mp4>\n"
    ),
    (
      "t/video_files/a.mp4", "t/result.json",
      #"{"messages":[{"file":"video_files/a.mp4","text":["Clam",{"type":"bold","text":"shell"}]}]}"#
    ),
  ])
  func `a text that fits one video speaks for it`(video: String, sidecar: String, text: String) throws {
    let folder = try folder(videos: [video, "other.mp4"], [sidecar: text])
    #expect(try index(folder).isEmpty)
    #expect(try found("exercise:clamshell", folder) == "\(video)\n")
    let status = try folder.hipreel("status", "--sidecars").text
    #expect(!status.contains("without a video") && !status.contains("not understood"), "\(status)")
    #expect(try folder.hipreel("index", "--explain-sidecars", video).text.contains("lamshell"))
    #expect(try folder.hipreel("index", ".", environment: Tool.withoutWorker).status == 0)
    #expect(try found("exercise:clamshell", folder) == "\(video)\n")
  }

  @Test func `of two that fit equally none is used, and an exact one wins`() throws {
    let folder = try folder(videos: ["Clip.mp4", "CLIP.mp4"], ["clip.txt": "Clamshell"])
    #expect(try index(folder).contains("hipreel: clip.txt: fits CLIP.mp4 and Clip.mp4 equally; none was used"))
    #expect(try found("exercise:clamshell", folder).isEmpty)
    #expect(try folder.hipreel("status", "--sidecars").text.contains("clip.txt: fits CLIP.mp4 and Clip.mp4 equally"))
    // The text speaks once only one is left, and stops when a better one comes.
    try FileManager.default.removeItem(at: folder.url.appending(path: "CLIP.mp4"))
    #expect(try index(folder).isEmpty)
    #expect(try found("exercise:clamshell", folder) == "Clip.mp4\n")
    #expect(!(try folder.hipreel("status", "--sidecars").text.contains("equally")))
    try write(Data(contentsOf: folder.url.appending(path: "Clip.mp4")), 7, to: "clip.mp4", in: folder)
    #expect(try index(folder).isEmpty)
    #expect(try found("exercise:clamshell", folder) == "clip.mp4\n")
    try write(Data(contentsOf: folder.url.appending(path: "Clip.mp4")), 8, to: "CLIP.mov", in: folder)
    try FileManager.default.removeItem(at: folder.url.appending(path: "clip.mp4"))
    _ = try index(folder)
    #expect(try found("exercise:clamshell", folder).isEmpty, "read before, and in doubt now")
    #expect(try folder.hipreel("status", "--sidecars").text.contains("clip.txt: fits CLIP.mov and Clip.mp4 equally"))
  }

  @Test func `a table's row that fits two videos is told`() throws {
    let folder = try folder(videos: ["Clip.mp4", "CLIP.mp4"], ["reels.csv": "file,exercise\nclip.mp4,Clamshell\n"])
    _ = try index(folder)
    #expect(try found("exercise:clamshell", folder).isEmpty)
    #expect(try folder.hipreel("status", "--sidecars").text.contains("reels.csv: fits CLIP.mp4 and Clip.mp4 equally"))
  }

  @Test func `a name is found however its letters are composed`() throws {
    let folder = try folder(videos: ["Hu\u{308}fto\u{308}ffner.mp4", "other.mp4"], [:])
    _ = try index(folder)
    let shown = try folder.hipreel("show", "H\u{FC}ft\u{F6}ffner.mp4")
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(try folder.hipreel("rate", "H\u{FC}ft\u{F6}ffner.mp4", "4").status == 0)
    #expect(try found("h\u{FC}ft\u{F6}ffner rating:4", folder) == "Hu\u{308}fto\u{308}ffner.mp4\n")
    #expect(try folder.hipreel("show", "H\u{FC}ftoffner.mp4").status != 0)
  }

  @Test func `a video keeps the text of its former name until another video claims it`() throws {
    let folder = try folder(videos: ["a.mp4"], ["a.txt": "Clamshell"])
    _ = try index(folder)
    for name in ["b.mp4", "sub/c.mp4"] {
      try FileManager.default.createDirectory(at: folder.url.appending(path: "sub"), withIntermediateDirectories: true)
      try folder.move(name == "b.mp4" ? "a.mp4" : "b.mp4", to: name)
      _ = try index(folder)
      #expect(try found("exercise:clamshell", folder) == "\(name)\n")
      #expect(
        try folder.hipreel("status", "--sidecars").text.contains(
          "still read for a video that was renamed:\n  a.txt: \(name)"))
    }
    // An edited text is still its text.
    try folder.write("Pigeon pose", to: "a.txt")
    _ = try index(folder)
    #expect(try found("exercise:pigeon-pose", folder) == "sub/c.mp4\n")
    try write(Data(contentsOf: folder.url.appending(path: "sub/c.mp4")), 9, to: "a.mp4", in: folder)
    _ = try index(folder)
    #expect(try found("exercise:pigeon-pose", folder) == "a.mp4\n")
    #expect(!(try folder.hipreel("status", "--sidecars").text.contains("renamed")))
  }

  @Test func `a text that moved with its video leaves nothing to a later one of its name`() throws {
    let folder = try folder(videos: ["a.mp4"], ["a.txt": "Clamshell"])
    _ = try index(folder)
    try folder.move("a.mp4", to: "b.mp4")
    try folder.move("a.txt", to: "b.txt")
    _ = try index(folder)
    #expect(try found("exercise:clamshell", folder) == "b.mp4\n")
    try folder.write("Pigeon pose", to: "a.txt")
    _ = try index(folder)
    #expect(try found("exercise:pigeon-pose", folder).isEmpty)
  }

  @Test func `a part of a video has its own chapter only`() throws {
    let id = "[abcdefghijk]"
    let info = """
      {"id":"abcdefghijk","title":"Hips","description":"Clamshell, bird dog and pigeon pose","tags":["frog pump"],
       "timestamp":1700000000,"chapters":[{"title":"Clamshell"},{"title":"Bird dog"},{"title":"Pigeon pose"}]}
      """
    let folder = try folder(
      videos: [
        "Hips \(id).mp4", "Hips - 001 Part one \(id).mp4", "Hips - 002 Part two \(id).mp4", "Hips - 100 reps \(id).mp4",
      ],
      ["Hips \(id).info.json": info])
    _ = try index(folder)
    func exercises(_ name: String) throws -> [String] {
      try ["clamshell", "bird-dog", "pigeon-pose"].filter {
        try found("exercise:\($0)", folder).contains("\(name) \(id).mp4\n")
      }
    }
    #expect(try exercises("Hips") == ["clamshell", "bird-dog", "pigeon-pose"])
    #expect(try exercises("Hips - 001 Part one") == ["clamshell"])
    #expect(try exercises("Hips - 002 Part two") == ["bird-dog"])
    #expect(try exercises("Hips - 100 reps") == ["clamshell", "bird-dog", "pigeon-pose"], "there is no such chapter")
    #expect(try found("recorded:2023-11-14", folder).split(separator: "\n").count == 4)
    #expect(!(try folder.hipreel("status", "--sidecars").text.contains("without a video")))
  }

  @Test func `a post's caption goes by place, or is in doubt`() throws {
    let list = "Hips!\n1. Clamshell\n2. Bird dog\n3. Pigeon pose\n\n#hips"
    let names = (1...3).map { "2024-01-02_10-11-12_UTC_\($0).mp4" }
    let folder = try folder(videos: names, ["2024-01-02_10-11-12_UTC.txt": list])
    _ = try index(folder)
    #expect(try found("exercise:clamshell", folder) == "\(names[0])\n")
    #expect(try found("exercise:bird-dog", folder) == "\(names[1])\n")
    #expect(try found("exercise:pigeon-pose", folder) == "\(names[2])\n")
    // Without a list any of them may show any.
    try folder.write("Clamshell, bird dog, pigeon pose", to: "2024-01-02_10-11-12_UTC.txt")
    _ = try index(folder)
    let csv = try folder.hipreel("why", names[0]).text
    #expect(csv.contains("clamshell") && !csv.contains("97"), "\(csv)")
    // The last one that is left has its caption for itself.
    for name in names.dropFirst() { try FileManager.default.removeItem(at: folder.url.appending(path: name)) }
    _ = try index(folder)
    #expect(try folder.hipreel("why", names[0]).text.contains("97"))
  }

  @Test func `an export's caption of several videos goes by place, or is in doubt`() throws {
    func reels(_ title: String) -> String {
      let media = (1...2).map { #"{"uri":"media/\#($0).mp4","title":""}"# }.joined(separator: ",")
      return #"[{"title":"\#(title)","media":[\#(media)]}]"#
    }
    let folder = try folder(
      videos: ["media/1.mp4", "media/2.mp4"], ["posts_1.json": reels(#"1. Clamshell\n2. Bird dog"#)])
    _ = try index(folder)
    #expect(try found("exercise:clamshell", folder) == "media/1.mp4\n")
    #expect(try found("exercise:bird-dog", folder) == "media/2.mp4\n")
    try folder.write(reels("Clamshell and bird dog"), to: "posts_1.json")
    _ = try index(folder)
    #expect(!(try folder.hipreel("why", "media/1.mp4").text.contains("97")))
    try folder.write(#"{"description":"Clamshell, bird dog","num":1,"count":2}"#, to: "media/1.mp4.json")
    _ = try index(folder)
    #expect(!(try folder.hipreel("why", "media/1.mp4").text.contains("97")))
  }
}
