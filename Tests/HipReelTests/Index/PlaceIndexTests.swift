import Foundation
import TestMedia
import TestSupport
import Testing

/// Coordinates in every kind of text, inside videos and beside them: none reaches the catalog, an export or a page.
@Suite struct PlaceIndexTests {
  private let folder: SampleFolder

  init() throws { folder = try SampleFolder([]) }

  /// Beside `IMG_1.mkv`, each with a place of its own: `47.1NN111, 8.5NN111` with its number for NN.
  private static let beside: [(name: String, text: @Sendable (String) -> String)] = [
    ("IMG_1.txt", { "Clamshell at \($0), left side" }), ("IMG_1.md", { "see https://maps.google.com/?ll=\($0)" }),
    ("IMG_1.description", { "lat/lon: \($0)" }),
    ("IMG_1.srt", { "1\n00:00:00,000 --> 00:00:02,000\nwe are at \($0) today my friends\n" }),
    ("IMG_1.en.vtt", { "WEBVTT\n\n00:00.000 --> 00:02.000\nplace \($0) of the week, hello\n" }),
    ("IMG_1.de.ass", { "Dialogue: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,wir sind bei \($0) heute ja\n" }),
    ("IMG_1.nfo", { "<movie><plot>Clamshell \($0)</plot><tag>\($0)</tag></movie>" }),
    (
      "IMG_1.xmp",
      { "<x:xmpmeta><rdf:RDF><rdf:Description dc:description='\($0)' exif:GPSLatitude='\($0)'/></rdf:RDF></x:xmpmeta>" }
    ),
    (
      "IMG_1.info.json",
      {
        """
        {"id":"abcdefgh","title":"Gym \($0)","description":"Clamshell geo:\($0.replacing(" ", with: ""))","tags":["at \($0)"],
         "chapters":[{"title":"Start \($0)"}]}
        """
      }
    ),
    ("IMG_1.mkv.json", { #"{"description":"Bird dog (\#($0))","title":"T \#($0)"}"# }),
    ("IMG_1.json", { #"{"instaloader":{},"node":{"caption":"Frog pump \#($0)","location":{"lat":"\#($0)"}}}"# }),
    ("reels.csv", { "file,note,exercise\nIMG_1.mkv,\"for Anna \($0)\",\"\($0)\"\n" }),
    ("IMG_1.pt.srt", { "1\n00:00:00,000 --> 00:00:00,033\nISO 100, EV 0, GPS (\($0), 15), D 1.20m\n" }),
  ]

  private static func place(_ number: Int) -> String { "47.1\(number)111, 8.5\(number)111" }

  private static func planted(_ number: Int) -> [String] { ["47.1\(number)111", "8.5\(number)111"] }

  private func write(_ name: String, _ muxer: String, _ change: (inout TestVideo) -> Void) throws {
    var video = TestVideo()
    video.muxer = muxer
    change(&video)
    try video.write(to: folder.url.appending(path: name).path(percentEncoded: false))
  }

  @Test func `no text brings a place into the catalog, an export or a page`() throws {
    for (number, file) in Self.beside.enumerated() {
      try folder.write(file.text(Self.place(10 + number)), to: file.name)
    }
    try write("IMG_1.mkv", "matroska") { video in
      video.metadata = [
        "title": "Bridge \(Self.place(40))", "comment": Self.place(41), "artist": "A \(Self.place(42))",
      ]
      video.chapters = [(0, 900, "Warm-up \(Self.place(43))")]
      video.subtitles = [
        TestSubtitles(
          codec: "subrip", language: "eng", cues: [(200, 800, "This is the pier \(Self.place(44)) of our town")]),
        TestSubtitles(codec: "subrip", language: "deu", cues: [(200, 800, "ISO 100, GPS (\(Self.place(45)), 15)")]),
      ]
    }
    try write("IMG_2.mp4", "mp4") { video in
      (video.metadata, video.frameCount) = (["description": "Gym N 47° 14.611' E 8° 54.611'"], 21)
    }
    let run = try folder.hipreel("index", ".")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.hipreel("site", "pages").status == 0)
    let export = try folder.hipreel("export", "--with-observations").text
    for number in Array(10..<10 + Self.beside.count) + Array(40...45) {
      for text in Self.planted(number) {
        #expect(!run.errors.contains(text), "\(text)")
        #expect(!export.contains(text), "\(text)")
        #expect(try !holds(text, in: ".hipreel"), "\(text)")
        #expect(try !holds(text, in: "pages"), "\(text)")
      }
    }
    for text in ["14.611", "54.611"] { #expect(try !holds(text, in: ".hipreel") && !export.contains(text)) }
    // The rest of each text stays.
    for word in ["left side", "Bird dog", "Frog pump", "for Anna", "Bridge …", "pier"] {
      #expect(export.contains(word), "\(word)")
    }
    let status = try folder.hipreel("status", "--sidecars").text
    #expect(status.contains("telemetry of a camera, not read:\n  IMG_1.pt.srt"))
    #expect(try folder.hipreel("index", "--explain-sidecars", "IMG_1.mkv").text.contains("IMG_1.pt.srt (telemetry)"))
  }

  @Test func `an imported catalog's texts lose their places, the person's note keeps them`() throws {
    try write("IMG_1.mkv", "matroska") { _ in }
    try folder.write("Clamshell at the pier, left side", to: "IMG_1.txt")
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try folder.hipreel("note", "IMG_1.mkv", "my spot 46.987654, 7.456789").status == 0)
    let export = try folder.hipreel("export").text
    #expect(export.contains("46.987654"), "what the person typed is theirs")
    let other = try SampleFolder([])
    try other.write(export.replacing("the pier", with: Self.place(77)), to: "theirs.json")
    #expect(try other.hipreel("index", ".").status == 0)
    let run = try other.hipreel("import", "theirs.json")
    #expect(run.status == 0, "\(run.errors)")
    let again = try other.hipreel("export").text
    for text in Self.planted(77) { #expect(!again.contains(text)) }
    #expect(again.contains("Clamshell at …, left side") && again.contains("46.987654"))
    #expect(try other.hipreel("find", "exercise:clamshell", "side:left", "--count").text == "1\n")
  }

  @Test func `a place in a file's name is shown and is no evidence`() throws {
    try write("clamshell 47.376888, 8.541694.mkv", "matroska") { _ in }
    #expect(try folder.hipreel("index", ".").status == 0)
    #expect(try folder.hipreel("find", "exercise:clamshell", "--paths").text == "clamshell 47.376888, 8.541694.mkv\n")
    let why = try folder.hipreel("why", "clamshell 47.376888, 8.541694.mkv").text
    #expect(why.contains("clamshell"))
    #expect(try folder.hipreel("export").text.contains(#""text": "clamshell ….mkv""#))
  }

  /// Whether a text stands in any file of a folder.
  private func holds(_ text: String, in name: String) throws -> Bool {
    let folder = folder.url.appending(path: name)
    let files = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))?.allObjects ?? []
    #expect(files.count >= 2)
    return try files.compactMap { $0 as? String }.contains { name in
      let file = folder.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return false }
      return try Data(contentsOf: file).range(of: Data(text.utf8)) != nil
    }
  }
}
