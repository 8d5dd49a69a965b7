import ReelCatalog

/// A chat that WhatsApp exported, `_chat.txt` or `WhatsApp Chat with NAME.txt`: the words beside each video.
///
/// A message begins with its moment: `[11.06.24, 10:10:10] NAME: …` from an iPhone, `11/06/2024, 10:10 - NAME: …` from
/// Android, in each language's order. The video is `<attached: FILE>` there and `FILE (file attached)` here, whatever the
/// language, and the rest of the message is its caption. Names, other messages and the moments stay unread: their order
/// of day and month depends on the phone.
enum WhatsAppReader {
  /// - Returns: Nil for a text in which no message begins.
  static func records(from bytes: [UInt8], folder: PathBytes) -> [SidecarRecord]? {
    var isChat = false
    var records: [SidecarRecord] = []
    var message: [Substring] = []
    func endMessage() {
      if let record = record(of: message, folder) { records.append(record) }
      message = []
    }
    let text = String(String.UnicodeScalarView(TextDecoding.decoded(bytes).unicodeScalars.filter { !isMark($0) }))
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if let words = words(ofHeading: line) {
        isChat = true
        endMessage()
        message = [words]
      } else if isChat, message.count < 200 {
        message.append(line)
      }
    }
    endMessage()
    return isChat ? records : nil
  }

  /// What turns the direction of writing, which stands around names and attachments.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// What follows the moment and the name; nil for a line that begins no message, empty for what WhatsApp itself says.
  private static func words(ofHeading line: Substring) -> Substring? {
    let start = line.prefix(48)
    let moment: Substring
    let rest: Substring
    if line.hasPrefix("["), let end = start.firstIndex(of: "]") {
      (moment, rest) = (line[line.index(after: line.startIndex)..<end], line[line.index(after: end)...])
    } else if let dash = start.firstRange(of: " - ") {
      (moment, rest) = (line[..<dash.lowerBound], line[dash.upperBound...])
    } else {
      return nil
    }
    guard moment.first?.isNumber == true, moment.contains(":") || moment.contains("."),
      moment.count(where: \.isNumber) >= 6, moment.count(where: \.isLetter) <= 8
    else { return nil }
    return rest.firstRange(of: ": ").map { rest[$0.upperBound...] } ?? ""
  }

  private static func record(of message: [Substring], _ folder: PathBytes) -> SidecarRecord? {
    guard !message.isEmpty else { return nil }
    var lines = message
    var name: String?
    for (place, line) in lines.enumerated().prefix(20) {
      guard let found = attachment(in: line, isFirst: place == 0) else { continue }
      (name, lines[place]) = (found.name, found.rest)
      break
    }
    guard let name, ChatFile.isVideo(name), PathBytes(name).staysInside, !name.contains("/") else { return nil }
    // "<This message was edited>", in any language.
    if let last = lines.last, last.hasSuffix(">"), let open = last.lastIndex(of: "<") {
      lines[lines.count - 1] = last[..<open]
    }
    guard let text = SidecarText("WhatsApp caption", lines.joined(separator: "\n")) else { return nil }
    return SidecarRecord(keys: [.path(folder.appending(name))], texts: [text])
  }

  private static func attachment(in line: Substring, isFirst: Bool) -> (name: String, rest: Substring)? {
    if line.hasSuffix(">"), let open = line.lastIndex(of: "<"), let colon = line[open...].firstRange(of: ": ") {
      return (String(line[colon.upperBound...].dropLast()), line[..<open])
    }
    guard isFirst, line.hasSuffix(")"), let open = line.lastRange(of: " (") else { return nil }
    return (String(line[..<open.lowerBound]), "")
  }
}

extension Substring {
  /// The last range of a text.
  fileprivate func lastRange(of text: String) -> Range<Index>? {
    var last: Range<Index>?
    var rest = self
    while let range = rest.firstRange(of: text) {
      last = range
      rest = self[range.upperBound...]
    }
    return last
  }
}
