import ReelCatalog

/// yt-dlp's `.info.json`: the description, the tags, the chapters and the title of one video.
///
/// Nothing else is read: `formats` has signed addresses and the downloader's own IP address, `comments` other
/// people's words. Fields: yt_dlp/extractor/instagram.py and tiktok.py at 81ecd58.
enum YtDlpReader {
  static func records(from bytes: [UInt8], _ keys: [SidecarKey]) throws(SidecarError) -> [SidecarRecord] {
    let info = try SidecarJSON.decode(Info.self, from: bytes)
    // The file of a playlist itself describes no video.
    guard info.type == nil || info.type == "video" else { return [] }
    let texts = [
      SidecarText("yt-dlp description", info.description),
      SidecarText("yt-dlp tags", info.tags.joined(separator: ", ")),
      SidecarText(SidecarText.chapterField, info.chapterLines),
      SidecarText("yt-dlp title", info.tellingTitle),
    ].compactMap { $0 }
    let ids = [info.id, info.displayID].compactMap { $0 }.filter { $0.utf8.count >= 6 }
    return [
      SidecarRecord(
        keys: keys + Set(ids).sorted().map { .id($0) }, texts: texts,
        recordedUnixSeconds: SidecarDate.seconds(info.timestamp) ?? SidecarDate.seconds(info.uploadDate))
    ]
  }

  private struct Info: Decodable {
    let id, displayID, type, title, description, uploadDate: String?
    let tags: [String]
    let chapters: [Chapter]
    let timestamp: Double?

    struct Chapter: Decodable {
      let title: String?
    }

    private enum CodingKeys: String, CodingKey {
      case id, title, description, tags, chapters, timestamp
      case displayID = "display_id"
      case type = "_type"
      case uploadDate = "upload_date"
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      id = members.lenient(String.self, .id)
      displayID = members.lenient(String.self, .displayID)
      type = members.lenient(String.self, .type)
      title = members.lenient(String.self, .title)
      description = members.lenient(String.self, .description)
      uploadDate = members.lenient(String.self, .uploadDate)
      tags = members.lenientList(of: String.self, .tags)
      chapters = members.lenientList(of: Chapter.self, .chapters)
      timestamp = members.lenientNumber(.timestamp)
    }

    /// One line for each chapter, so that its number finds it; empty without a title.
    var chapterLines: String? {
      guard chapters.contains(where: { $0.title != nil }) else { return nil }
      return chapters.map { ($0.title ?? "–").split(whereSeparator: \.isNewline).joined(separator: " ") }.joined(
        separator: "\n")
    }

    /// Instagram's title is "Video by NAME", TikTok's the start of the description: neither says anything new.
    var tellingTitle: String? {
      guard let title, !["Video by ", "Post by ", "Reel by ", "Photo by "].contains(where: title.hasPrefix) else {
        return nil
      }
      let start = title.hasSuffix("...") ? title.dropLast(3).trimmingWhitespace() : title
      return description?.hasPrefix(start) == true ? nil : title
    }
  }
}
