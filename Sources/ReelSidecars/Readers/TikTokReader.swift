import ReelCatalog

/// The data export of TikTok: title, alternative text and time of the person's own posts.
///
/// The same file holds what they watched, liked, searched and wrote to others. Only the lists of posts are decoded.
/// The export names no files: the number in a post's link is found in the names that downloaders give.
enum TikTokReader {
  static func records(from bytes: [UInt8]) throws(SidecarError) -> [SidecarRecord] {
    try SidecarJSON.decode(Export.self, from: bytes).posts.compactMap { post in
      guard let id = post.id else { return nil }
      let texts = [
        SidecarText("TikTok title", post.title), SidecarText("TikTok alternative text", post.alternativeText),
      ]
      return SidecarRecord(
        keys: [.id(id)], texts: texts.compactMap { $0 }, recordedUnixSeconds: SidecarDate.seconds(post.date))
    }
  }

  private struct Export: Decodable {
    let posts: [Post]

    private enum CodingKeys: String, CodingKey {
      case post = "Post"
      case posts = "Posts"
      case video = "Video"
      case videos = "Videos"
      case list = "VideoList"
    }

    /// `Post.Posts.VideoList` since 2024, `Video.Videos.VideoList` before; either can be null.
    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      posts = [(CodingKeys.post, CodingKeys.posts), (.video, .videos)].flatMap { outer, inner -> [Post] in
        let section = try? members.nestedContainer(keyedBy: CodingKeys.self, forKey: outer)
          .nestedContainer(keyedBy: CodingKeys.self, forKey: inner)
        return section?.lenientList(of: Post.self, .list) ?? []
      }
    }
  }

  private struct Post: Decodable {
    let date, link, title, alternativeText: String?

    private enum CodingKeys: String, CodingKey {
      case date = "Date"
      case link = "Link"
      case title = "Title"
      case alternativeText = "AlternateText"
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      date = members.lenient(String.self, .date)
      link = members.lenient(String.self, .link)
      title = members.lenient(String.self, .title)
      alternativeText = members.lenient(String.self, .alternativeText)
    }

    /// The long number of `…/video/7300000000000000000/`.
    var id: String? {
      link?.split(separator: "/").map { $0.prefix { $0.isNumber } }.first { (15...24).contains($0.count) }.map(
        String.init)
    }
  }
}
