import ReelCatalog

/// Telegram Desktop's export of a chat, `result.json`: the caption and the time of each message with a video.
///
/// Who wrote it, other messages, and names, numbers and addresses inside a caption stay unread.
enum TelegramReader {
  /// - Returns: Nil for the JSON of another program.
  static func records(from bytes: [UInt8], folder: PathBytes) throws(SidecarError) -> [SidecarRecord]? {
    let export = try SidecarJSON.decode(Export.self, from: bytes)
    return export.messages?.compactMap { message in
      guard let file = message.file, ChatFile.isVideo(file), PathBytes(file).staysInside else { return nil }
      let text = SidecarText("Telegram caption", message.text)
      let seconds = SidecarDate.seconds(message.seconds)
      guard text != nil || seconds != nil else { return nil }
      return SidecarRecord(
        keys: [.path(folder.appending(file))], texts: [text].compactMap { $0 }, recordedUnixSeconds: seconds)
    }
  }

  private struct Export: Decodable {
    /// Nil in a JSON file of another program.
    let messages: [Message]?

    private enum CodingKeys: String, CodingKey { case messages, chats, list }

    /// One chat, or all of a person's.
    init(from decoder: any Decoder) throws {
      guard let members = try? decoder.container(keyedBy: CodingKeys.self) else {
        messages = nil
        return
      }
      if members.contains(.messages) {
        messages = members.lenientList(of: Message.self, .messages)
      } else {
        let chats = try? members.nestedContainer(keyedBy: CodingKeys.self, forKey: .chats)
        messages = chats?.lenientList(of: Chat.self, .list).flatMap(\.messages)
      }
    }
  }

  private struct Chat: Decodable {
    let messages: [Message]

    private enum CodingKeys: String, CodingKey { case messages }

    init(from decoder: any Decoder) throws {
      messages = try decoder.container(keyedBy: CodingKeys.self).lenientList(of: Message.self, .messages)
    }
  }

  private struct Message: Decodable {
    let file, text: String?
    let seconds: Double?

    private enum CodingKeys: String, CodingKey {
      case file, text
      case seconds = "date_unixtime"
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      file = members.lenient(String.self, .file)
      seconds = members.lenientNumber(.seconds)
      text = members.lenient(String.self, .text) ?? members.lenientList(of: Piece.self, .text).map(\.text).joined()
    }
  }

  /// A piece of a text: plain, or with a kind, such as `bold` or `mention`.
  private struct Piece: Decodable {
    let text: String

    private enum CodingKeys: String, CodingKey { case type, text }

    private static let aboutPeople: Set<String> = ["mention", "mention_name", "phone", "email", "bank_card"]

    init(from decoder: any Decoder) throws {
      if let plain = try? decoder.singleValueContainer().decode(String.self) {
        text = plain
        return
      }
      let members = try decoder.container(keyedBy: CodingKeys.self)
      let isPrivate = Self.aboutPeople.contains(members.lenient(String.self, .type) ?? "")
      text = isPrivate ? "" : members.lenient(String.self, .text) ?? ""
    }
  }
}

/// A file's name in a chat.
enum ChatFile {
  static func isVideo(_ name: String) -> Bool {
    name.utf8.count <= 1024 && PathBytes(name).ending.map { videoEndings.contains($0) } ?? false
  }

  private static let videoEndings: Set<String> = [
    "mp4", "mov", "m4v", "3gp", "webm", "mkv", "avi", "gif", "mpg", "wmv",
  ]
}
