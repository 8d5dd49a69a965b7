import ReelCatalog

/// gallery-dl's `FILE.mp4.json`: description, tags and time (gallery_dl/extractor/instagram.py at 86047cf).
enum GalleryDLReader {
  static func records(from bytes: [UInt8], _ keys: [SidecarKey]) throws(SidecarError) -> [SidecarRecord] {
    let file = try SidecarJSON.decode(File.self, from: bytes)
    let texts = [
      SidecarText("gallery-dl description", file.description, place: file.number, of: file.count),
      // They repeat the caption's hashtags, but some extractors give tags and no caption.
      SidecarText("gallery-dl tags", file.description == nil ? file.tags.joined(separator: " ") : nil),
      SidecarText("gallery-dl title", file.title),
    ].compactMap { $0 }
    let seconds = SidecarDate.seconds(file.postDate) ?? SidecarDate.seconds(file.date)
    guard !texts.isEmpty || seconds != nil else { return [] }
    return [SidecarRecord(keys: keys, texts: texts, recordedUnixSeconds: seconds)]
  }

  private struct File: Decodable {
    let description, title, date, postDate: String?
    /// The file's place in its post, and how many files that has.
    let number, count: Int
    let tags: [String]

    private enum CodingKeys: String, CodingKey {
      case description, title, content, tags, date, count
      case number = "num"
      case postDate = "post_date"
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      description = members.lenient(String.self, .description) ?? members.lenient(String.self, .content)
      title = members.lenient(String.self, .title)
      date = members.lenient(String.self, .date)
      postDate = members.lenient(String.self, .postDate)
      tags = members.lenientList(of: String.self, .tags)
      number = members.lenient(Int.self, .number) ?? 1
      count = members.lenient(Int.self, .count) ?? 1
    }
  }
}
