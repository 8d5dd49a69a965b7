import MediaFacts
import ReelCatalog
import Testing

@Suite struct QueryEvaluationTests {
  private let now = QueryNow(unixSeconds: 1_717_243_200)  // 2024-06-01T12:00:00Z

  @Test(arguments: [
    ("duration:40", true), ("length:40", true), ("Length:..40", false), ("duration:=40.5s", true),
    ("duration:=40", false), ("duration:..40.5", true),
    ("duration:..40", false), ("duration:10s..1m", true), ("duration:>40.5s", false), ("duration:gt:40.499s", true),
    ("duration:0:40", true), ("duration:lt:1m", true), ("height:>=1080", true), ("height:1080", false),
    ("width:1080p", true), ("size:12MB", true), ("size:12.4MB", false), ("size:..12MB", false), ("size:11MiB", true),
    ("fps:30", true), ("fps:29.97", true), ("fps:=30", false), ("fps:24,25", false), ("rotation:90", true),
    ("orientation:portrait", true), ("orientation:landscape,square", false), ("codec:H264", true), ("codec:h26", false),
    ("codec:~h26*", true), ("audio:none", true), ("audio:any", false), ("container:mov,matroska", true),
    ("status:ok", true), ("status:damaged,timeout", false), ("id:0123", true), ("id:=0123", false),
    ("name:clamshell", true), ("name:anna", false), ("folder:anna", true), ("folder:clients/anna/", true),
    ("folder:=clients/Anna/", true), ("path:~clients/*.mov", true),
    ("name:=clamshell\\ 01.mov", false), ("name:=\"Clamshell 01.MOV\"", true), ("folder:=clients/Anna", true),
    ("name:~clamshell\\ 0?.MOV", true), ("recorded:2024-05", true), ("recorded:2024-05-20", true),
    ("recorded:..2024-04", false),
    ("recorded:>2024-05", false), ("recorded:2024-05-20T10:30", true), ("recorded:-2w..", true),
    ("recorded:today", false),
    ("recorded:-12d", true),
  ])
  func `a term about the file or the picture holds or not`(query: String, holds: Bool) throws {
    let frameRate = FrameRate(numerator: 30_000, denominator: 1001)
    let video = try Sample.video(duration: 40_500, rotation: 90, frameRate: frameRate, audio: nil)
    let reel = try Sample.reel(video: video, recorded: 1_716_201_000)  // 2024-05-20T10:30:00Z
    #expect(try Query(query).matches(reel, now: now) == holds)
    #expect(try Query("not \(query)").matches(reel, now: now) != holds)
  }

  @Test(arguments: [
    ("movement:extension", true), ("movement:flexion", false), ("movement:secondary=flexion", true),
    ("movement:any=flexion", true), ("movement:control=flexion,abduction", true), ("movement:primary=extension", true),
    ("movement:ir", false), ("movement:extension@0.9", true), ("movement:extension@0.95", false),
    ("movement:flexion,extension", true), ("movement:~ext*", true), ("movement:any", true), ("movement:none", false),
    ("equipment:loop-band", true), ("equipment:\"Loop Band\"", true), ("-equipment:loop-band", false),
    ("equipment:none", false), ("side:none", true), ("side:unknown", true), ("exercise:none", true),
    ("mode:~*tr*", true), ("confidence:>=0.9", true), ("confidence:..0.5", false), ("confidence:=90%", true),
    ("tagged:yes", true), ("tagged:no", false),
  ])
  func `a term about tags holds or not`(query: String, holds: Bool) throws {
    let reel = try Sample.reel(tags: [
      Sample.tag(.movement, "extension", .primary), Sample.tag(.movement, "flexion", .secondary, 600),
      Sample.tag(.movement, "abduction", .control, 600), Sample.tag(.mode, "stretch"),
      Sample.tag(.equipment, "loop-band"),
    ])
    #expect(try Query(query).matches(reel, now: now) == holds)
    #expect(try Query("not \(query)").matches(reel, now: now) != holds)
  }

  @Test(arguments: [
    ("clamshell", true), ("CLAMSHELL", true), ("clam", false), ("clam*", true), ("clam%", true), ("anna", true),
    ("mov", true),
    ("uberdehnt", true), ("\"hip flexor\"", true), ("hip-flexor", true), ("\"flexor hip\"", false),
    ("\"hip flex\"*", true),
    ("\"anna hip\"", false), ("strasse", true), ("ｈｉｐ", true), ("knee", true), ("90-90", true), ("10:30", false),
    ("hip shoulder", false), ("hip or shoulder", true), ("hip , shoulder", true), ("-hip", false), ("^shoulder", true),
    ("(hip or shoulder) flexor", true), (":begin hip or shoulder :end flexor", true),
    ("hip (shoulder or -flexor)", false),
    ("\"or\"", false), ("hip and not shoulder", true),
  ])
  func `free words look at names, texts and notes`(query: String, holds: Bool) throws {
    let reel = try Sample.reel(
      evidence: [Evidence(source: .sidecar, text: "U\u{308}berdehnt: HIP flexor, Straße; 90/90")],
      edits: [Edit(.note("watch the knee"), editedUnixSeconds: 1)])
    #expect(try Query(query).matches(reel, now: now) == holds)
  }

