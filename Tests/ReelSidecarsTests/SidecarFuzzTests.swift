import ReelCatalog
import Testing
import TestSupport

@testable import ReelSidecars

/// Every reader takes arbitrary bytes: it answers or refuses, and never dies or hangs.
@Suite struct SidecarFuzzTests {
  private static let seeds: [(name: String, text: String)] = [
    (
      "a.info.json",
      #"{"id":"abcdefgh","title":"t","description":"d","tags":["x"],"chapters":[{"title":"c"}],"timestamp":1}"#
    ),
    (
      "reels.json",
      #"{"ig_reels_media":[{"media":[{"uri":"m/a_17990000000000001.mp4","title":"Ã©","creation_timestamp":1694700000,"media_metadata":{"video_metadata":{"subtitles":{"uri":"m/o.srt"}}}}]}]}"#
    ),
    (
      "posts_1.json",
      #"[{"media":[],"label_values":[{"label":"Caption","value":"x"},{"label":"URL","value":"https://i/reel/abcdefg/"}]}]"#
    ),
    (
      "user_data.json",
      #"{"Post":{"Posts":{"VideoList":[{"Date":"2026-05-01 12:00:00","Link":"/7300000000000000000/","Title":"t"}]}}}"#
    ),
    ("a.mp4.json", ##"{"description":"d","tags":["#a"],"date":"2022-08-26 15:53:51"}"##),
    (
      "a.json",
      #"{"instaloader":{},"node":{"edge_media_to_caption":{"edges":[{"node":{"text":"c"}}]},"date":1661529231}}"#
    ),
    ("a.json.xz", "\u{FD}7zXZ"),
    (
      "a.nfo",
      "<?xml version='1.0'?><movie a='1'><plot>p &amp; &#x41;<![CDATA[x]]></plot><tag>t</tag><!-- c --></movie>"
    ),
    (
      "a.xmp",
      "<x:xmpmeta><rdf:RDF><rdf:Description dc:title='t'><dc:subject><rdf:Bag><rdf:li>k</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>"
    ),
    ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n<i>Hi</i> {x}\\N\n"),
    ("a.vtt", "WEBVTT\n\nNOTE x\n\n00:00.000 --> 00:01.000\n<c>a</c>\n"),
    ("a.ass", "[Events]\nDialogue: 0,0:00:00.00,0:00:01.00,D,,0,0,0,,{\\b1}t\n"),
    ("a.txt", "H\u{FC}fte https://x.example/a?b a@b.c 1.2.3.4"),
    ("reels.csv", "file,exercise\n\"a\"\"b\",x\n"),
  ]

  @Test(arguments: seeds.indices)
  func `random changes are answered or refused`(seed: Int) {
    let (name, text) = Self.seeds[seed]
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<3_000 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
      _ = try? read(bytes, as: name)
    }
  }

  @Test(arguments: seeds.indices)
  func `noise is answered or refused`(seed: Int) {
    var random = SeededRandom(seed: 1_000 + UInt64(seed))
    for length in [0, 1, 2, 3, 7, 64, 4096, 65_536] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = try? read(bytes, as: Self.seeds[seed].name)
    }
  }

  @Test(arguments: seeds.indices)
  func `the largest files are answered or refused`(seed: Int) {
    let name = Self.seeds[seed].name
    for filler in ["\"", "[", "<a>", "\\", "&#x41;", ",", "\n", "{\"a\":", "é", "<", "x@y.z ", "://"] {
      let count = (1 << 20) / filler.utf8.count
      _ = try? read(String(repeating: filler, count: count), as: name)
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    guard let place = bytes.indices.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(random.pick(Array("\"\\{}[]<>&;:,\n0".utf8)), at: place)
    case 3: bytes.removeSubrange(place...)
    default: bytes.insert(contentsOf: bytes[place..<min(place + 12, bytes.count)], at: place)
    }
  }
}
