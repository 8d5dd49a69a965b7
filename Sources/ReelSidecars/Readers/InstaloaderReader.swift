import ReelCatalog

/// instaloader's `.json`: the caption and the time of one post (instaloader/structures.py at d3cd639).
enum InstaloaderReader {
  static func records(from bytes: [UInt8], _ keys: [SidecarKey]) throws(SidecarError) -> [SidecarRecord] {
    let file = try SidecarJSON.decode(File.self, from: bytes)
    guard let node = file.node else { return [] }
    let text = SidecarText("instaloader caption", node.caption)
    let seconds = SidecarDate.seconds(node.seconds)
    guard text != nil || seconds != nil else { return [] }
    return [SidecarRecord(keys: keys, texts: [text].compactMap { $0 }, recordedUnixSeconds: seconds)]
  }

  private struct File: Decodable {
    /// Nil in a JSON file of another program.
    let node: Node?

    private enum CodingKeys: String, CodingKey { case node, instaloader }

    init(from decoder: any Decoder) throws {
      guard let members = try? decoder.container(keyedBy: CodingKeys.self), members.contains(.instaloader) else {
        node = nil
        return
      }
      node = members.lenient(Node.self, .node)
    }
  }

  private struct Node: Decodable {
    let caption: String?
    let seconds: Double?

    private enum CodingKeys: String, CodingKey {
      case caption, date, edges, node, text
      case edge = "edge_media_to_caption"
      case taken = "taken_at_timestamp"
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      seconds = members.lenientNumber(.taken) ?? members.lenientNumber(.date)
      let edge = try? members.nestedContainer(keyedBy: CodingKeys.self, forKey: .edge)
      caption =
        edge?.lenientList(of: Edge.self, .edges).first?.node?.text ?? members.lenient(String.self, .caption)
        ?? members.lenient(Text.self, .caption)?.text
    }

    struct Edge: Decodable {
      let node: Text?
    }

    struct Text: Decodable {
      let text: String?
    }
  }
}
