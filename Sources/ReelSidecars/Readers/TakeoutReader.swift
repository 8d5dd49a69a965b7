import FoundationEssentials
import ReelCatalog

/// Google Photos' JSON, as Google Takeout writes it beside each file: the description and the time it was taken.
///
/// `geoData`, `geoDataExif`, `people`, `url` and the device stay unread. An album's `metadata.json` has no time of its own
/// and is not a reel's. Names: docs/INTEROP.md.
enum TakeoutReader {
  /// - Returns: Nil for the JSON of another program.
  static func records(from bytes: [UInt8], _ keys: [SidecarKey]) throws(SidecarError) -> [SidecarRecord]? {
    let file = try SidecarJSON.decode(File.self, from: bytes)
    guard file.isTakeout else { return nil }
    let text = SidecarText("Google Takeout description", file.description)
    guard text != nil || file.seconds != nil else { return [] }
    return [
      SidecarRecord(
        keys: keys, texts: [text].compactMap { $0 }, recordedUnixSeconds: SidecarDate.seconds(file.seconds))
    ]
  }

  private struct File: Decodable {
    let isTakeout: Bool
    let description: String?
    let seconds: Double?

    private enum CodingKeys: String, CodingKey {
      case title, description, timestamp
      case taken = "photoTakenTime"
    }

    init(from decoder: any Decoder) throws {
      guard let members = try? decoder.container(keyedBy: CodingKeys.self) else {
        (isTakeout, description, seconds) = (false, nil, nil)
        return
      }
      let taken = try? members.nestedContainer(keyedBy: CodingKeys.self, forKey: .taken)
      isTakeout = taken != nil && members.contains(.title)
      description = members.lenient(String.self, .description)
      seconds = taken?.lenientNumber(.timestamp)
    }
  }
}
