import MediaFacts
public import ReelCatalog

/// Makes reels of every kind that a catalog can hold, from small sets of values so that queries meet them.
public struct RandomReel {
  public var random: SeededRandom

  public init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// So many reels with different ids, sorted by id.
  public mutating func reels(_ count: Int) -> [Reel] {
    var reels: [ReelID: Reel] = [:]
    while reels.count < count {
      let reel = next()
      reels[reel.id] = reel
    }
    return reels.values.sorted { $0.id < $1.id }
  }

  /// The next reel.
  public mutating func next() -> Reel {
    let onScreen = random.chance(70) ? nil : onScreen()
    // Texts of the picture follow from its lines.
    let evidence =
      random.several(upTo: 3, Self.evidence).filter { $0.source != .onScreen } + (onScreen?.evidence ?? [])
    let edits = random.several(upTo: 3, Self.edit)
    let hasThumbnail = random.chance(60)
    return Reel(
      id: id(), paths: paths(),
      isGone: random.chance(15), status: random.chance(70) ? .ok : random.pick(FileStatus.allCases),
      reason: random.pick(["no picture", "a \"quoted\" cause", "\u{2028}"], orNil: 70),
      byteCount: random.pick([0, 1, 999, 1000, 10_000_000, 10_999_999, 11_000_000, 1 << 30]),
      fingerprint: random.chance(10) ? nil : (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) },
      oshash: random.chance(20) ? nil : random.pick([0, 0x8e24_5d96_79d3_1e12, .max]),
      video: random.chance(85) ? video() : nil, recorded: recorded(),
      location: random.pick(["+48.2082+016.3738/", "-33.8568+151.2153+012.000/"], orNil: 70),
      chapters: random.several(upTo: 3, Self.chapter), subtitles: random.several(upTo: 2, Self.track),
      hasThumbnail: hasThumbnail,
      thumbnailMilliseconds: hasThumbnail ? random.pick([0, 1500], orNil: 20) : nil,
      thumbnailReason: hasThumbnail ? random.pick(StillReason.allCases, orNil: 20) : nil,
      evidence: evidence, tagging: tagging(evidence).applying(edits), edits: edits,
      addedUnixSeconds: random.pick(Self.moments), kind: random.pick(ReelKind.allCases, orNil: 80),
      alike: random.chance(70) ? nil : alike(), onScreen: onScreen)
  }

  private mutating func onScreen() -> OnScreen {
    OnScreen(lines: random.several(upTo: 4, Self.line).compactMap { $0 }, isWhole: random.chance(80))
  }

  private static func line(_ random: inout SeededRandom) -> OnScreen.Line? {
    let (left, top) = (random.pick([0, 100, 500]), random.pick([0, 40, 900]))
    let start = random.pick([0, 1, 9_999])
    guard let box = ScreenBox(left: left, top: top, right: left + 400, bottom: top + 60) else { return nil }
    let words = (0...2).map { _ in random.pick(Self.words) }.joined(separator: " ")
    return OnScreen.Line(
      ScreenLine(
        text: words, startMilliseconds: start, endMilliseconds: start + random.pick([0, 500, 30_000]), box: box,
        score: random.pick([0, 50, 100]), language: random.pick(TextLanguage.allCases)),
      isWatermark: random.chance(20))
  }

  private mutating func alike() -> Alike {
    let reels = (0...Int.random(in: 0..<Alike.mostReels, using: &random)).map { _ in id() }
    return Alike(
      exercise: random.pick(Self.values(.exercise)), confidence: Confidence(permille: random.pick([1, 700, 1000])),
      count: reels.count + random.pick([0, 1, 40]), reels: reels)
  }

  /// The one that is shown comes first, the others are sorted.
  private mutating func paths() -> [PathBytes] {
    let shown = Self.path(&random)
    return [shown] + Set(random.several(upTo: 2, Self.path)).subtracting([shown]).sorted()
  }

  private mutating func id() -> ReelID {
    let digits = (0..<12).map { _ in String(Int.random(in: 0..<16, using: &random), radix: 16) }.joined()
    let text = random.chance(10) ? "\(digits)-\(Int.random(in: 2...12, using: &random))" : digits
    guard let id = ReelID(text) else { preconditionFailure("\(text) has the form of an id") }
    return id
  }

  private mutating func video() -> VideoFacts? {
    guard let display = PixelSize(width: random.pick(Self.sides), height: random.pick(Self.sides)),
      let coded = PixelSize(width: random.pick(Self.sides), height: random.pick(Self.sides))
    else { return nil }
    let rates = [(30, 1), (30_000, 1001), (24_000, 1001), (25, 1), (60, 1), (7, 3)].map(FrameRate.init)
    let duration = random.pick(Self.durations, orNil: 20)
    return VideoFacts(
      container: random.pick(["mov", "matroska", "gif"]), durationMilliseconds: duration,
      durationSource: duration == nil ? nil : random.pick(DurationSource.allCases),
      firstPictureMilliseconds: random.pick([0, 1075], orNil: 20),
      fileDurationMilliseconds: random.pick(Self.durations, orNil: 20), displaySize: display, codedSize: coded,
      rotation: random.pick([0, 90, 180, 270]), isMirrored: random.chance(10), frameRate: random.pick(rates),
      isVariableFrameRate: random.pick([true, false], orNil: 30), videoCodec: random.pick(["h264", "hevc", "av1"]),
      profile: random.pick(["High", "Main 10"], orNil: 30), bitDepth: random.pick([8, 10], orNil: 30),
      hdr: random.pick(HDRKind.allCases, orNil: 70), colors: colors(),
      audioCodec: random.pick(["aac", "opus"], orNil: 40), probe: random.pick(ProbePath.allCases))
  }

  private mutating func colors() -> ColorTags {
    ColorTags(
      primaries: random.pick(["bt709", "bt2020"], orNil: 50), transfer: random.pick(["smpte2084"], orNil: 50),
      matrix: random.pick(["bt709", "bt2020nc"], orNil: 50), range: random.pick(["tv", "pc"], orNil: 50))
  }

  private mutating func recorded() -> RecordingDate? {
    guard random.chance(70) else { return nil }
    return RecordingDate(
      text: random.pick([
        "2024-05-01T18:03:20Z", "2024-05-01T18:03:20+02:00", "2024-05-01T18:03:20-05:30", "2024-05-01T18:03:20",
        "2024-05-01",
      ]), unixSeconds: random.pick(Self.moments),
      source: random.pick(RecordingDate.Source.allCases))
  }

  private mutating func tagging(_ evidence: [Evidence]) -> Tagging {
    var tags: [TagName: Tag] = [:]
    for name in random.several(upTo: 6, Self.tagName) {
      let name = name.asAdded
      tags[name] = Tag(
        facet: name.facet, value: name.value, role: name.role,
        confidence: Confidence(permille: random.pick([0, 5, 499, 500, 800, 900, 999, 1000])),
        matches: random.several(upTo: 2) { Self.match(&$0, evidence) }.compactMap { $0 })
    }
    return Tagging(tags: Array(tags.values))
  }
}

