import ReelCatalog
import Testing

@testable import ReelSidecars

@Suite struct TakeoutReaderTests {
  private static let json =
    #"{"title":"MVI_0042.MOV","description":"Frog pump","photoTakenTime":{"timestamp":"1700000000"},"geoData":{"latitude":47.1}}"#

  private static func reading(_ name: String, _ text: String = json) throws -> SidecarReader.Reading {
    let path = PathBytes(name)
    let kind = try #require(SidecarKind(ofName: path.lastComponent))
    return try SidecarReader.reading(of: Array(text.utf8), kind: kind, path: path)
  }

  @Test(arguments: [
    ("a/MVI_0042.MOV.json", "a/MVI_0042.MOV"), ("MVI_0042.MOV.supplemental-metadata.json", "MVI_0042.MOV"),
    ("MVI_0042.MOV.supplemental-metad.json", "MVI_0042.MOV"), ("MVI_0042.MOV.supplem.json", "MVI_0042.MOV"),
    ("MVI_0042.MOV.s.json", "MVI_0042.MOV"), ("MVI_0042.MOV..json", "MVI_0042.MOV"),
    ("MVI_0042.MOV(1).json", "MVI_0042(1).MOV"), ("MVI_0042.MOV.supplemental-metadata(12).json", "MVI_0042(12).MOV"),
    ("MVI_0042.MOV.suppl(2).json", "MVI_0042(2).MOV"), ("MVI_0042(1).MOV.json", "MVI_0042(1).MOV"),
    ("MVI_0042.supplemental-metadata.json", "MVI_0042"), ("MVI_0042.json", "MVI_0042"),
    ("MVI_0042-edited.MOV.json", "MVI_0042-edited.MOV"), ("MVI_0042.HEIC.supplemental-metadata.json", "MVI_0042"),
    ("MVI_0042.MOV.Supplemental-Metadata.json", "MVI_0042.MOV"),
  ])
  func `every form of the name finds its file`(name: String, file: String) throws {
    let reading = try Self.reading(name)
    #expect(reading.kind == .takeout)
    let record = try #require(reading.records.first)
    #expect(record.keys.contains(.path(PathBytes(file))))
    #expect(record.texts.map(\.field) == ["Google Takeout description"] && record.texts.map(\.text) == ["Frog pump"])
    #expect(record.recordedUnixSeconds == 1_700_000_000)
  }

  @Test(arguments: ["MVI_0042-edited.MOV", "MVI_0042-bearbeitet.MOV", "MVI_0042-modifié.MOV"])
  func `an edited video has the text of the one it was made of`(video: String) throws {
    let keys = SidecarKey.keys(ofVideo: PathBytes(video))
    #expect(try Self.reading("MVI_0042.MOV.supplemental-metadata.json").records[0].keys.contains(where: keys.contains))
    #expect(!(try Self.reading("MVI_0043.MOV.json").records[0].keys.contains(where: keys.contains)))
  }

  @Test func `another program's JSON keeps its kind`() throws {
    #expect(try Self.reading("a.mp4.json", #"{"description":"Frog pump","title":"x"}"#).kind == .galleryDL)
    #expect(try Self.reading("a.json", #"{"instaloader":{},"node":{"caption":"x"}}"#).kind == .instaloader)
    #expect(try Self.reading("result.json", "[1]").records.isEmpty)
    #expect(
      try Self.reading("metadata.json", #"{"title":"My album","description":"x","date":{"timestamp":"1"}}"#).records
        .isEmpty)
    #expect(try Self.reading("a.s.json", #"{"x":1}"#).records.isEmpty)
    #expect(
      try Self.reading("\(String(repeating: "a", count: 60)).mp4.json", #"{"description":"Frog pump"}"#).kind
        == .galleryDL)
    #expect(try Self.reading("a(1).json", #"{"instaloader":{},"node":{"caption":"x"}}"#).records[0].keys.count == 2)
  }
}

