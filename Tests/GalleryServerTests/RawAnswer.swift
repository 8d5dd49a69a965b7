import Foundation

/// What came back on a connection.
struct RawAnswer {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var all: String { String(decoding: bytes, as: UTF8.self) }

  /// The status of the first answer; 0 when there is none.
  var status: Int {
    let parts = all.prefix(64).split(separator: " ")
    return parts.count > 1 ? Int(parts[1].prefix(3)) ?? 0 : 0
  }

  var head: String { String(all.prefix(upTo: all.range(of: "\r\n\r\n")?.lowerBound ?? all.endIndex)) }

  var body: [UInt8] {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return [] }
    return Array(bytes[end.upperBound...])
  }

  var text: String { String(decoding: body, as: UTF8.self) }

  func field(_ name: String) -> String? {
    head.split(separator: "\r\n").map { $0.split(separator: ":", maxSplits: 1) }
      .first { $0.count == 2 && $0[0].lowercased() == name.lowercased() }.map {
        $0[1].trimmingCharacters(in: .whitespaces)
      }
  }
}
