import FoundationEssentials
import MediaFacts
import TestSupport
import Testing

@testable import ReelMedia

/// The odd files of media/, each with its trouble, as media/README.md lists them.
@Suite struct OddMediaTests {
  init() { MediaLibraries.prepare() }

  private struct Row: CustomTestStringConvertible {
    let name: String
    var milliseconds: Int? = 3000
    var source = DurationSource.header
    var first: Int? = 0
    var file: Int? = 3000
    var size = (180, 320)
    var reason: String?

    var testDescription: String { name }
  }

  @Test(arguments: [
    Row(name: "live.webm", source: .packets),
    Row(name: "half-downloaded.webm", milliseconds: 2000, source: .packets, file: 2000, reason: shorter),
    Row(name: "boasting.webm", source: .packets, reason: shorter),
    Row(name: "two-cameras.mkv", milliseconds: 2000),
    Row(name: "fragments.mp4", source: .packets, reason: shorter),
    Row(name: "late-picture.mp4", first: 1480, file: 4500),
    Row(name: "trimmed.mov", milliseconds: 2000, file: 2000),
    Row(name: "uneven.mp4", milliseconds: 5960, source: .packets, file: 5960),
    Row(name: "selfie.mov"),
    Row(name: "broken-matrix.mp4", reason: "the display matrix is broken and was ignored"),
    Row(name: "wide-pixels.mp4", size: (240, 320)),
    Row(name: "ten-bit-hlg.mp4"),
    Row(name: "long-last.mp4"),
    Row(name: "wrapping-clock.ts", source: .packets, first: 23, file: 4505),
    Row(name: "two-takes.ts", milliseconds: 6000, source: .packets, file: 6000),
    Row(name: "no-index.avi", source: .packets),
    Row(name: "no-length.flv", source: .packets, first: 23, file: 4504),
    Row(name: "no-delay.gif", milliseconds: 1000, file: 1000, size: (90, 160)),
    Row(
      name: "cut-short.mp4", milliseconds: 3520, source: .packets, file: 3520, size: (360, 640),
      reason: "the file ends early"),
  ])
  private func `a file with a trouble has true facts and a still`(row: Row) throws {
    let found = Examined(Checkout.media.appending(path: "odd/\(row.name)"))
    let facts = try #require(found.report.video)
    #expect(found.report.status == .ok && found.still != nil)
    #expect(found.report.reason == row.reason)
    #expect(facts.durationMilliseconds == row.milliseconds && facts.durationSource == row.source)
    #expect(facts.firstPictureMilliseconds == row.first && facts.fileDurationMilliseconds == row.file)
    #expect(facts.displaySize == PixelSize(width: row.size.0, height: row.size.1))
    #expect(facts.isVariableFrameRate != true || row.name == "uneven.mp4")
    #expect(facts.isMirrored == (row.name == "selfie.mov") && facts.rotation == 0)
  }

  private static let shorter = "the file is shorter than its header says"

  @Test func `ten bits in hybrid log-gamma are told from the header alone`() throws {
    let facts = try #require(Examined(Checkout.media.appending(path: "odd/ten-bit-hlg.mp4")).report.video)
    #expect(facts.hdr == .hlg && facts.bitDepth == 10 && facts.profile == "Main 10")
    #expect(
      facts.colors
        == ColorTags(primaries: "bt2020", transfer: "arib-std-b67", matrix: "bt2020nc", range: "tv"))
    #expect(facts.probe == .header)
  }

  @Test func `a codec outside the list is named, and its facts are kept`() throws {
    let report = Examined(Checkout.media.appending(path: "odd/lossless.mkv")).report
    #expect(report.status == .codecNotAllowed && report.reason == "the codec ffv1 is not supported")
    #expect(report.video?.durationMilliseconds == 200)
  }
}
