import ReelCatalog

/// The data export of Instagram: the captions of reels and posts, in the layouts from 2022 to 2026.
///
/// Only the address inside the export, the caption and the time are taken; every text is repaired once
/// (`Mojibake`). Places (`exif_data`), signed addresses (`backup_uri`) and everything else stay unread.
enum InstagramReader {
  static func records(from bytes: [UInt8], path: PathBytes) throws(SidecarError) -> [SidecarRecord] {
    try SidecarJSON.decode(Export.self, from: bytes).posts.flatMap { post in
      let files = post.media.isEmpty ? [Media(uri: nil, title: nil, seconds: nil, subtitles: nil)] : post.media
      return files.enumerated().compactMap { record(of: $1, at: $0 + 1, in: post, path) }
    }
  }

  private static func record(of media: Media, at place: Int, in post: Post, _ path: PathBytes) -> SidecarRecord? {
    // An empty caption on the file means that the post has it, for all of its files.
    let own = media.title.flatMap { $0.isEmpty ? nil : $0 }
    let caption = own ?? [post.title, post.labels["Caption"]].compactMap { $0 }.first { !$0.isEmpty }
    let text = SidecarText(
      "Instagram caption", caption.map(Mojibake.repaired), place: place, of: own == nil ? post.media.count : 1)
    guard let text else { return nil }
    var keys: [SidecarKey] = []
    if let uri = media.uri, isInside(uri) {
      for root in roots(of: path) {
        keys.append(.path(root.bytes.isEmpty ? PathBytes(uri).stem : PathBytes("\(root.text)/\(uri)").stem))
      }
      keys += SidecarKey.ids(inName: PathBytes(uri).stem.lastComponent.text).map { .id($0) }
    }
    keys += [post.labels["URL"]].compactMap { $0.flatMap(shortcode) }.map { .id($0) }
    guard !keys.isEmpty else { return nil }
    return SidecarRecord(
      keys: keys, texts: [text], recordedUnixSeconds: SidecarDate.seconds(media.seconds ?? post.seconds),
      subtitlesPath: media.subtitles.flatMap { isInside($0) ? PathBytes($0) : nil })
  }

  /// The folders that the export's addresses can be relative to: its root is one or more levels above the file.
  private static func roots(of path: PathBytes) -> [PathBytes] {
    var roots: [PathBytes] = []
    var folder = path.parent
    while roots.count < 6 {
      roots.append(folder)
      if folder.bytes.isEmpty { break }
      folder = folder.parent
    }
    return roots
  }

  private static func isInside(_ uri: String) -> Bool {
    !uri.isEmpty && !uri.hasPrefix("/") && !uri.contains("://") && uri.utf8.count <= 1024
      && !uri.split(separator: "/").contains("..")
  }

  /// `https://www.instagram.com/reel/SHORTCODE/`: what downloaders put in brackets.
  private static func shortcode(_ address: String) -> String? {
    let parts = address.split(separator: "/")
    guard let place = parts.firstIndex(where: { ["reel", "p", "tv"].contains($0) }), place + 1 < parts.count else {
      return nil
    }
    return (6...40).contains(parts[place + 1].utf8.count) ? String(parts[place + 1]) : nil
  }

  // MARK: The export's form

  private struct Export: Decodable {
    let posts: [Post]

    private enum CodingKeys: String, CodingKey, CaseIterable {
      case reels = "ig_reels_media"
      case television = "ig_igtv_media"
      case stories = "ig_stories"
    }

    /// A list of posts, or an object with the lists of reels.
    init(from decoder: any Decoder) throws {
      if let members = try? decoder.container(keyedBy: CodingKeys.self) {
        posts = CodingKeys.allCases.flatMap { members.lenientList(of: Post.self, $0) }
      } else {
        posts = try decoder.singleValueContainer().decode([Lenient<Post>].self).compactMap(\.value)
      }
    }
  }

  private struct Post: Decodable {
    let media: [Media]
    let title: String?
    let seconds: Double?
    /// From 2025 on: "Caption", "URL" and others by their English names.
    let labels: [String: String]

    private enum CodingKeys: String, CodingKey {
      case media, title, timestamp
      case created = "creation_timestamp"
      case labels = "label_values"
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      let listed = members.lenientList(of: Media.self, .media)
      // Stories and the newest posts are one file each, written without a list.
      media = listed.isEmpty ? [try Media(from: decoder)].filter { $0.uri != nil } : listed
      title = members.lenient(String.self, .title)
      seconds = members.lenientNumber(.created) ?? members.lenientNumber(.timestamp)
      labels = Dictionary(
        members.lenientList(of: Label.self, .labels).map { ($0.label, $0.value) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  private struct Label: Decodable {
    let label, value: String
  }

  private struct Media: Decodable {
    let uri, title: String?
    let seconds: Double?
    let subtitles: String?

    init(uri: String?, title: String?, seconds: Double?, subtitles: String?) {
      self.uri = uri
      self.title = title
      self.seconds = seconds
      self.subtitles = subtitles
    }

    private enum CodingKeys: String, CodingKey {
      case uri, title, subtitles
      case created = "creation_timestamp"
      case about = "media_metadata"
      case aboutVideo = "video_metadata"
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      uri = members.lenient(String.self, .uri)
      title = members.lenient(String.self, .title)
      seconds = members.lenientNumber(.created)
      let about = try? members.nestedContainer(keyedBy: CodingKeys.self, forKey: .about)
        .nestedContainer(keyedBy: CodingKeys.self, forKey: .aboutVideo)
        .nestedContainer(keyedBy: CodingKeys.self, forKey: .subtitles)
      subtitles = about?.lenient(String.self, .uri)
    }
  }
}
