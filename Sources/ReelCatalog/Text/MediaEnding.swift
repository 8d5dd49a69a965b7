/// The endings of media file names, which say nothing about what is shown.
enum MediaEnding {
  private static let endings: Set<[UInt8]> = Set(
    [
      "mp4", "mov", "m4v", "mkv", "webm", "avi", "wmv", "flv", "mpg", "mpeg", "m2ts", "mts", "ts", "3gp", "3g2", "ogv",
      "gif", "webp", "qt", "hevc", "h264", "mxf", "insv", "lrv", "txt", "description", "json", "nfo", "xmp", "jpg",
      "jpeg", "png",
    ].map { Array($0.utf8) })

  /// Where the ending of a file name starts, its dot included; the end of the name when it has none.
  static func start(in name: [UInt8]) -> Int {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name.count - dot <= 12 else { return name.count }
    let ending = name[(dot + 1)...].map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 0x20 : $0 }
    return endings.contains(ending) ? dot : name.count
  }
}
