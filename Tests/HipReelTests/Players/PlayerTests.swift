import Foundation
import MediaFacts
import ReelCatalog
import TestSupport
import Testing

/// What real players make of our playlists: which files they open, in which order, which part, how often, called what.
@Suite struct PlayerTests {
  private static let absent = "not installed: scripts/setup test"

  @Test(
    .enabled(if: SystemTool.vlc.isInstalled, "\(absent)"),
    arguments: [PlaylistFormat.m3u8, .xspf, .pls])
  func `VLC opens every name, in order, by its own title`(format: PlaylistFormat) throws {
    let reels = try AwkwardReels()
    _ = try reels.write(as: format)
    let run = try VLCRun("list.\(format.rawValue)", in: reels.folder.url)
    let expected = AwkwardReels.names.map { reels.path($0) }
    #expect(run.opened.map(text) == expected.map(text))
    #expect(run.opened == expected)
    switch format {
    case .m3u8: #expect(run.titles == Self.titles)
    case .pls: #expect(run.titles == Self.titles.map { "Reel - \($0)" })
    default: break
    }
  }

  @Test(
    .enabled(if: SystemTool.vlc.isInstalled, "\(absent)"),
    arguments: [PlaylistFormat.m3u8, .xspf])
  func `VLC opens every name as an address`(format: PlaylistFormat) throws {
    let reels = try AwkwardReels()
    _ = try reels.write(as: format, .uri)
    let run = try VLCRun("list.\(format.rawValue)", in: reels.folder.url)
    #expect(run.opened == AwkwardReels.names.map { reels.path($0) })
  }

  @Test(.enabled(if: SystemTool.vlc.isInstalled, "\(absent)"), arguments: [PlaylistFormat.m3u8, .xspf])
  func `VLC starts, stops and repeats as the plan says`(format: PlaylistFormat) throws {
    let reels = try AwkwardReels([PathBytes("a.mp4"), PathBytes("b.mp4")], frames: 500)
    _ = try reels.write(try Self.parts(reels), as: format)
    let run = try VLCRun("list.\(format.rawValue)", in: reels.folder.url)
    #expect(run.log.contains("starting at time: 3s"))
    // Six seconds of forty; VLC does not say where it stops.
    #expect(run.time > .seconds(5) && run.time < .seconds(35))
    #expect(run.log.matches(of: /repeating the same input/).count == 1)
    #expect(run.opened.map(text) == ["a.mp4", "b.mp4"].map { text(reels.path(PathBytes($0))) })
  }