extension RandomReel {
  /// Words that names, captions and queries share.
  public static let words = [
    "hip", "Hip", "HIP", "flexor", "clamshell", "90", "Übung", "U\u{308}bung", "Straße", "strasse", "ﬁt", "腰", "🧘",
    "knee",
    "İki", "É", "œuvre", "a", "IMG", "4032",
  ]

  /// Seconds since 1970 around 2024-06-01T12:00:00Z.
  public static let moments = [
    0, 1_704_067_199, 1_704_067_200, 1_714_521_600, 1_716_201_000, 1_717_199_999, 1_717_200_000, 1_717_243_200,
  ]

  public static let durations = [0, 1, 9_999, 10_000, 39_999, 40_000, 40_500, 59_999, 60_000, 60_001, 90_000]

  public static let sides = [1, 720, 1080, 1920, 65_535]

  /// Tags that the reels carry.
  public static func tagName(_ random: inout SeededRandom) -> TagName {
    let facet = random.pick(Facet.allCases)
    let role = facet == .movement ? random.pick(MovementRole.allCases, orNil: 20) : nil
    return TagName(facet: facet, value: random.pick(values(facet)), role: role)
  }

  /// A few values of a facet.
  public static func values(_ facet: Facet) -> [String] {
    switch facet {
    case .exercise: ["clamshell", "glute-bridge", "ninety-ninety-switch"]
    case .movement: HipMovement.allCases.map(\.rawValue)
    case .mode: ["stretch", "mobility", "strength"]
    case .core: CoreRole.allCases.map(\.rawValue)
    case .position: ["supine", "prone", "half-kneeling"]
    case .equipment: ["loop-band", "wall", "chair"]
    case .side: ReelSide.allCases.map(\.rawValue)
    case .level: Level.allCases.map(\.rawValue)
    case .region: Region.allCases.map(\.rawValue)
    case .exposure: ["deep-hip-flexion", "prone"]
    case .dose: ["3-sets", "10-reps", "hold-30-s"]
    }
  }

