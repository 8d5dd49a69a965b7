import Foundation
import MediaFacts
import ReelCatalog
import TestSupport
import Testing

@Suite struct CatalogJSONTests {
  private func text(_ reels: [Reel], _ options: CatalogJSON.Options = .init()) throws -> String {
    let sink = ByteSink()
    let document = CatalogDocument(generator: "hipreel 1.0", vocabulary: "1", reels: reels)
    try document.write(options) { sink.bytes += $0 }
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  @Test func `a catalog of one reel looks like this`() throws {
    let size = try #require(PixelSize(width: 1080, height: 1920))
    let coded = try #require(PixelSize(width: 1920, height: 1080))
    let edit = Edit(.addTag(TagName(facet: .side, value: "left")), editedUnixSeconds: 1_717_243_200)
    let match = Match(evidence: 0, span: 0..<9, entry: "exercise:clamshell", weight: 900)
    let reel = Reel(
      id: try #require(ReelID("0123456789ab")),
      paths: [PathBytes("clamshell \"left\".mov"), PathBytes([0x66, 0xFF, 0x2E, 0x6D])], isGone: true, status: .ok,
      reason: "the header's duration was wrong", byteCount: 12_345, fingerprint: Array(0..<32),
      oshash: 0x0e24_5d96_79d3_1e12,
      video: VideoFacts(
        container: "mov", durationMilliseconds: 40_500, durationSource: .packets, firstPictureMilliseconds: 20,
        fileDurationMilliseconds: 40_520, displaySize: size, codedSize: coded, rotation: 90, isMirrored: false,
        frameRate: FrameRate(numerator: 30_000, denominator: 1001), isVariableFrameRate: false,
        videoCodec: "hevc", profile: "Main 10", bitDepth: 10, hdr: .hlg,
        colors: ColorTags(primaries: "bt2020", transfer: "arib-std-b67", matrix: "bt2020nc", range: "tv"),
        audioCodec: "aac"),
      recorded: RecordingDate(text: "2024-05-01T18:03:20+02:00", unixSeconds: 1_714_579_400, source: .quickTime),
      location: "+48.2082+016.3738/",
      chapters: [
        Chapter(startMilliseconds: 0, endMilliseconds: 900, title: "Warm-up"), Chapter(startMilliseconds: 900),
      ],
      subtitles: [SubtitleTrack(language: "eng", cues: [TimedText(startMilliseconds: 5, text: "hips")])],
      hasThumbnail: true, thumbnailMilliseconds: 8100, thumbnailReason: .endRange,
      evidence: [Evidence(source: .embedded, field: "title", text: "Clamshell")],
      tagging: Tagging(tags: [
        ReelCatalog.Tag(facet: .exercise, value: "clamshell", confidence: Confidence(permille: 905), matches: [match]),
        ReelCatalog.Tag(
          facet: .movement, value: "abduction", role: .primary, confidence: Confidence(permille: 900), matches: [match]),
      ]).applying([edit]), edits: [edit], addedUnixSeconds: 1_717_243_200)
    #expect(
      try text([reel]) == """
        {
          "schema": "hipreel-catalog/1",
          "generator": "hipreel 1.0",
          "vocabulary": "1",
          "reels": [
            {
              "id": "0123456789ab",
              "paths": [
                {"path": "clamshell \\"left\\".mov"},
                {"path": "f\u{FFFD}.m", "pathBytes": "Zv8ubQ=="}
              ],
              "gone": true,
              "status": "ok",
              "reason": "the header's duration was wrong",
              "byteCount": 12345,
              "fingerprint": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
              "oshash": "0e245d9679d31e12",
              "video": {
                "container": "mov",
                "durationMs": 40500,
                "durationSource": "packets",
                "firstPictureMs": 20,
                "fileDurationMs": 40520,
                "width": 1080,
                "height": 1920,
                "codedWidth": 1920,
                "codedHeight": 1080,
                "rotation": 90,
                "mirrored": false,
                "frameRate": {"numerator": 30000, "denominator": 1001},
                "variableFrameRate": false,
                "videoCodec": "hevc",
                "profile": "Main 10",
                "bitDepth": 10,
                "hdr": "hlg",
                "colors": {"primaries": "bt2020", "transfer": "arib-std-b67", "matrix": "bt2020nc", "range": "tv"},
                "audioCodec": "aac",
                "probe": "header"
              },
              "recorded": {"at": "2024-05-01T18:03:20+02:00", "unixSeconds": 1714579400, "source": "quicktime"},
              "location": "+48.2082+016.3738/",
              "chapters": [
                {"startMs": 0, "endMs": 900, "title": "Warm-up"},
                {"startMs": 900}
              ],
              "thumbnail": {"timeMs": 8100, "reason": "end-range"},
              "evidence": [
                {"source": "embedded", "field": "title", "text": "Clamshell"}
              ],
              "tags": [
                {"facet": "exercise", "value": "clamshell", "confidence": 0.905, "matches": [{"evidence": 0, "start": 0, "end": 9, "entry": "exercise:clamshell", "weight": 900}]},
                {"facet": "movement", "value": "abduction", "role": "primary", "confidence": 0.900, "matches": [{"evidence": 0, "start": 0, "end": 9, "entry": "exercise:clamshell", "weight": 900}]},
                {"facet": "side", "value": "left", "confidence": 1.000, "matches": []}
              ],
              "edits": [
                {"action": "add-tag", "facet": "side", "value": "left", "editedUnixSeconds": 1717243200}
              ]
            }
          ]
        }

        """)
  }

