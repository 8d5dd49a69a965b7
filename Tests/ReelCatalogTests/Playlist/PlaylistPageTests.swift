import Foundation
import ReelCatalog
import TestSupport
import Testing

/// The page for a client, as bytes; what a browser makes of it is tested by tests of its own.
@Suite struct PlaylistPageTests {
  private static let hostile = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>&amp;\u{2028}"

  private func page(_ name: String = "a #1?.mp4", stills: [ReelID: [UInt8]] = [:]) throws -> String {
    let reel = try PlaylistTests.reel(1, path: "\(name)", milliseconds: 10_000)
    let playlist = Playlist(titled: Self.hostile, reels: [reel], vocabulary: PlaylistTests.vocabulary)
    let options = PlaylistFormat.Options(stills: stills)
    return String(
      decoding: PlaylistFormat.html.rendered(playlist, at: PlaylistTests.place, options).bytes, as: UTF8.self)
  }

  /// The text between two others.
  private func part(of text: String, from start: String, to end: String) throws -> String {
    let begin = try #require(text.range(of: start)).upperBound
    return String(text[begin..<(try #require(text.range(of: end, range: begin..<text.endIndex)).lowerBound)])
  }

  @Test func `its data says what to play, and where the reels lie`() throws {
    let json = try part(of: try page(), from: "<script id=\"data\" type=\"application/json\">", to: "</script>")
    let data = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let steps = try #require(data["steps"] as? [[String: Any]])
    #expect(steps.count == 1)
    #expect(steps[0]["source"] as? String == "a%20%231%3F.mp4")
    #expect(steps[0]["seconds"] as? Int == 10)
    #expect(steps[0]["endMs"] as? Int == 10_000)
  }

  @Test func `a text is never markup`() throws {
    let page = try page("\(Self.hostile)/b.mp4")
    #expect(page.components(separatedBy: "<script").count == 3)
    #expect(page.components(separatedBy: "</script>").count == 3)
    #expect(!page.contains("<img src=x") && !page.contains("<!--") && !page.contains("\u{2028}"))
    #expect(!page.contains("innerHTML"))
  }

  @Test func `its policy allows its own style and script, and nothing from elsewhere`() throws {
    let page = try page()
    let policy = try part(of: page, from: "Content-Security-Policy\" content=\"", to: "\"")
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(!policy.contains("unsafe") && !policy.contains("http"))
    #expect(!page.contains("http:") && !page.contains("https:"))
    for (open, close, name) in [("<style>", "</style>", "style"), ("<script>", "</script>", "script")] {
      let hash = try Self.hash(of: try part(of: page, from: open, to: close))
      #expect(policy.contains("\(name)-src 'sha256-\(hash)'"), "the \(name)'s hash is \(hash)")
    }
  }

  @Test func `stills are inside, and without them it is small`() throws {
    let id = try PlanSamples.id(1)
    #expect(try page(stills: [id: [0xFF, 0xD8, 0xFF]]).contains("\"000000000001\": \"data:image/jpeg;base64,/9j/\""))
    #expect(try page().utf8.count < 60_000)
  }

  /// SHA-256 in base 64, by coreutils.
  private static func hash(of text: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "text")
    let run = try Tool.run(at: URL(filePath: "/usr/bin/sha256sum"), ["text"], in: folder.url)
    let digits = run.text.prefix(64)
    let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(digits.dropFirst($0).prefix(2), radix: 16) }
    return Data(bytes).base64EncodedString()
  }
}
