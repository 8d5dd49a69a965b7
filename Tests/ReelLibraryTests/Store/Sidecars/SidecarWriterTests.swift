import GRDB
import MediaFacts
import ReelCatalog
import ReelSidecars
import TestSupport
import Testing

@testable import ReelLibrary

/// What lies beside the videos, written and gathered again.
@Suite struct SidecarWriterTests {
  /// A catalog in memory with a reel for each path.
  private static func catalog(_ paths: [String]) throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try StoreSchema.migrate(queue)
    try queue.write { database in
      for (index, path) in paths.enumerated() {
        let path = PathBytes(path)
        try database.execute(
          sql: """
            INSERT INTO reel(id, key, status, byte_count, added_unix, path, path_text, facts_version, tagged_with)
            VALUES (?1, ?1, 'ok', 1, 0, ?2, 'x', 1, 'v')
            """, arguments: [index + 1, path])
        try database.execute(
          sql: "INSERT INTO file VALUES (?, ?, ?, 1, 1, 1, 1, 1, 0, 1, 0, NULL)",
          arguments: [path, path.stem, index + 1])
      }
    }
    return queue
  }

  private static func sidecar(
    _ path: String, _ kind: SidecarKind = .text, _ records: [SidecarRecord] = [], changed: Int = 1,
    links: [ExaminedSidecar.Link] = [], problem: String? = nil
  ) -> ExaminedSidecar {
    var sidecar = ExaminedSidecar(
      file: FoundFile(
        path: PathBytes(path), stamp: FileStamp(byteCount: 1, modified: changed, changed: changed, inode: 1),
        kind: .sidecar,
        isRegular: true), kind: kind)
    (sidecar.records, sidecar.links, sidecar.problem) = (records, links, problem)
    return sidecar
  }

  private static func record(_ keys: [SidecarKey], _ texts: String..., recorded: Int? = nil) -> SidecarRecord {
    SidecarRecord(keys: keys, texts: texts.compactMap { SidecarText("t", $0) }, recordedUnixSeconds: recorded)
  }

  private static func stale(_ database: Database) throws -> [Int] {
    try Int.fetchAll(database, sql: "SELECT id FROM reel WHERE tagged_with IS NULL ORDER BY id")
  }

  @Test func `a text beside a video speaks for it, and for no other`() throws {
    try Self.catalog(["a/clip.mp4", "b/clip.mp4"]).write { database in
      try SidecarWriter(database, look: 0).insert(
        Self.sidecar("a/clip.txt", .text, [Self.record([.path(PathBytes("a/clip"))], "Squat", recorded: 1_000)]))
      #expect(try Self.stale(database) == [1])
      let gathering = try EvidenceGathering(database)
      let (one, other) = (try gathering.untagged(1), try gathering.untagged(2))
      #expect(one.texts.map(\.text) == ["Squat", "clip.mp4", "a"] && one.sidecarUnixSeconds == 1000)
      #expect(one.texts.map(\.source) == [.sidecar, .filename, .folder])
      #expect(other.texts.map(\.text) == ["clip.mp4", "b"] && other.sidecarUnixSeconds == nil)
    }
  }

  @Test func `a video is joined by path, by stem and by key`() throws {
    try Self.catalog(["a.mp4", "b.mov", "C123_x.mp4"]).write { database in
      try database.execute(
        sql: "INSERT INTO file_key VALUES (?, ?)",
        arguments: [PathBytes(SidecarKey.id("C123456").bytes), PathBytes("C123_x.mp4")])
      let writer = try SidecarWriter(database, look: 0)
      try writer.insert(
        Self.sidecar(
          "all.json", .instagram,
          [
            Self.record([.path(PathBytes("a.mp4"))], "by path"), Self.record([.path(PathBytes("b"))], "by stem"),
            Self.record([.id("C123456")], "by key"), Self.record([.path(PathBytes("gone"))], "by nobody"),
          ]))
      #expect(try Self.stale(database) == [1, 2, 3])
      let texts = try #require(try SidecarTexts(ifAnyIn: database))
      #expect(
        try (1...3).map { try texts.spoken(ofReel: $0, at: []).evidence.map(\.text) } == [
          ["by path"], ["by stem"], ["by key"],
        ])
    }
  }

  private static func texts(
    of path: String, beside sidecar: String, _ texts: [(field: String, text: String)]
  ) throws -> [String] {
    try Self.catalog([path]).write { database in
      for key in SidecarKey.keys(ofVideo: PathBytes(path)) where key.isOpaque {
        try database.execute(
          sql: "INSERT INTO file_key VALUES (?, ?)", arguments: [PathBytes(key.bytes), PathBytes(path)])
      }
      let record = SidecarRecord(
        keys: [.id("Ab3_Ab3_Ab3")], texts: texts.compactMap { SidecarText($0.field, $0.text) }, recordedUnixSeconds: nil
      )
      try SidecarWriter(database, look: 0).insert(Self.sidecar(sidecar, .text, [record]))
      return try EvidenceGathering(database).untagged(1).texts.filter { $0.source == .sidecar }.map(\.text)
    }
  }

  @Test(arguments: [
    ("Hips - 002 Rest [Ab3_Ab3_Ab3].mp4", "Squats\nRest\nLunges", ["Rest"]),
    ("Hips - 010 Rest [Ab3_Ab3_Ab3].mp4", "Squats\nRest", []),
    ("Hips - 001 Rest [Ab3_Ab3_Ab3].mp4", "Rest", ["Rest"]),
    ("Hips - Rest [Ab3_Ab3_Ab3].mp4", "Squats\nRest", ["Squats and lunges", "Squats\nRest"]),
  ])
  func `a part has its own chapter, and nothing else of the whole`(path: String, chapters: String, texts: [String])
    throws
  {
    let said = [("yt-dlp description", "Squats and lunges"), ("yt-dlp chapters", chapters)]
    #expect(try Self.texts(of: path, beside: "Hips [Ab3_Ab3_Ab3].info.json", said) == texts)
  }

  @Test func `a part whose whole has no list of chapters has nothing of it`() throws {
    let part = "Hips - 002 Rest [Ab3_Ab3_Ab3].mp4"
    let said = [("description", "Squats and lunges")]
    #expect(try Self.texts(of: part, beside: "Hips [Ab3_Ab3_Ab3].description", said).isEmpty)
    // A series may be counted, too; then the text is the video's.
    #expect(try Self.texts(of: part, beside: "Hips - 002 Rest again [Ab3_Ab3_Ab3].description", said).count == 1)
  }

  @Test func `a file that is forgotten takes its words along, and marks whom it spoke for`() throws {
    try Self.catalog(["a.mp4"]).write { database in
      let writer = try SidecarWriter(database, look: 0)
      try writer.insert(Self.sidecar("a.txt", .text, [Self.record([.path(PathBytes("a"))], "Squat")]))
      try database.execute(sql: "UPDATE reel SET tagged_with = 'v'")
      try writer.remove(PathBytes("a.txt"))
      #expect(try Self.stale(database) == [1])
      #expect(try SidecarTexts(ifAnyIn: database) == nil)
      for table in ["sidecar", "sidecar_record", "sidecar_text", "sidecar_key"] {
        #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") == 0, "\(table)")
      }
      #expect(throws: Never.self) { try writer.remove(PathBytes("none.txt")) }
    }
  }

  @Test func `subtitles that another file names are found by its keys`() throws {
    try Self.catalog(["a.mp4"]).write { database in
      let writer = try SidecarWriter(database, look: 0)
      try writer.insert(
        Self.sidecar(
          "posts.json", .instagram, [Self.record([.path(PathBytes("a"))], "said twice")],
          links: [ExaminedSidecar.Link(keys: [.path(PathBytes("a"))], path: PathBytes("subs/1.srt"))]))
      try writer.insert(Self.sidecar("subs/1.srt", .subtitles, [Self.record([.path(PathBytes("subs/1"))], "spoken")]))
      try writer.insert(Self.sidecar("a.txt", .text, [Self.record([.path(PathBytes("a"))], "said twice")]))
      let spoken = try #require(try SidecarTexts(ifAnyIn: database)).spoken(ofReel: 1, at: [])
      #expect(spoken.evidence.map(\.text) == ["said twice", "spoken"])
      #expect(spoken.evidence.map(\.source) == [.sidecar, .subtitles])
    }
  }

  @Test func `a record without texts still says when`() throws {
    try Self.catalog(["a.mp4"]).write { database in
      let writer = try SidecarWriter(database, look: 0)
      for (name, moment) in [("a.json", 900), ("a.info.json", 800), ("a.xmp", 1000)] {
        try writer.insert(Self.sidecar(name, .xmp, [Self.record([.path(PathBytes("a"))], recorded: moment)]))
      }
      #expect(try EvidenceGathering(database).untagged(1).sidecarUnixSeconds == 800)
    }
  }

  @Test func `a stamp that is too fresh is not settled`() throws {
    try Self.catalog([]).write { database in
      let now = 1_000_000_000_000
      let writer = try SidecarWriter(database, look: now)
      try writer.insert(Self.sidecar("old.txt", changed: 1))
      try writer.insert(Self.sidecar("new.txt", changed: now, problem: "p"))
      let rows = try Row.fetchAll(database, sql: "SELECT settled, problem FROM sidecar ORDER BY path DESC")
      #expect(rows.map { $0[0] as Bool } == [true, false] && rows.map { $0[1] as String? } == [nil, "p"])
    }
  }
}