  private static func path(_ random: inout SeededRandom) -> PathBytes {
    let separators = [" ", "_", "-", "/", "(1)", "\n", "%", "*", "[", "\\", "\"", "'"]
    let parts = random.several(upTo: 4) { $0.pick(words) + $0.pick(separators) } + [random.pick(words)]
    let text = parts.joined() + random.pick([".mov", ".MP4", ""])
    return PathBytes(Array(text.utf8) + (random.chance(5) ? [0xFF, 0x2E] : []))
  }

  private static func evidence(_ random: inout SeededRandom) -> Evidence {
    let text = random.several(upTo: 6) { $0.pick(words) + $0.pick([" ", ", ", "-", "\t", "\u{1}", "/"]) }.joined()
    return Evidence(
      source: random.pick(EvidenceSource.allCases), field: random.pick(["title", "description"], orNil: 50), text: text)
  }

  private static func chapter(_ random: inout SeededRandom) -> Chapter {
    let start = random.pick(durations)
    return Chapter(
      startMilliseconds: start, endMilliseconds: random.chance(20) ? nil : start + 1 + random.pick(durations),
      title: random.pick(words, orNil: 20))
  }

  private static func track(_ random: inout SeededRandom) -> SubtitleTrack {
    let cues = (0...2).map { TimedText(startMilliseconds: $0 * 1000, text: random.pick(words)) }
    return SubtitleTrack(language: random.pick(["eng", "de"], orNil: 30), cues: cues)
  }

  private static func match(_ random: inout SeededRandom, _ evidence: [Evidence]) -> Match? {
    guard let index = evidence.indices.randomElement(using: &random) else { return nil }
    let end = Int.random(in: 0...evidence[index].text.utf8.count, using: &random)
    let start = Int.random(in: 0...end, using: &random)
    return Match(evidence: index, span: start..<end, entry: "exercise:clamshell", weight: random.pick([-50, 0, 900]))
  }

  private static func edit(_ random: inout SeededRandom) -> Edit {
    let changes: [Edit.Change] = [
      .addTag(tagName(&random)), .removeTag(tagName(&random)), .acceptTag(tagName(&random)),
      .rejectTag(tagName(&random)), .setExercise(random.pick(values(.exercise), orNil: 30)),
      .trim(startMilliseconds: random.pick([0, 500], orNil: 30), endMilliseconds: random.pick([5000], orNil: 50)),
      .note(random.pick(words.map { "note \($0)" }, orNil: 20)), .favourite(random.chance(50)),
      .rating(random.pick(Array(Edit.ratings), orNil: 20)),
      .thumbnail(milliseconds: random.pick([0, 3200], orNil: 30)),
    ]
    return Edit(random.pick(changes), editedUnixSeconds: random.pick(moments))
  }
}