@Suite struct ChatReaderTests {
  private static func texts(_ text: String, as name: String) throws -> [String: String] {
    let records = try read(text, as: name)
    return Dictionary(
      records.compactMap { record in record.texts.first.map { (PathBytes(record.keys[0].bytes).text, $0.text) } },
      uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: [
    (
      "_chat.txt",
      "[02.01.24, 10:11:12] Ann Lee: \u{200E}<attached: 00000012-VIDEO-2024-01-02-10-11-12.mp4>\nFrog pump\nleft"
    ),
    (
      "_chat.txt",
      "[02/01/2024, 10:11:12 PM] Ann Lee: Frog pump\nleft\n\u{200E}<angehängt: 00000012-VIDEO-2024-01-02-10-11-12.mp4>"
    ),
    (
      "_chat.txt",
      "\u{200E}[2024-01-02, 10:11:12] ~\u{202F}Ann: Frog pump\nleft \u{200E}<pièce jointe : 00000012-VIDEO-2024-01-02-10-11-12.mp4>"
    ),
    (
      "_chat.txt",
      "[02.01.24, 10:11:12] Ann: Frog pump\nleft <adjunto: 00000012-VIDEO-2024-01-02-10-11-12.mp4>\r\n[02.01.24, 10:12:00] Ann: secret"
    ),
  ])
  func `an iPhone's chat gives the caption of the clip that it names`(name: String, text: String) throws {
    let before = "[02.01.24, 10:00:00] Ann Lee: secret words\nof two lines\n"
    #expect(
      try Self.texts(before + text, as: "c/\(name)") == ["c/00000012-VIDEO-2024-01-02-10-11-12.mp4": "Frog pump\nleft"])
  }

  @Test(arguments: [
    ("WhatsApp Chat with Ann Lee.txt", "02/01/2024, 10:11 - Ann Lee: VID-20240102-WA0007.mp4 (file attached)"),
    ("WhatsApp-Chat mit Ann Lee.txt", "02.01.24, 10:11 - Ann Lee: VID-20240102-WA0007.mp4 (Datei angehängt)"),
    ("Discussion WhatsApp avec Ann.txt", "02/01/2024 à 10:11 - Ann: \u{200E}VID-20240102-WA0007.mp4 (fichier joint)"),
    ("Chat de WhatsApp con Ann.txt", "2/1/24, 10:11 a. m. - Ann: VID-20240102-WA0007.mp4 (archivo adjunto)"),
    ("Conversa do WhatsApp com Ann.txt", "02/01/2024 10:11 - Ann: VID-20240102-WA0007.mp4 (arquivo anexado)"),
    ("Chat WhatsApp con Ann.txt", "02/01/24, 10:11\u{202F}PM - Ann: VID-20240102-WA0007.mp4 (file allegato)"),
  ])
  func `Android's chat gives the caption of the clip that it names`(name: String, line: String) throws {
    let text =
      "02/01/2024, 09:00 - Messages are end-to-end encrypted.\n\(line)\nFrog pump\n02/01/2024, 10:12 - Ann: secret\n"
    #expect(try Self.texts(text, as: name) == ["VID-20240102-WA0007.mp4": "Frog pump"])
  }

  @Test(arguments: [
    "02/01/2024, 10:11 - Ann: ../../VID.mp4 (file attached)\nFrog",
    "02/01/2024, 10:11 - Ann: photo.jpg (file attached)\nFrog",
    "02/01/2024, 10:11 - Ann: VID-1.mp4 (file attached)", "02/01/2024, 10:11 - Ann: <Media omitted>\nFrog",
    "02/01/2024, 10:11 - Ann: I love it (really)",
  ])
  func `nothing else of a chat is kept`(text: String) throws { #expect(try Self.texts(text, as: "_chat.txt").isEmpty) }

  @Test func `a text about a video that WhatsApp sent is a text`() throws {
    #expect(SidecarKind(ofName: PathBytes("WhatsApp Video 2024-01-02 at 10.11.12.txt")) == .text)
    #expect(
      try read("Frog pump", as: "_chat.txt").isEmpty, "what is called a chat may be one in a form that nobody knows")
  }

  @Test func `Telegram's export gives the caption of each clip`() throws {
    let text = """
      {"name":"Ann Lee","type":"personal_chat","messages":[
       {"id":1,"type":"message","from":"Ann Lee","text":"secret"},
       {"id":2,"type":"message","date_unixtime":"1700000000","from":"Ann Lee","file":"video_files/IMG_7.MP4","text":"Frog pump"},
       {"id":3,"type":"message","date_unixtime":"1700000001","file":"video_files/b.mp4",
        "text":["Bird ",{"type":"bold","text":"dog"},{"type":"mention","text":"@ann"},{"type":"phone","text":"+43 1"}]},
       {"id":4,"type":"message","file":"../x.mp4","text":"no"},{"id":5,"type":"message","file":"v.mp4","text":""},
       {"id":6,"type":"message","file":"(File not included. Change data exporting settings to download.)","text":"no"}]}
      """
    #expect(
      try Self.texts(text, as: "t/result.json") == [
        "t/video_files/IMG_7.MP4": "Frog pump", "t/video_files/b.mp4": "Bird dog",
      ])
    #expect(try read(text, as: "t/result.json")[0].recordedUnixSeconds == 1_700_000_000)
    let all = #"{"chats":{"list":[{"name":"Ann","messages":[{"file":"a/b.mp4","text":"Frog pump"}]}]}}"#
    #expect(try Self.texts(all, as: "result.json") == ["a/b.mp4": "Frog pump"])
  }
}
