import MediaFacts
import ReelCatalog
import Testing

@Suite struct PlaylistTests {
  static let place = PlaylistPlace(reelFolder: PathBytes("/reels"), playlistFolder: PathBytes("/reels"))

  static func reel(
    _ number: Int, path: String, exercise: String? = nil, side: ReelSide? = nil, milliseconds: Int,
    tags: [ReelCatalog.Tag] = [], edits: [Edit] = []
  ) throws -> Reel {
    var all = tags
    if let exercise {
      all.append(ReelCatalog.Tag(facet: .exercise, value: exercise, confidence: .certain, matches: []))
    }
    if let side { all.append(ReelCatalog.Tag(facet: .side, value: side.rawValue, confidence: .certain, matches: [])) }
    let size = try #require(PixelSize(width: 360, height: 640))
    return Reel(
      id: try PlanSamples.id(number), paths: [PathBytes(path)], status: .ok, byteCount: 1,
      video: VideoFacts(
        container: "mov", durationMilliseconds: milliseconds, displaySize: size, codedSize: size, videoCodec: "h264"),
      tagging: Tagging(tags: all), edits: edits)
  }

  static let stretch = PlanSamples.exercise("couch-stretch", [.extension], mode: .stretch, side: .unilateral)
  static let squat = PlanSamples.exercise("squat", [.flexion], side: .bilateral)
  static let vocabulary = Vocabulary(exercises: [stretch, squat])

  static func playlist(
    _ reels: [Reel], _ blocks: [Routine.Block], fill: Routine.Fill = .loop
  ) throws -> Playlist {
    let routine = try PlanSamples.routine(blocks, fill: fill)
    let plan = PlanCheck.plan(routine, reels.compactMap { PlanCandidate($0, vocabulary: vocabulary) })
    return Playlist(plan, reels: Dictionary(reels.map { ($0.id, $0) }) { first, _ in first }, vocabulary: vocabulary)
  }

  /// A reel of half a minute for every exercise of the standard vocabulary.
  static func everyExercise() throws -> [Reel] {
    try Vocabulary.standard.exercises.enumerated().map { number, exercise in
      try reel(
        number + 1, path: "\(number).mp4", exercise: exercise.id, side: .both, milliseconds: 30_000)
    }
  }

  static let front = PlanSamples.block("front", slot: 60, set: 30) { $0.primaryAny = [.extension] }
  static let sit = PlanSamples.block("sit", slot: 40, set: 40) { $0.primaryAny = [.flexion] }

  static func text(_ playlist: Playlist, at place: PlaylistPlace = place) -> String {
    String(decoding: PlaylistFormat.m3u8.rendered(playlist, at: place).bytes, as: UTF8.self)
  }