  @Test(arguments: [
    ("rating:4", true), ("rating:>=4", true), ("rating:..3", false), ("rating:>4", false), ("rating:any", true),
    ("rating:none", false), ("favourite:yes", true), ("favorite:yes", true), ("favourite:no", false),
    ("note:knee", true),
    ("note:KNE", true), ("note:\"für anna\"", true), ("note:fur", true), ("note:hip", false), ("note:any", true),
    ("note:~*anna", true), ("note:=knee", false),
    ("rating:>=4 favourite:yes note:knee", true),
  ])
  func `a term about what the person said holds or not`(query: String, holds: Bool) throws {
    let changes: [Edit.Change] = [
      .note("watch the hip"), .rating(2), .favourite(false), .note("Knee, für Anna"), .rating(4), .favourite(true),
    ]
    let reel = try Sample.reel(edits: changes.map { Edit($0, editedUnixSeconds: 1) })
    #expect(try Query(query).matches(reel, now: now) == holds)
    #expect(try Query("not (\(query))").matches(reel, now: now) != holds)
    let silent = try Sample.reel()
    #expect(try Query("rating:none favourite:no note:none").matches(silent, now: now))
    #expect(try !Query("rating:..5 or note:any or favourite:yes").matches(silent, now: now))
  }

  @Test(arguments: [
    ("rating-", [1, 2, 0, 3]), ("rating+", [0, 2, 1, 3]), ("favorite- rating-", [2, 1, 0, 3]), ("note+", [2, 0, 1, 3]),
  ])
  func `what the person said sorts reels, the silent ones last`(query: String, order: [Int]) throws {
    let said: [[Edit.Change]] = [
      [.rating(1), .note("Élan")], [.rating(5)], [.rating(3), .favourite(true), .note("arm")], [],
    ]
    let reels = try said.enumerated().map { index, changes in
      Reel(
        id: try #require(Sample.id(index)), paths: [PathBytes("\(index).mov")], status: .ok, byteCount: 1,
        edits: changes.map { Edit($0, editedUnixSeconds: 1) })
    }
    #expect(try Query(query).results(reels, now: now).map(\.paths) == order.map { reels[$0].paths })
  }

  @Test func `a reel that is gone is hidden until it is asked for`() throws {
    let reel = try Sample.reel(isGone: true)
    let queries = ["", "clamshell", "gone:yes", "gone:any", "gone:no", "clamshell or gone:yes"]
    let found = try queries.filter { try Query($0).matches(reel, now: now) }
    #expect(found == ["gone:yes", "gone:any", "clamshell or gone:yes"])
  }

  @Test func `an unknown value is no match and comes last in either direction`() throws {
    let reels = try [30_000, nil, 10_000].enumerated().map { index, duration in
      Reel(
        id: try #require(Sample.id(index)), paths: [PathBytes("\(index).mov")], status: .ok, byteCount: 1,
        video: try Sample.video(duration: duration))
    }
    #expect(try Query("duration:..60").results(reels, now: now).map(\.paths) == [reels[0].paths, reels[2].paths])
    #expect(try Query("duration+").results(reels, now: now) == [reels[2], reels[0], reels[1]])
    #expect(try Query("sort:duration-").results(reels, now: now) == [reels[0], reels[2], reels[1]])
    #expect(try Query("duration- limit:1").results(reels, now: now) == [reels[0]])
    #expect(try Query("").results(reels.reversed(), now: now) == reels)
  }

  @Test func `equal keys leave the order to the path and then to the id`() throws {
    let reels = try [(2, "b.mov"), (1, "b.mov"), (3, "a.mov")].map { number, path in
      Reel(id: try #require(Sample.id(number)), paths: [PathBytes(path)], status: .ok, byteCount: 7)
    }
    #expect(try Query("size+").results(reels, now: now) == [reels[2], reels[1], reels[0]])
  }

  @Test(arguments: [(0, "2024-05-31"), (7200, "2024-06-01"), (-43_200, "2024-05-31"), (-86_400, "2024-05-30")])
  func `a calendar day is a day on the person's clock`(secondsFromUTC: Int, day: String) throws {
    let reel = try Sample.reel(recorded: 1_717_198_200)  // 2024-05-31T23:30:00Z
    let clock = QueryNow(unixSeconds: 1_717_243_200, secondsFromUTC: secondsFromUTC)
    let days = ["2024-05-30", "2024-05-31", "2024-06-01"]
    #expect(try days.filter { try Query("recorded:\($0)").matches(reel, now: clock) } == [day])
  }
}
