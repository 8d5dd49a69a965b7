import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows everything that is known about one reel.")

  @Argument(help: "A reel: its path, its id, or the start of its id.", completion: Completions.reel)
  var reel: String

  @OptionGroup var catalog: CatalogOptions

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    let folder = try catalog.folder()
    let found = try ReelLookup(folder).reel(reel)
    if json {
      var text = JSONText()
      text.reel(found, CatalogJSON.Options(withObservations: true))
      text.endLine()
      StandardOutput.write(text.takeBytes())
      return
    }
    var table = TextTable([.left, .fill])
    for (name, value) in facts(found, folder) + (try alike(found, folder)) { table.add([name, value]) }
    for line in table.lines(width: nil) { StandardOutput.writeLine(line) }
  }

  private func alike(_ reel: Reel, _ folder: LibraryFolder) throws -> [(String, String)] {
    try SeenText.alike(reel, naming: ReelLookup(folder).name).map { [("alike", $0)] } ?? []
  }

  private func facts(_ reel: Reel, _ folder: LibraryFolder) -> [(String, String)] {
    var facts: [(String, String)] = [("id", reel.id.text)]
    facts += reel.paths.map { ("path", $0.text) }
    if let kind = reel.kind { facts.append(("kind", Self.words(kind))) }
    facts.append(
      ("status", reel.status.rawValue + (reel.isGone ? ", gone" : "") + (reel.reason.map { ": \($0)" } ?? "")))
    facts.append(("size", HumanText.byteCount(reel.byteCount)))
    if let video = reel.video { facts += Self.facts(video) }
    if let date = reel.recorded {
      let recorded = date.shown(offset: QueryText.now().offset(at: date.unixSeconds))
      facts.append(("recorded", "\(recorded.text) (\(Self.words(recorded.source)))"))
    }
    if let location = reel.location { facts.append(("location", location)) }
    facts += reel.chapters.map { chapter in
      ("chapter", "\(HumanText.clock(milliseconds: chapter.startMilliseconds)) \(chapter.title ?? "–")")
    }
    facts += reel.subtitles.map { track in
      ("subtitles", HumanText.count(track.cues.count, "cue") + (track.language.map { ", \($0)" } ?? ""))
    }
    if let oshash = reel.oshash { facts.append(("oshash", OSHash.text(oshash))) }
    if reel.hasThumbnail {
      facts.append(("thumbnail", ThumbnailFolder(folder).path(of: reel.id).text))
      facts.append(
        (
          "still",
          HumanText.duration(milliseconds: reel.thumbnailMilliseconds)
            + (reel.thumbnailReason.map { ", \($0.rawValue)" } ?? "")
        ))
    }
    if let seen = reel.seen { facts += SeenText.facts(seen, reel) }
    facts += OnScreenText.facts(reel)
    for facet in Facet.allCases {
      let tags = reel.tagging.tags.filter { $0.facet == facet }
      guard !tags.isEmpty else { continue }
      facts.append((facet.rawValue, tags.map { TagText.short($0) }.joined(separator: ", ")))
    }
    return facts + Self.facts(PersonalNotes(edits: reel.edits))
  }

  /// What the person decided apart from tags.
  private static func facts(_ notes: PersonalNotes) -> [(String, String)] {
    var facts: [(String, String)] = []
    if notes.startMilliseconds != nil || notes.endMilliseconds != nil {
      let start = HumanText.duration(milliseconds: notes.startMilliseconds ?? 0)
      facts.append(
        ("trim", "from \(start) to \(notes.endMilliseconds.map { HumanText.duration(milliseconds: $0) } ?? "the end")"))
    }
    if notes.isFavourite { facts.append(("favourite", "yes")) }
    if let stars = notes.rating { facts.append(("rating", "\(stars) of \(Edit.ratings.upperBound)")) }
    if let note = notes.note { facts.append(("note", note)) }
    return facts
  }

  private static func words(_ source: RecordingDate.Source) -> String {
    switch source {
    case .quickTime: "from the camera, with its UTC offset"
    case .creationTime: "from the container"
    case .sidecar: "from a sidecar file"
    case .name: "from the name of the file"
    case .fileTime: "from the time of the file"
    }
  }

  private static func facts(_ video: VideoFacts) -> [(String, String)] {
    let size = "\(video.displaySize.width)×\(video.displaySize.height)"
    let turned = video.rotation == 0 ? "" : ", rotated \(video.rotation)°"
    let rate = video.frameRate.map { ", \(hundredths($0.framesPerSecond)) frames a second" } ?? ""
    let uneven = video.isVariableFrameRate == true ? " (variable)" : ""
    let isGuess = video.durationSource == .estimated
    // Cameras often start a few pictures late; that is not worth showing.
    let late = video.firstPictureMilliseconds.flatMap { $0 >= 500 ? $0 : nil }
    let start = late.map { ", the picture starts at \(HumanText.duration(milliseconds: $0))" } ?? ""
    return [
      (
        "duration",
        HumanText.duration(milliseconds: video.durationMilliseconds) + (isGuess ? " (estimated)" : "") + start
      ),
      ("picture", size + turned + (video.isMirrored ? ", mirrored" : "") + rate + uneven),
      ("video", "\(video.videoCodec) in \(video.container)" + (video.hdr.map { ", \(name($0))" } ?? "")),
      ("audio", video.audioCodec ?? "none"),
    ]
  }

  private static func words(_ kind: ReelKind) -> String {
    switch kind {
    case .livePhoto: "live-photo: the moving half of a photo; plans leave it out"
    case .proxy: "proxy: a small version that a camera or an editing program keeps; plans leave it out"
    }
  }

  private static func name(_ kind: HDRKind) -> String {
    switch kind {
    case .pq: "HDR (PQ)"
    case .hlg: "HDR (HLG)"
    case .dolbyVision: "HDR (Dolby Vision)"
    }
  }

  private static func hundredths(_ rate: Double) -> String {
    let rounded = (rate * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(exactly: rounded.rounded()) ?? 0)" : "\(rounded)"
  }
}
