import Foundation
import TestSupport

/// The built server over the sample reels, for one test.
final class RunningGallery {
  let samples: SampleFolder
  let port: UInt16
  /// What the cookie has.
  let key: String
  /// The printed address, used up by now, and what it answered.
  let entrance: String
  let welcome: RawAnswer
  private let process = Process()

  init() throws {
    samples = try SampleFolder()
    try samples.hipreel("index", "--quiet", ".")
    process.executableURL = Checkout.program("hipreel")
    process.arguments = ["gallery", "--no-browser"]
    process.currentDirectoryURL = samples.url
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      guard let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty else { throw NotStarted() }
      line += byte
    }
    let address = URLComponents(string: String(decoding: line.dropLast(), as: UTF8.self))
    guard let port = address?.port.map({ UInt16($0) }), let entrance = address?.queryItems?.first?.value else {
      throw NotStarted()
    }
    self.port = port
    let connection = try RawConnection(port: port)
    try connection.send(
      Array("GET /?key=\(entrance) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n".utf8))
    let answer = RawAnswer(try connection.readToEnd(seconds: 15))
    guard let cookie = answer.field("set-cookie")?.split(separator: ";").first?.split(separator: "=").last else {
      throw NotStarted()
    }
    key = String(cookie)
    self.entrance = entrance
    welcome = answer
  }

  deinit { stop() }

  struct NotStarted: Error {}

  /// Asks it to stop, and waits.
  ///
  /// - Returns: Its exit status.
  @discardableResult func stop() -> Int32 {
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// How many bytes it has read from files so far.
  func readByteCount() throws -> Int {
    let counts = try String(contentsOfFile: "/proc/\(process.processIdentifier)/io", encoding: .utf8)
    guard let line = counts.split(separator: "\n").first(where: { $0.hasPrefix("rchar: ") }),
      let count = Int(line.dropFirst(7))
    else { throw NotStarted() }
    return count
  }

  var isRunning: Bool { process.isRunning }

  /// What every honest request says.
  var honest: String { "Host: 127.0.0.1:\(port)\r\nCookie: hipreel-\(port)=\(key)\r\n" }

  /// Sends bytes on a new connection and reads until the server ends it.
  func exchange(_ request: String, seconds: Int = 15) throws -> RawAnswer {
    let connection = try RawConnection(port: port)
    try connection.send(Array(request.utf8))
    return RawAnswer(try connection.readToEnd(seconds: seconds))
  }

  /// Asks honestly for an address, and ends the connection.
  func get(_ path: String, _ headers: String = "", method: String = "GET") throws -> RawAnswer {
    try exchange("\(method) \(path) HTTP/1.1\r\n\(honest)\(headers)Connection: close\r\n\r\n")
  }

  /// Posts a decision as the pages do.
  func post(_ body: String, to address: String = "edits", token: String, headers: String? = nil) throws -> RawAnswer {
    let own = "Origin: http://127.0.0.1:\(port)\r\nContent-Type: application/json\r\nX-HipReel-Token: \(token)\r\n"
    return try exchange(
      "POST /\(address) HTTP/1.1\r\n\(honest)\(headers ?? own)Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
    )
  }

  /// What the pages show to be let in with a decision.
  func editToken() throws -> String {
    let data = try get("/data/site.js").text
    guard let start = data.range(of: "\"token\":\"") ?? data.range(of: "\"token\": \"") else { throw NotStarted() }
    return String(data[start.upperBound...].prefix { $0 != "\"" })
  }
}