  @Test func `a whole reel loops through its slot in one entry`() throws {
    let playlist = try Self.playlist(
      [Self.reel(1, path: "squat.mp4", exercise: "squat", milliseconds: 12_000)], [Self.sit])
    #expect(playlist.entries.map(\.plays) == [3])
    #expect(
      Self.text(playlist) == """
        #EXTM3U
        #EXTINF:40,Sit - squat
        #EXTVLCOPT:input-repeat=2
        squat.mp4

        """)
  }

  @Test func `a long reel is cut at the end of the slot`() throws {
    let playlist = try Self.playlist(
      [Self.reel(1, path: "squat.mp4", exercise: "squat", milliseconds: 90_500)], [Self.sit])
    #expect(
      Self.text(playlist) == """
        #EXTM3U
        #EXTINF:40,Sit - squat
        #EXTVLCOPT:stop-time=40.000
        squat.mp4

        """)
  }

  @Test func `a left and a right reel take turns, set by set`() throws {
    let playlist = try Self.playlist(
      [
        Self.reel(1, path: "couch right.mp4", exercise: "couch-stretch", side: .right, milliseconds: 30_000),
        Self.reel(2, path: "couch left.mp4", exercise: "couch-stretch", side: .left, milliseconds: 30_000),
      ], [Self.front])
    #expect(
      Self.text(playlist) == """
        #EXTM3U
        #EXTINF:30,Front - couch-stretch (left)
        couch left.mp4
        #EXTINF:30,Front - couch-stretch (right, switch sides)
        couch right.mp4

        """)
    #expect(playlist.entries.map(\.transitionSeconds) == [0, 5])
    #expect(playlist.seconds == 65)
  }

  @Test func `a one-sided reel plays for both sides`() throws {
    let playlist = try Self.playlist(
      [Self.reel(1, path: "couch.mp4", exercise: "couch-stretch", side: .right, milliseconds: 15_000)], [Self.front])
    #expect(playlist.entries.map(\.side) == [.right, .left])
    #expect(playlist.entries.map(\.cue) == [nil, "switch sides"])
    #expect(playlist.entries.map(\.plays) == [2, 2])
  }

  @Test func `a reel of unknown side says when to switch`() throws {
    let playlist = try Self.playlist(
      [Self.reel(1, path: "couch.mp4", exercise: "couch-stretch", milliseconds: 30_000)], [Self.front])
    #expect(playlist.entries.map(\.side) == [nil, nil])
    #expect(playlist.entries.map(\.cue) == [nil, "switch sides"])
  }

  @Test func `a trim is where playing starts and stops`() throws {
    let trim = Edit(.trim(startMilliseconds: 1500, endMilliseconds: 31_500), editedUnixSeconds: 0)
    let playlist = try Self.playlist(
      [Self.reel(1, path: "squat.mp4", exercise: "squat", milliseconds: 60_000, edits: [trim])], [Self.sit])
    #expect(
      Self.text(playlist) == """
        #EXTM3U
        #EXTINF:40,Sit - squat
        #EXTVLCOPT:start-time=1.500
        #EXTVLCOPT:stop-time=31.500
        squat.mp4

        """)
  }

  @Test func `played once, a pair plays as long as its shorter half`() throws {
    let playlist = try Self.playlist(
      [
        Self.reel(1, path: "r.mp4", exercise: "couch-stretch", side: .right, milliseconds: 21_700),
        Self.reel(2, path: "l.mp4", exercise: "couch-stretch", side: .left, milliseconds: 30_000),
      ], [PlanSamples.block("front", slot: 42, set: 21) { $0.primaryAny = [.extension] }], fill: .once)
    #expect(playlist.entries.map(\.seconds) == [21, 21])
    #expect(playlist.entries.map(\.part) == [0..<21_000, 0..<21_000])
    #expect(playlist.seconds == 47)
  }

  @Test func `pauses that the format cannot hold are told`() throws {
    let playlist = try Self.playlist(
      [Self.reel(1, path: "squat.mp4", exercise: "squat", milliseconds: 40_000)], [Self.sit])
    #expect(PlaylistFormat.m3u8.rendered(playlist, at: Self.place).warnings == [.withoutPauses(seconds: 5)])
    #expect(PlaylistFormat.json.rendered(playlist, at: Self.place).warnings == [])
  }

  // What VLC and mpv make of such names was measured (docs/PLANNER.md).
  @Test(arguments: [
    ("a b.mp4", "a b.mp4"),
    ("émoji🦵.mp4", "émoji🦵.mp4"),
    ("comma,semi;.mp4", "comma,semi;.mp4"),
    ("back\\slash.mp4", "back\\slash.mp4"),
    ("100%.mp4", "100%.mp4"),
    ("50%ad.mp4", "file:///reels/50%25ad.mp4"),
    ("colon:x.mp4", "./colon:x.mp4"),
    ("sub/colon:x.mp4", "sub/colon:x.mp4"),
    ("~home.mp4", "./~home.mp4"),
    (" lead.mp4", "./ lead.mp4"),
    ("trail.mp4 ", "file:///reels/trail.mp4%20"),
    ("#hash.mp4", "file:///reels/%23hash.mp4"),
    ("sub/#hash.mp4", "file:///reels/sub/%23hash.mp4"),
    ("q?x.mp4", "file:///reels/q%3Fx.mp4"),
    ("p%41.mp4", "file:///reels/p%2541.mp4"),
    ("nl\nx.mp4", "file:///reels/nl%0Ax.mp4"),
    ("#EXT-X-VERSION:.mp4", "file:///reels/%23EXT-X-VERSION%3A.mp4"),
    ("line\u{2028}.mp4", "file:///reels/line%E2%80%A8.mp4"),
  ])
  func `a name is written so that both players open it`(name: String, entry: String) throws {
    let playlist = try Self.playlist([Self.reel(1, path: name, exercise: "squat", milliseconds: 40_000)], [Self.sit])
    let rendered = PlaylistFormat.m3u8.rendered(playlist, at: Self.place)
    #expect(String(decoding: rendered.bytes, as: UTF8.self) == "#EXTM3U\n#EXTINF:40,Sit - squat\n\(entry)\n")
    #expect(rendered.warnings.contains(.notPortable(PathBytes(name))) == entry.hasPrefix("file:"))
  }

  @Test func `a name that is no text is written as a URI`() throws {
    var reel = try Self.reel(1, path: "", exercise: "squat", milliseconds: 40_000)
    reel.paths = [PathBytes([0x61, 0xFF, 0x2E, 0x6D, 0x70, 0x34])]
    let playlist = try Self.playlist([reel], [Self.sit])
    #expect(Self.text(playlist).hasSuffix("\nfile:///reels/a%FF.mp4\n"))
    let json = String(decoding: PlaylistFormat.json.rendered(playlist, at: Self.place).bytes, as: UTF8.self)
    #expect(json.contains(#""pathBytes": "Yf8ubXA0""#))
  }

  @Test(arguments: [
    ("/reels", "/reels", "sub/a.mp4"),
    ("/reels", "/", "reels/sub/a.mp4"),
    ("/reels", "/reels/lists", "../sub/a.mp4"),
    ("/reels", "/reels/sub", "a.mp4"),
    ("/reels", "/home/me", "../../reels/sub/a.mp4"),
    ("/reels/c:d", "/reels", "./c:d/sub/a.mp4"),
  ])
  func `entries are relative to the playlist's own folder`(reels: String, lists: String, entry: String) throws {
    let playlist = try Self.playlist(
      [Self.reel(1, path: "sub/a.mp4", exercise: "squat", milliseconds: 40_000)], [Self.sit])
    let place = PlaylistPlace(reelFolder: PathBytes(reels), playlistFolder: PathBytes(lists))
    #expect(Self.text(playlist, at: place).split(separator: "\n").last.map(String.init) == entry)
  }

  @Test(arguments: [
    ("90/90 Switch, left", "Sit - 90/90 Switch, left"),
    ("# stretch", "Sit - stretch"),
    ("a\nb\r\n\u{85}c\u{2028}d", "Sit - a b c d"),
    ("x #EXTVLCOPT:sout=file", "Sit - x # EXTVLCOPT:sout=file"),
    ("x #ext-x-version:", "Sit - x # ext-x-version:"),
    ("##EXTM3U", "Sit - EXTM3U"),
    ("a - b", "Sit - a - b"),
  ])
  func `a title stays a title`(name: String, line: String) throws {
    var exercise = Self.squat
    exercise = Exercise(
      id: exercise.id, name: name, region: .hip, primary: exercise.primary, secondary: [], control: [], core: [],
      mode: exercise.mode, positions: [], equipment: [], optionalEquipment: [], side: .bilateral, level: .beginner,
      exposures: [], contraction: nil, forms: [])
    let vocabulary = Vocabulary(exercises: [exercise])
    let reel = try Self.reel(1, path: "a.mp4", exercise: "squat", milliseconds: 40_000)
    let plan = PlanCheck.plan(
      try PlanSamples.routine([Self.sit]), [try #require(PlanCandidate(reel, vocabulary: vocabulary))])
    let playlist = Playlist(plan, reels: [reel.id: reel], vocabulary: vocabulary)
    #expect(Self.text(playlist) == "#EXTM3U\n#EXTINF:40,\(line)\na.mp4\n")
  }

  @Test func `a long title is cut between characters`() throws {
    let name = String(repeating: "é🦵", count: 60)
    let playlist = try Self.playlist(
      [
        Self.reel(
          1, path: "\(name).mp4", milliseconds: 40_000,
          tags: [ReelCatalog.Tag(facet: .movement, value: "flexion", role: .primary, confidence: .certain, matches: [])]
        )
      ], [PlanSamples.block("sit", slot: 40, set: 20) { $0.primaryAny = [.flexion] }])
    let line = try #require(Self.text(playlist).split(separator: "\n").dropFirst().first)
    #expect(line == "#EXTINF:20,Sit - \(String(repeating: "é🦵", count: 33))é")
  }

  @Test func `the JSON form says everything`() throws {
    let playlist = try Self.playlist(
      [Self.reel(1, path: "couch.mp4", exercise: "couch-stretch", side: .left, milliseconds: 30_000)],
      [Self.front, Self.sit])
    let json = String(decoding: PlaylistFormat.json.rendered(playlist, at: Self.place).bytes, as: UTF8.self)
    #expect(json == PlaylistExpectations.json)
  }
}
