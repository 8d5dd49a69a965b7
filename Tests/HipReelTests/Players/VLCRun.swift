import Foundation
import TestSupport

/// What VLC did with a playlist, from its own log.
struct VLCRun {
  /// The absolute paths of the files that it played, in order.
  let opened: [[UInt8]]
  /// What it called each entry that it played: the title of an m3u8 or pls file, the file's name for XSPF.
  let titles: [String]
  let log: String
  /// How long it ran.
  let time: Duration

  init(_ file: String, in folder: URL) throws {
    let start = ContinuousClock.now
    let run = try SystemTool.vlc.run(
      [
        "-I", "dummy", "--vout", "dummy", "--aout", "dummy", "--play-and-exit", "--no-color", "-vv",
        "--no-media-library", "--no-metadata-network-access", "./\(file)",
      ], in: folder)
    time = ContinuousClock.now - start
    log = run.errors + run.text
    let list = "/\(file)"
    opened = log.matches(of: /`file:\/\/(.*)' successfully opened/).map { Self.decoded($0.1) }
      .filter { !$0.suffix(list.utf8.count).elementsEqual(list.utf8) }
    titles = log.components(separatedBy: "Creating an input for '").dropFirst().compactMap {
      $0.components(separatedBy: "'\n").first
    }
    .filter { $0 != file }
  }

  private static func decoded(_ uri: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(uri.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
