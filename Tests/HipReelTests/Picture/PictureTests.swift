import Foundation
import ReelCatalog
import TestSupport
import Testing

/// Reels whose names say nothing, tagged by what moves in them; the built tool on the drawn samples.
@Suite(.serialized, .enabled(if: PoseFolder.isThere, Comment(rawValue: PoseFolder.absence)))
struct PictureTests {
  private static let looking = ["HIPREEL_POSE": PoseFolder.path]
  private static let silent = ["IMG_4101.MP4", "IMG_4102.MP4", "IMG_4103.MP4"]

  @Test func `a folder of IMG files gets positions, movements and repetitions`() throws {
    let folder = try SampleFolder(Self.silent)
    let index = try folder.hipreel("index", ".", environment: Self.looking)
    #expect(index.status == 0 && index.text.contains("3 looked at"))
    func found(_ query: String) throws -> [String] {
      try folder.hipreel("find", query, "--fields", "name", "--jsonl").text.split(separator: "\n")
        .compactMap { line in line.split(separator: "\"").first { $0.hasPrefix("IMG") }.map(String.init) }.sorted()
    }
    #expect(try found("movement:extension") == ["IMG_4101.MP4", "IMG_4103.MP4"])
    #expect(try found("movement:external-rotation") == ["IMG_4102.MP4"])
    #expect(try found("position:side-lying") == ["IMG_4102.MP4"])
    #expect(try found("reps:5") == ["IMG_4101.MP4", "IMG_4103.MP4"])
    #expect(try found("reps:6..") == ["IMG_4102.MP4"])
    #expect(try found("conflict:seen").isEmpty)
    // What was seen is no word of anybody.
    #expect(try found("clamshell").isEmpty)

    let why = try folder.hipreel("why", "IMG_4102.MP4").text
    #expect(why.contains("seen “external-rotation”") && why.contains("seen at 0:00–0:11: side-lying, the knees open"))
    #expect(why.contains("perhaps: clamshell"))
    let explanation = try folder.hipreel("why", "IMG_4102.MP4", "--explain-seen").text
    #expect(explanation.contains("pictures with the person") && explanation.contains("thousandths away"))
    let show = try folder.hipreel("show", "IMG_4101.MP4").text
    #expect(show.contains("end-range") && show.contains("working part"))

    // A second run has nothing to look at, with or without a model.
    let again = try folder.hipreel("index", ".", environment: Tool.withoutWorker.merging(Self.looking) { $1 })
    #expect(again.status == 0 && !again.text.contains("looked at"))

    // Nothing is lost on the way through a document.
    let document = try folder.hipreel("export").text
    #expect(document.contains("\"seen\""))
    let other = try SampleFolder([])
    try other.write(document, to: "catalog.json")
    try other.hipreel("index", ".")
    let taken = try other.hipreel("import", "catalog.json")
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(try other.hipreel("export").text == document)
  }

  @Test func `pictures can be left alone and looked at later`() throws {
    let folder = try SampleFolder(["IMG_4103.MP4"])
    let index = try folder.hipreel("index", ".", "--no-pose", environment: Self.looking)
    #expect(index.status == 0 && index.errors.isEmpty)
    #expect(try folder.hipreel("find", "movement:any").status == 1)
    let waiting = try folder.hipreel("index", "--pose-only", "--dry-run", environment: Self.looking)
    #expect(waiting.text.contains("1 to look at"))
    let look = try folder.hipreel("index", "--pose-only", environment: Self.looking)
    #expect(look.status == 0 && look.text.contains("1 looked at"))
    #expect(try folder.hipreel("find", "movement:extension").status == 0)
  }

  @Test func `words win over the picture, and the reel is listed`() throws {
    let folder = try SampleFolder(["IMG_4103.MP4"])
    try folder.move("IMG_4103.MP4", to: "standing hip abduction.MP4")
    try folder.hipreel("index", ".", environment: Self.looking)
    #expect(try folder.hipreel("find", "conflict:seen").status == 0)
    #expect(try folder.hipreel("find", "movement:extension").status == 1)
    #expect(try folder.hipreel("find", "movement:abduction").status == 0)
    #expect(try folder.hipreel("why", "standing hip abduction.MP4").text.contains("the words say otherwise"))
    // Once the person has said that the words are wrong, the picture counts.
    try folder.move("standing hip abduction.MP4", to: "IMG_1.MP4")
    try folder.hipreel("index", ".", environment: Self.looking)
    #expect(try folder.hipreel("find", "conflict:seen").status == 1)
    #expect(try folder.hipreel("find", "movement:extension").status == 0)
  }