@Suite struct EvidenceGatheringTests {
  private static func catalog() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try StoreSchema.migrate(queue)
    try queue.write { database in
      try database.execute(
        sql: """
          INSERT INTO reel(id, key, status, byte_count, added_unix, path, path_text, facts_version)
          VALUES (1, '000000000001', 'ok', 1, 0, x'61', 'a', 1)
          """)
    }
    return queue
  }

  private static func add(_ path: String, isGone: Bool = false, _ database: Database) throws {
    let path = PathBytes(path)
    try database.execute(
      sql: "INSERT INTO file VALUES (?, ?, 1, 1, 1, 1, 1, 1, ?, 1, 0, NULL)", arguments: [path, path.stem, isGone])
  }

  @Test func `the most trusted texts come first, each once`() throws {
    try Self.catalog().write { database in
      try Self.add("x/y/b.mp4", database)
      try Self.add("x/a.mp4", database)
      try database.execute(
        sql: """
          INSERT INTO field VALUES (1, 0, 'title', 'Squat'), (1, 1, 'encoder', 'Lavf'), (1, 2, 'comment-eng', 'deep'),
            (1, 3, 'title', 'Squat');
          INSERT INTO chapter VALUES (1, 0, 0, NULL, 'one'), (1, 1, 5, NULL, NULL), (1, 2, 9, NULL, 'two');
          INSERT INTO subtitle VALUES (1, 0, 0, 'eng', 0, NULL, 'hi'), (1, 0, 1, 'eng', 5, NULL, 'there');
          INSERT INTO imported_text VALUES (1, 0, 'person', NULL, 'mine'), (1, 1, 'nobody', NULL, 'lost');
          """)
      let reel = try EvidenceGathering(database).untagged(1)
      #expect(reel.row == 1 && reel.paths.map(\.text) == ["x/a.mp4", "x/y/b.mp4"] && reel.edits.isEmpty)
      #expect(reel.texts.map(\.source).filter { $0 == .embedded }.count == 3)
      #expect(
        reel.texts.filter { $0.source != .subtitles }.map(\.text)
          == ["mine", "Squat", "deep", "one\ntwo", "a.mp4", "b.mp4", "x", "y"])
      let spoken = try #require(reel.texts.first { $0.source == .subtitles })
      #expect(spoken.field == "eng" && spoken.text.contains("hi") && spoken.text.contains("there"))
    }
  }

  @Test func `a path that is gone speaks only when all are`() throws {
    try Self.catalog().write { database in
      try Self.add("old.mp4", isGone: true, database)
      #expect(try EvidenceGathering(database).untagged(1).paths.map(\.text) == ["old.mp4"])
      try Self.add("new.mp4", database)
      #expect(try EvidenceGathering(database).untagged(1).paths.map(\.text) == ["new.mp4"])
    }
  }

  @Test func `decisions that were taken back do not stand`() throws {
    try Self.catalog().write { database in
      #expect(try StandingEdits(ifAnyIn: database) == nil)
      _ = try database.append([.note("kept")], toReel: 1, now: 5)
      let undone = try database.append([.rating(5), .favourite(true)], toReel: 1, now: 6)
      try database.execute(sql: "INSERT INTO undone_edit VALUES (?, 7)", arguments: [undone])
      try database.execute(
        sql: "INSERT INTO edit(batch, reel, action, edited_unix) VALUES (99, 1, 'of-a-later-hipreel', 8)")
      let edits = try #require(try StandingEdits(ifAnyIn: database)).edits(ofReel: 1)
      #expect(edits == [Edit(.note("kept"), editedUnixSeconds: 5)])
      #expect(try EvidenceGathering(database).untagged(1).edits == edits)
    }
  }

  @Test func `texts and words take the place of those before`() throws {
    try Self.catalog().write { database in
      let writer = try EvidenceWriter(database)
      let texts = [Evidence(source: .sidecar, field: "f", text: "Squat"), Evidence(source: .folder, text: "x")]
      try writer.replace(ofReel: 1, with: [Evidence(source: .person, text: "old")], words: "old", paths: [])
      try writer.replace(ofReel: 1, with: texts, words: "squat x", paths: [])
      let rows = try Row.fetchAll(database, sql: "SELECT source, field, text FROM evidence ORDER BY position")
      #expect(rows.map { $0[0] as String } == ["sidecar", "folder"] && rows.map { $0[1] as String? } == ["f", nil])
      func count(_ word: String) throws -> Int? {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM reel_words WHERE words MATCH ?", arguments: [word])
      }
      #expect(try count("squat") == 1 && count("old") == 0)
    }
  }

  @Test func `a tag's name has one row, and a name of a later hipreel none that we know`() throws {
    try Self.catalog().write { database in
      let names = try TagNames(database)
      let flexion = TagName(facet: .movement, value: "flexion", role: .primary)
      let row = try names.row(flexion)
      #expect(try names.row(flexion) == row && names.name(row) == flexion)
      let other = try names.row(TagName(facet: .movement, value: "flexion", role: .secondary))
      #expect(other != row)
      #expect(try TagNames(database).row(flexion) == row)
      try database.execute(sql: "INSERT INTO tag_name VALUES (77, 'mood', 'happy', '')")
      #expect(try names.name(77) == nil && names.name(78) == nil)
    }
  }

  @Test(arguments: [
    ("title", true), ("comment-eng", true), ("com.apple.quicktime.description", true), ("xmp:subject", true),
    ("encoder", false), ("artist", false), ("com.apple.quicktime.make", false), ("location", false), ("", false),
  ])
  func `only fields about what is shown speak`(key: String, speaks: Bool) {
    #expect(MetadataText.speaks(key) == speaks)
  }

  @Test func `a packet's texts are fields, and a packet that is none has none`() {
    let packet = """
      <x><rdf:Description dc:title="T"><dc:subject><rdf:li>hip</rdf:li></dc:subject></rdf:Description></x>
      """
    let fields = XMPFields.fields(of: packet)
    #expect(fields.map(\.key) == ["xmp:subject", "xmp:title"] && fields.map(\.value) == ["hip", "T"])
    #expect(fields.allSatisfy { MetadataText.speaks($0.key) })
    #expect(XMPFields.fields(of: nil).isEmpty && XMPFields.fields(of: "<x>").isEmpty)
  }

  @Test func `any reel's facts come back from their columns`() throws {
    var random = RandomReel(seed: 8)
    try Self.catalog().write { database in
      let update = "UPDATE reel SET \(FactColumn.assignments) WHERE id = 1"
      let reading = try SQLStatement(database, "SELECT \(FactColumn.list) FROM reel WHERE id = 1")
      for reel in random.reels(60) {
        let facts = ReelFacts(
          reason: reel.reason, fingerprint: reel.fingerprint, oshash: reel.oshash.map(OSHash.text), video: reel.video,
          recorded: reel.recorded, location: reel.location, thumbnailMilliseconds: reel.thumbnailMilliseconds,
          thumbnailReason: reel.thumbnailReason)
        try database.execute(sql: update, arguments: FactColumn.arguments(facts))
        let read = try #require(try reading.first { try ReelFacts($0) })
        #expect(read.video == reel.video && read.recorded == reel.recorded && read.fingerprint == reel.fingerprint)
        #expect(read.reason == reel.reason && read.oshash == facts.oshash && read.location == reel.location)
        #expect(
          read.thumbnailMilliseconds == reel.thumbnailMilliseconds && read.thumbnailReason == reel.thumbnailReason)
      }
      #expect(Set(FactColumn.allCases.map(\.name)).count == Int(FactColumn.count))
    }
  }

  @Test(arguments: ["duration_ms = -1", "rotation = 271", "mirrored = 2", "bit_depth = 'x'", "fingerprint = 'text'"])
  func `a stranger's number outside its range is no fact`(assignment: String) throws {
    try Self.catalog().write { database in
      let size = PixelSize.thumbnailBox
      let video = VideoFacts(container: "mov", displaySize: size, codedSize: size, videoCodec: "h264")
      try database.execute(
        sql: "UPDATE reel SET \(FactColumn.assignments) WHERE id = 1",
        arguments: FactColumn.arguments(ReelFacts(video: video)))
      try database.execute(sql: "UPDATE reel SET \(assignment)")
      let reading = try SQLStatement(database, "SELECT \(FactColumn.list) FROM reel")
      #expect(throws: StoredValueError.self) { try reading.first { try ReelFacts($0) } }
    }
  }
}