  @Test func `an empty catalog is a catalog`() throws {
    let empty = try text([])
    #expect(empty.hasSuffix("\"reels\": []\n}\n"))
    #expect(try CatalogReader.document(from: Data(empty.utf8)).reels.isEmpty)
  }

  @Test func `what was only observed is written when asked for`() throws {
    let reel = Reel(
      id: try #require(ReelID("0123456789ab")), paths: [PathBytes("a.mov")], status: .ok, byteCount: 1,
      recorded: RecordingDate(text: "2024-05-01T18:03:20Z", unixSeconds: 1_714_586_600, source: .fileTime),
      evidence: [Evidence(source: .filename, text: "a")], addedUnixSeconds: 5)
    let canonical = try text([reel])
    #expect(!canonical.contains("file-time") && !canonical.contains("addedUnixSeconds"))
    let observed = try text([reel], .init(withObservations: true, withEvidence: false))
    #expect(observed.contains("\"source\": \"file-time\"") && observed.contains("\"addedUnixSeconds\": 5"))
    #expect(!observed.contains("evidence") && !observed.contains("matches"))
    var spoken = reel
    spoken.subtitles = [SubtitleTrack(language: "eng", cues: [TimedText(startMilliseconds: 5, text: "hips")])]
    #expect(!(try text([spoken]).contains("subtitles")))
    #expect(try text([spoken], .init(withObservations: true)).contains(#"{"startMs": 5, "text": "hips"}"#))
  }

  @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
  func `random catalogs go through a document and back to the same bytes`(observations: Bool, evidence: Bool) throws {
    let options = CatalogJSON.Options(withObservations: observations, withEvidence: evidence)
    var random = RandomReel(seed: 7)
    for count in [0, 1, 40, 400] {
      let reels = random.reels(count)
      let first = try text(reels, options)
      let document = try CatalogReader.document(from: Data(first.utf8))
      #expect(try text(document.reels, options) == first)
      if observations, evidence { #expect(document.reels == reels) }
    }
  }

  @Test func `the edits of a reel read back give the same tags again`() throws {
    var random = RandomReel(seed: 8)
    for reel in random.reels(500) { #expect(reel.tagging.applying(reel.edits) == reel.tagging) }
  }

  @Test func `a document comes in small pieces`() throws {
    var random = RandomReel(seed: 9)
    let sink = ByteSink()
    let document = CatalogDocument(generator: "", vocabulary: "", reels: random.reels(500))
    try document.write { piece in sink.bytes.append(UInt8(piece.count >> 16)) }
    #expect(sink.bytes.count > 3 && sink.bytes.allSatisfy { $0 <= 1 })
  }
}

/// Collects what a writer hands on.
private final class ByteSink {
  var bytes: [UInt8] = []
}