  @Test func `a person's movement wins over the picture`() throws {
    let folder = try SampleFolder(["IMG_4103.MP4"])
    try folder.hipreel("index", ".", environment: Self.looking)
    #expect(try folder.hipreel("tag", "IMG_4103.MP4", "movement:flexion").status == 0)
    #expect(try folder.hipreel("find", "movement:extension").status == 1)
    #expect(try folder.hipreel("find", "conflict:seen").status == 0)
    #expect(try folder.hipreel("undo").status == 0)
    #expect(try folder.hipreel("find", "movement:extension").status == 0)
    #expect(try folder.hipreel("find", "conflict:seen").status == 1)
  }

  @Test func `suggestions are in a plan only when asked for`() throws {
    let folder = try SampleFolder(["IMG_4102.MP4"])
    try folder.hipreel("index", ".", environment: Self.looking)
    let routine = [
      "playlist", "--query", "exercise:any or exercise:none", "--mode", "activation", "--minutes", "1", "--dry-run",
    ]
    func plan(_ more: String...) throws -> Tool { try Tool.run("hipreel", routine + more, in: folder.url) }
    #expect(try plan().status == 20)
    #expect(try plan("--with-suggestions").errors.contains("IMG_4102"))
    // A guess is no basis for leaving something out.
    let careful = try plan("--with-suggestions", "--avoid", "low-back")
    #expect(!careful.errors.contains("(IMG_4102"))
  }

  @Test func `a plan can play the working part`() throws {
    let folder = try SampleFolder(["IMG_4101.MP4"])
    try folder.hipreel("index", ".", environment: Self.looking)
    let arguments = ["playlist", "--movement", "extension", "--minutes", "1", "--format", "edl"]
    let whole = try Tool.run("hipreel", arguments, in: folder.url).text
    let part = try Tool.run("hipreel", arguments + ["--working-part"], in: folder.url).text
    #expect(whole.contains("MP4,0.000,") && !part.contains("MP4,0.000,"))
    // What the person trimmed stays.
    try folder.hipreel("trim", "IMG_4101.MP4", "0", "5")
    #expect(try Tool.run("hipreel", arguments + ["--working-part"], in: folder.url).text.contains("MP4,0.000,5.000"))
  }

