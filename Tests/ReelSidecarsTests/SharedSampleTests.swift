import ReelCatalog
import Testing
import TestSupport

@testable import ReelSidecars

/// The real samples, and those written from the programs' own sources, read to the field.
@Suite(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
struct SharedSampleTests {
  private let caption = "90/90 switch 🦵 – rotación de cadera #hipmobility #90_90"

  @Test func `yt-dlp gives description, tags, title and time`() throws {
    let youTube = try #require(try readSample("ytdlp/real/KdsN9YhkDrY.info.json").first)
    #expect(youTube.texts.map(\.field) == ["yt-dlp description", "yt-dlp tags", "yt-dlp title"])
    #expect(youTube.text("yt-dlp title") == "Epic Ramadan - Video Background HD1080p")
    #expect(youTube.text("yt-dlp description")?.contains("www.youtube.com/MusicForRelaxation") == true)
    #expect(youTube.text("yt-dlp description")?.contains("sub_confirmation") == false)
    #expect(youTube.text("yt-dlp tags")?.hasPrefix("Video Background, Footage") == true)
    #expect(youTube.recordedUnixSeconds == 1_466_812_800)
    #expect(youTube.keys.contains(.id("KdsN9YhkDrY")))

    let name = "Video by coach_example [Chunk8-jurw].info.json"
    let instagram = try #require(try readSample("ytdlp/constructed/\(name)").first)
    #expect(instagram.texts == [SidecarText("yt-dlp description", caption)])
    #expect(instagram.recordedUnixSeconds == 1_661_529_231)

    let tikTok = try #require(
      try readSample("ytdlp/constructed/tiktok [7300000000000000000].info.json").first)
    #expect(tikTok.texts.map(\.field) == ["yt-dlp description"], "the title repeats the description's start")
    #expect(tikTok.keys.contains(.id("7300000000000000000")))
  }

  @Test func `the description beside it is plain text`() throws {
    let record = try #require(try readSample("ytdlp/real/KdsN9YhkDrY.description").first)
    #expect(record.texts.map(\.field) == ["description"])
    #expect(record.keys.contains(.path(PathBytes("ytdlp/real/KdsN9YhkDrY"))))
  }

  @Test func `Instagram's export gives captions in all its layouts`() throws {
    let real = try #require(try readSample("instagram-export/real/reels.json").first)
    #expect(real.texts == [SidecarText("Instagram caption", "Pokemon test video")])
    #expect(real.keys.contains(.id("17898982279059393")))
    #expect(real.recordedUnixSeconds == 1_458_732_736)

    let post = try #require(try readSample("instagram-export/real/posts_excerpt.json").first)
    #expect(post.texts == [SidecarText("Instagram caption", "(caption left out)")])
    #expect(post.keys.contains(.id("17995561811639023")))
    #expect(post.recordedUnixSeconds == 1_720_384_529)

    let old = try #require(try readSample("instagram-export/constructed/content/reels.json").first)
    #expect(old.texts == [SidecarText("Instagram caption", "Couch stretch – hip flexors")])
    #expect(
      old.keys.contains(.path(PathBytes("instagram-export/constructed/media/reels/202309/a"))),
      "addresses count from the export's root, above content/")

    let new = try #require(
      try readSample("instagram-export/constructed/your_instagram_activity/media/reels.json").first)
    #expect(new.texts == [SidecarText("Instagram caption", caption)])
    #expect(new.subtitlesPath == PathBytes("media/other/17990000000000002.srt"))
    #expect(new.keys.contains(.id("17990000000000001")))

    let labelled = try #require(
      try readSample("instagram-export/constructed/your_instagram_activity/media/posts_label_values.json").first)
    #expect(labelled.texts == [SidecarText("Instagram caption", "Étirement du psoas")])
    #expect(labelled.keys == [.id("XXXXXXXXXXX")])
    #expect(labelled.recordedUnixSeconds == 1_764_000_000)
  }

  @Test func `broken letters are put right once`() throws {
    // It names no file, so it speaks of no reel; the text itself is what matters.
    #expect(try readSample("instagram-export/real/posts_mojibake_excerpt.json", as: "posts_1.json").isEmpty)
    #expect(
      Mojibake.repaired("\u{d0}\u{94}\u{d0}\u{be}\u{d1}\u{80}\u{d0}\u{be}\u{d0}\u{b3}\u{d0}\u{be}\u{d0}\u{b9}")
        == "Дорогой")
  }

  @Test func `instaloader gives the caption from JSON and from text`() throws {
    let json = try #require(try readSample("instaloader/constructed/2022-08-26_15-53-51_UTC.json").first)
    #expect(json.texts == [SidecarText("instaloader caption", caption)])
    #expect(json.recordedUnixSeconds == 1_661_529_231)
    let text = try #require(try readSample("instaloader/constructed/2022-08-26_15-53-51_UTC.txt").first)
    #expect(text.texts == [SidecarText("txt", caption)])
    let video = Set(SidecarKey.keys(ofVideo: PathBytes("instaloader/constructed/2022-08-26_15-53-51_UTC_1.mp4")))
    #expect(json.keys.contains(where: video.contains) && text.keys.contains(where: video.contains))
  }

  @Test func `a compressed file says how to be read`() {
    #expect(throws: SidecarError.self) { try readSample("instaloader/constructed/2022-08-26_15-53-51_UTC.json.xz") }
  }

  @Test func `gallery-dl gives the description and the time`() throws {
    let record = try #require(try readSample("gallery-dl/constructed/2723000000000000000.mp4.json").first)
    #expect(record.texts == [SidecarText("gallery-dl description", caption)])
    #expect(record.recordedUnixSeconds == 1_661_529_231)
    #expect(record.keys == [.path(PathBytes("gallery-dl/constructed/2723000000000000000.mp4"))])
  }

  @Test func `TikTok's export gives titles by the video's number`() throws {
    let new = try #require(try readSample("tiktok-export/constructed/user_data_tiktok.json").first)
    #expect(new.texts == [SidecarText("TikTok title", "90/90 hip switch #hipmobility")])
    #expect(new.keys == [.id("7300000000000000000")])
    #expect(new.recordedUnixSeconds == 1_777_636_800)
    let old = try #require(try readSample("tiktok-export/constructed/user_data_old.json").first)
    #expect(old.keys == [.id("7278000000000000000")])
    #expect(old.texts.isEmpty)
  }

  @Test func `Kodi gives plot, genre and title`() throws {
    let record = try #require(try readSample("kodi-nfo/real/musicvideo-trimmed.nfo").first)
    #expect(record.texts.map(\.field) == ["Kodi plot", "Kodi genre", "Kodi title"])
    #expect(record.text("Kodi plot") == "(text left out)\nsecond line")
  }

  @Test func `XMP gives description, keywords and title`() throws {
    let record = try #require(try readSample("xmp/generated/90-90.xmp").first)
    #expect(record.text("XMP description") == "Demo #hipmobility")
    #expect(record.text("XMP subject") == "hip mobility, internal rotation, hip internal-rotation")
    #expect(record.text("XMP title") == "90/90 Switch")
  }

  @Test func `subtitles give what is spoken`() throws {
    let record = try #require(try readSample("subtitles/real/navidrome-test.srt").first)
    #expect(record.text("subtitles") == "We're from subtitles\nAnother subtitle line")
    #expect(try readSample("subtitles/constructed/thumbs.vtt").isEmpty, "addresses of preview pictures are no words")
  }
}