  @Test(.enabled(if: SystemTool.mpv.isInstalled, "\(absent)"), arguments: [PlaylistFormat.m3u8, .pls])
  func `mpv opens every name, in order`(format: PlaylistFormat) throws {
    let reels = try AwkwardReels()
    _ = try reels.write(as: format)
    let run = try MPVRun(["--playlist=list.\(format.rawValue)"], in: reels.folder.url)
    #expect(run.files.map { absolute($0.path, in: reels) } == AwkwardReels.names.map { reels.path($0) })
    if format == .m3u8 { #expect(run.files.map(\.title) == Self.titles.map { "Reel - \($0)" }) }
  }

  @Test(.enabled(if: SystemTool.mpv.isInstalled, "\(absent)"))
  func `mpv reads a playlist from a pipe`() throws {
    let reels = try AwkwardReels()
    let rendered = try reels.write(as: .m3u8)
    let input = String(decoding: rendered.bytes, as: UTF8.self)
    let run = try MPVRun(["--playlist=-"], in: reels.folder.url, input: input)
    #expect(run.files.map { absolute($0.path, in: reels) } == AwkwardReels.names.map { reels.path($0) })
  }

  @Test(.enabled(if: SystemTool.mpv.isInstalled, "\(absent)"), arguments: EntryStyle.allCases)
  func `mpv joins every name of an edit list into one timeline`(style: EntryStyle) throws {
    let reels = try AwkwardReels()
    _ = try reels.write(as: .edl, style)
    let run = try MPVRun(["list.edl"], in: reels.folder.url)
    let file = try #require(run.files.first)
    #expect(file.chapters.map(\.title) == Self.titles.map { "Reel - \($0)" })
    #expect(abs(file.duration - 0.36 * Double(AwkwardReels.names.count)) < 0.01)
    guard style != .uri else { return }
    #expect(AwkwardReels.names.filter { !run.log.contains("[file] Opening \(opened($0, style, reels))\n") } == [])
  }

  @Test(.enabled(if: SystemTool.mpv.isInstalled, "\(absent)"))
  func `mpv's timeline has the loops and cuts of the plan`() throws {
    let reels = try AwkwardReels([PathBytes("a.mp4"), PathBytes("b.mp4")], frames: 500)
    _ = try reels.write(try Self.parts(reels), as: .edl)
    let run = try MPVRun(["list.edl"], in: reels.folder.url)
    let file = try #require(run.files.first)
    #expect(abs(file.duration - 6) < 0.1)
    #expect(file.chapters.map(\.time) == [0, 2, 4])
  }

  @Test(.enabled(if: SystemTool.ffmpeg.isInstalled, "\(absent)"))
  func `ffmpeg joins every name that can be written`() throws {
    let reels = try AwkwardReels()
    let rendered = try reels.write(as: .ffconcat)
    let unwritable = ["line\nbreak.mp4", "carriage\rreturn.mp4"].map { PathBytes($0) }
    #expect(rendered.warnings == unwritable.map { .leftOut($0) })
    let run = try SystemTool.ffmpeg.run(
      [
        "-nostdin", "-hide_banner", "-v", "debug", "-f", "concat", "-safe", "0", "-i", "list.ffconcat", "-f", "null",
        "-",
      ],
      in: reels.folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let written = AwkwardReels.names.filter { !unwritable.contains($0) }
    // Its log shows a control character as a question mark.
    let names = written.map { $0.text.replacing("\u{1B}", with: "?") }
    #expect(names.filter { !run.errors.contains("Opening './\($0)' for reading") } == [])
    #expect(lastFrame(run.errors) == written.count * 9)
  }

  @Test(.enabled(if: SystemTool.ffmpeg.isInstalled, "\(absent)"))
  func `ffmpeg joins the parts of the plan`() throws {
    let reels = try AwkwardReels([PathBytes("a.mp4"), PathBytes("b.mp4")], frames: 500)
    _ = try reels.write(try Self.parts(reels), as: .ffconcat)
    let run = try SystemTool.ffmpeg.run(
      ["-nostdin", "-v", "verbose", "-f", "concat", "-safe", "0", "-i", "list.ffconcat", "-f", "null", "-"],
      in: reels.folder.url)
    // Six seconds of 25 frames; a cut may take the frame at its edge.
    #expect((150...160).contains(lastFrame(run.errors) ?? 0), "\(run.errors)")
  }

  @Test(.enabled(if: SystemTool.xmllint.isInstalled, "\(absent)"), arguments: EntryStyle.allCases)
  func `xspf follows its specification`(style: EntryStyle) throws {
    let reels = try AwkwardReels()
    _ = try reels.write(as: .xspf, style)
    let schema = Checkout.root.appending(path: "Tests/HipReelTests/Players/xspf-1.rng").path(percentEncoded: false)
    let run = try SystemTool.xmllint.run(["--noout", "--relaxng", schema, "list.xspf"], in: reels.folder.url)
    #expect(run.status == 0, "\(run.errors)")
    try reels.folder.write("<playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\"/>", to: "bad.xspf")
    #expect(try SystemTool.xmllint.run(["--noout", "--relaxng", schema, "bad.xspf"], in: reels.folder.url).status != 0)
  }

  // MARK: -

  /// Two seconds out of one reel, twice, then the first two of another: six seconds in all.
  private static func parts(_ reels: AwkwardReels) throws -> Playlist {
    let trim = Edit(.trim(startMilliseconds: 3000, endMilliseconds: 5000), editedUnixSeconds: 0)
    var first = reels.reels[0]
    first.edits = [trim]
    first.tagging = Tagging(tags: [Self.tag(.exercise, "hip-cars-standing"), Self.tag(.side, "both")])
    var second = reels.reels[1]
    second.tagging = Tagging(tags: [Self.tag(.exercise, "bodyweight-squat")])
    let blocks = [("one", "hip-cars-standing", 4), ("two", "bodyweight-squat", 2)].map { id, exercise, seconds in
      var selection = Selection()
      selection.include = [exercise]
      return Routine.Block(
        id: id, label: id, selection: selection, slots: 1,
        dose: Routine.Dose(slotSeconds: seconds, setSeconds: seconds, transitionSeconds: 0))
    }
    let routine = try Routine(
      id: "parts", title: "Parts", totalSeconds: 6, toleranceSeconds: 0, maximumLevel: .advanced,
      allowedEquipment: Vocabulary.standard.equipment, blocks: blocks)
    var kinds = PlanKinds(.standard)
    let candidates = [first, second].compactMap { PlanCandidate($0, kinds: &kinds) }
    let plan = Planner.plan(routine, candidates: candidates, filters: PlanFilters())
    return Playlist(plan, reels: [first.id: first, second.id: second], vocabulary: .standard)
  }

  private static func tag(_ facet: Facet, _ value: String) -> ReelCatalog.Tag {
    ReelCatalog.Tag(facet: facet, value: value, confidence: .certain, matches: [])
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// A path that mpv reported in base 16, made absolute.
  private func absolute(_ digits: String, in reels: AwkwardReels) -> [UInt8] {
    var path = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(digits.dropFirst($0).prefix(2), radix: 16) }
    if path.starts(with: "./".utf8) { path.removeFirst(2) }
    return path.first == UInt8(ascii: "/") ? path : reels.path(PathBytes(path))
  }

  /// How mpv's log names a file of an edit list; every line of a message begins alike.
  private func opened(_ name: PathBytes, _ style: EntryStyle, _ reels: AwkwardReels) -> String {
    let needsGuard =
      ["~", " ", "#"].contains(name.text.first) || (name.text.split(separator: "/").first?.contains(":") ?? false)
    let relative = "./" + (needsGuard ? "./" : "") + name.text
    let path = style == .absolute ? text(reels.path(name)) : relative
    return path.replacing("\n", with: "\n[file] ")
  }

  private func lastFrame(_ log: String) -> Int? {
    log.matches(of: /frame= *(\d+)/).last.flatMap { Int($0.1) }
  }

  /// What the names are shown as: one line, no control characters, nothing that a player obeys.
  private static let titles: [String] = AwkwardReels.names.map { name in
    switch name {
    case PathBytes("#hash.mp4"): "hash"
    case PathBytes("line\nbreak.mp4"): "line break"
    case PathBytes("carriage\rreturn.mp4"): "carriage return"
    case PathBytes("tab\there.mp4"): "tab here"
    case PathBytes("line\u{2028}end.mp4"): "line end"
    case PathBytes("nel\u{85}.mp4"): "nel"
    case PathBytes("esc\u{1B}[31m.mp4"): "esc [31m"
    case PathBytes(" lead.mp4"): "lead"
    case PathBytes("#EXTVLCOPT:sout=x.mp4"): "EXTVLCOPT:sout=x"
    case PathBytes("#EXT-X-VERSION:3.mp4"): "EXT-X-VERSION:3"
    case PathBytes("sub folder/#1?.mp4"): "1?"
    case PathBytes("</script>.mp4"): "script>"
    case PathBytes("~"): "~"
    case let name where name.text.hasPrefix("long-"): String(name.text.prefix(200))
    default: String(name.lastComponent.text.split(separator: ".mp4").first ?? "")
    }
  }
}
