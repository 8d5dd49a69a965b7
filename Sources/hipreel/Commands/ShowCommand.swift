import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows all that is known about one reel.")

  @Argument(help: "A reel: its path, its id, or the beginning of the id.")
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
    for (name, value) in facts(found, folder) { table.add([name, value]) }
    for line in table.lines(width: nil) { StandardOutput.writeLine(line) }
  }

  private func facts(_ reel: Reel, _ folder: LibraryFolder) -> [(String, String)] {
    var facts: [(String, String)] = [("id", reel.id.text)]
    facts += reel.paths.map { ("path", $0.text) }
    facts.append(
      ("status", reel.status.rawValue + (reel.isGone ? ", gone" : "") + (reel.reason.map { ": \($0)" } ?? "")))
    facts.append(("size", HumanText.byteCount(reel.byteCount)))
    if let video = reel.video { facts += Self.facts(video) }
    if let recorded = reel.recorded {
      facts.append(("recorded", recorded.text + (recorded.source == .fileTime ? " (the file's own time)" : "")))
    }
    if reel.hasThumbnail {
      facts.append(("thumbnail", ThumbnailFolder(folder).path(of: reel.id).text))
      facts.append(
        (
          "still",
          HumanText.duration(milliseconds: reel.thumbnailMilliseconds)
            + (reel.thumbnailReason.map { ", \($0.rawValue)" } ?? "")
        ))
    }
    for facet in Facet.allCases {
      let tags = reel.tagging.tags.filter { $0.facet == facet }
      guard !tags.isEmpty else { continue }
      facts.append((facet.rawValue, tags.map { TagText.short($0) }.joined(separator: ", ")))
    }
    return facts
  }

  private static func facts(_ video: VideoFacts) -> [(String, String)] {
    let size = "\(video.displaySize.width)×\(video.displaySize.height)"
    let turned = video.rotation == 0 ? "" : ", turned \(video.rotation)°"
    let rate = video.frameRate.map { ", \(hundredths($0.framesPerSecond)) frames a second" } ?? ""
    return [
      ("duration", HumanText.duration(milliseconds: video.durationMilliseconds)),
      ("picture", size + turned + (video.isMirrored ? ", mirrored" : "") + rate),
      ("video", "\(video.videoCodec) in \(video.container)"),
      ("audio", video.audioCodec ?? "none"),
    ]
  }

  private static func hundredths(_ rate: Double) -> String {
    let rounded = (rate * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(exactly: rounded.rounded()) ?? 0)" : "\(rounded)"
  }
}