  @Test func `near-copies are listed with what differs, and other reels are not`() throws {
    let folder = try SampleFolder(Self.silent)
    let film = try Data(contentsOf: folder.url.appending(path: "IMG_4103.MP4"))
    try (film + Data(repeating: 0, count: 100_000)).write(to: folder.url.appending(path: "padded.mp4"))
    try Self.mirrored(film).write(to: folder.url.appending(path: "mirror.mp4"))
    try folder.hipreel("index", ".", "--no-pose")
    let waiting = try folder.hipreel("dupes", "--alike")
    #expect(waiting.status == 1 && waiting.output.isEmpty)
    #expect(waiting.errors == "hipreel: no near-copies\nhipreel: 5 reels were not looked at\n")

    try folder.hipreel("index", "--pose-only", environment: Self.looking)
    let run = try folder.hipreel("dupes", "--alike")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let lines = run.text.split(separator: "\n")
    #expect(lines.count == 5 && lines.first == "3 reels that show the same take" && lines.last == "1 group")
    #expect(lines.filter { $0.hasSuffix("mirrored") }.count == 1)
    #expect(!run.text.contains("IMG_4101") && !run.text.contains("IMG_4102"))
    #expect(try folder.hipreel("dupes", "--alike", "name:img").status == 1)

    let json = try #require(
      try JSONSerialization.jsonObject(with: folder.hipreel("dupes", "--alike", "--json").output) as? [String: Any])
    #expect(json["unseen"] as? Int == 0 && json["unclear"] as? Int == 0)
    let group = try #require((json["groups"] as? [[[String: Any]]])?.first)
    #expect(
      group.first?["path"] as? String == "padded.mp4" && group.first?["byteCount"] as? Int == film.count + 100_000)
    #expect(group.allSatisfy { $0["mirrored"] as? Bool == ($0["path"] as? String == "mirror.mp4") })
  }

  @Test func `what somebody named is suggested for a new reel that moves alike, and accepted by one command`() throws {
    let folder = try SampleFolder(["IMG_4102.MP4"])
    let film = try Data(contentsOf: folder.url.appending(path: "IMG_4102.MP4"))
    try folder.hipreel("index", ".", environment: Self.looking)
    try folder.hipreel("set", "exercise", "IMG_4102.MP4", "clamshell")
    try Self.mirrored(film).write(to: folder.url.appending(path: "IMG_5012.MP4"))
    let index = try folder.hipreel("index", ".", environment: Self.looking)
    #expect(index.errors.contains("hipreel: IMG_5012.MP4 moves like 1 reel named clamshell\n"))
    #expect(index.errors.contains("hipreel accept --alike"))
    let why = try folder.hipreel("why", "IMG_5012.MP4").text
    #expect(why.hasSuffix("moves like 1 reel named clamshell: IMG_4102.MP4\n") && !why.contains("exercise"))
    #expect(try folder.hipreel("find", "alike:clamshell exercise:none", "--count").text == "1\n")

    // One key, or one command; one undo.
    let review = try folder.hipreel("review", input: "y\n")
    #expect(review.errors.contains("1  clamshell") && review.errors.contains("moves like 1 reel with this name"))
    #expect(try folder.hipreel("find", "exercise:clamshell@1", "--count").text == "2\n")
    try folder.hipreel("undo")
    #expect(try folder.hipreel("accept", "--alike", "--query", "alike:any").status == 0)
    #expect(try folder.hipreel("find", "exercise:clamshell@1", "--count").text == "2\n")
    try folder.hipreel("undo")
    #expect(try folder.hipreel("index", ".", "--tag-alike", "--quiet").status == 0)
    #expect(try folder.hipreel("why", "IMG_5012.MP4").text.contains("alike “clamshell”"))
    #expect(try folder.hipreel("find", "exercise:clamshell@1", "--count").text == "1\n")
    #expect(try folder.hipreel("index", ".", "--no-tag-alike", "--quiet").status == 0)
    #expect(try folder.hipreel("find", "exercise:clamshell", "--count").text == "1\n")
    #expect(try folder.hipreel("accept", "--alike", "IMG_5012.MP4", "mode:stretch").status == 64)
  }

  /// The film as a player shows it in a mirror: by the matrix in the header of its tracks.
  private static func mirrored(_ film: Data) throws -> Data {
    var film = film
    let header = try #require(film.range(of: Data("tkhd".utf8)))
    // Version and flags, times, ids and duration, layer and volume: 40 bytes of version 0; then nine numbers.
    let matrix = header.upperBound + 40
    #expect(film[header.upperBound] == 0 && film[matrix..<matrix + 4] == Data([0, 1, 0, 0]))
    film.replaceSubrange(matrix..<matrix + 4, with: [0xff, 0xff, 0, 0])
    // It's moved back by its width, which comes after the matrix, in 65,536ths of a pixel, too.
    film.replaceSubrange(matrix + 24..<matrix + 28, with: film[matrix + 36..<matrix + 40])
    return film
  }

  @Test func `seen needs no catalog`() throws {
    let folder = try SampleFolder(["IMG_4103.MP4"])
    try folder.write("no video", to: "words.mp4")
    let seen = try folder.hipreel("seen", "IMG_4103.MP4", "words.mp4", "--jsonl", environment: Self.looking)
    #expect(seen.status == 3)
    let rows = try seen.text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(rows.count == 2 && rows[0]["path"] as? String == "IMG_4103.MP4")
    #expect(rows[0]["position"] as? String == "supine" && rows[0]["pattern"] as? String == "bridge")
    #expect(rows[0]["primary"] as? [String] == ["extension"] && rows[0]["tier"] as? String == "claim")
    #expect(rows[0]["reps"] as? Int == 5 && (rows[0]["exercises"] as? [String])?.first == "glute-bridge")
    #expect(rows[1]["why"] != nil && rows[1]["position"] == nil)
  }
}

/// Without the pose model.
@Suite struct NoPoseModelTests {
  @Test func `one line says what is missing, once, and all else works`() throws {
    let folder = try SampleFolder(["IMG_4103.MP4", "standing-hip-abduction.mp4"])
    let nowhere = ["HIPREEL_POSE": "/nonexistent/pose"]
    let index = try folder.hipreel("index", ".", environment: nowhere)
    #expect(index.status == 0 && index.text.hasPrefix("2 new"))
    let lines = index.errors.split(separator: "\n").filter { !$0.contains(" of 2") }
    #expect(lines.count == 2 && lines[0].contains("2 reels could say how the hip moves"))
    #expect(lines[0].contains("libLiteRt.so") && lines[1].contains("hipreel-fetch-pose"))
    let again = try folder.hipreel("index", ".", environment: nowhere)
    #expect(again.status == 0 && again.errors.isEmpty)
    #expect(try folder.hipreel("seen", "IMG_4103.MP4", environment: nowhere).errors.contains("hipreel-fetch-pose"))
  }
}
