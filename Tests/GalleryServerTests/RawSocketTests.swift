import Foundation
import TestSupport
import Testing

/// What SAFETY asks of the server, byte by byte: nothing is served that should not be, nothing hangs.
@Suite struct RawSocketTests {
  @Test func `the printed address sets a cookie that scripts cannot read, and leads to the page`() throws {
    let gallery = try RunningGallery()
    let host = "Host: 127.0.0.1:\(gallery.port)\r\nConnection: close\r\n\r\n"
    #expect(gallery.welcome.status == 200)
    #expect(gallery.welcome.text.contains("http-equiv=\"refresh\" content=\"0;url=/\""))
    let cookie = try #require(gallery.welcome.field("set-cookie"))
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    #expect(gallery.key != gallery.entrance)
    for key in [gallery.entrance, gallery.key] {
      #expect(try gallery.exchange("GET /?key=\(key) HTTP/1.1\r\n\(host)").status == 403, "used, or the cookie's")
    }
    #expect(try gallery.exchange("GET / HTTP/1.1\r\n\(host)").status == 403)
    let page = try gallery.get("/")
    #expect(page.status == 200)
    #expect(page.text.contains("<html"))
    #expect(page.field("x-content-type-options") == "nosniff")
    #expect(page.field("content-security-policy")?.contains("default-src 'none'") == true)
    #expect(page.field("cross-origin-resource-policy") == "same-origin")
    #expect(page.field("referrer-policy") == "no-referrer")
    #expect(page.field("x-frame-options") == "DENY")
  }

  @Test func `no spelling of a path leaves the gallery`() throws {
    let gallery = try RunningGallery()
    let canary = "canary-\(UUID().uuidString)"
    try gallery.samples.write(canary, to: "secret.txt")
    try FileManager.default.createSymbolicLink(
      atPath: gallery.samples.url.appending(path: ".hipreel/thumbnails/zz").path(percentEncoded: false),
      withDestinationPath: "/etc")
    for path in [
      "/secret.txt", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt",
      "/%252e%252e/secret.txt",
      "/media/../secret.txt", "/media/..%2fsecret.txt", "/stills/../../secret.txt", "/stills/zz/passwd", "//etc/passwd",
      "/./secret.txt", "/secret.txt%00.js", "/data/../secret.txt", "/.hipreel/catalog.sqlite", "/media/..",
      "/file:///etc/passwd",
      "/\\..\\secret.txt", "/page/..;/secret.txt", "/data/reels-99999999999999999999.js", "/data/reels--1.js",
      "/play/../index.html",
    ] {
      let answer = try gallery.get(path)
      #expect((400..<500).contains(answer.status), "\(path)")
      #expect(!answer.all.contains(canary) && !answer.all.contains("root:"), "\(path)")
    }
    let absolute = try gallery.exchange(
      "GET http://evil.example/secret.txt HTTP/1.1\r\n\(gallery.honest)Connection: close\r\n\r\n")
    #expect((400..<500).contains(absolute.status))
  }

  @Test func `other hosts, sites and methods are refused`() throws {
    let gallery = try RunningGallery()
    let cookie = "Cookie: hipreel-\(gallery.port)=\(gallery.key)\r\nConnection: close\r\n\r\n"
    func status(_ lines: String) throws -> Int { try gallery.exchange(lines + cookie).status }
    #expect(try status("GET / HTTP/1.1\r\nHost: evil.example\r\n") == 421)
    #expect(try status("GET / HTTP/1.1\r\nHost: evil.example:\(gallery.port)\r\n") == 421)
    #expect(try status("GET / HTTP/1.1\r\nHost: localhost:\(gallery.port)\r\n") == 200)
    #expect((400..<500).contains(try status("GET / HTTP/1.1\r\n")))
    #expect((400..<500).contains(try status("GET / HTTP/1.0\r\n")))
    let own = "Host: 127.0.0.1:\(gallery.port)\r\n"
    #expect(try status("GET / HTTP/1.1\r\n\(own)Host: evil.example\r\n") == 400)
    #expect(try status("GET / HTTP/1.1\r\n\(own)Origin: http://evil.example\r\n") == 403)
    #expect(try status("GET / HTTP/1.1\r\n\(own)Sec-Fetch-Site: cross-site\r\n") == 403)
    #expect(try status("DELETE / HTTP/1.1\r\n\(own)") == 405)
    #expect((400..<500).contains(try status("CONNECT evil.example:80 HTTP/1.1\r\n\(own)")))
  }

  @Test func `nonsense is refused, and the server goes on`() throws {
    let gallery = try RunningGallery()
    for nonsense in [
      "\r\n\r\n\r\n", "GET\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET  /  HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n", "GET / HTTP/1.1\r\n\(gallery.honest)A\u{0}B: c\r\n\r\n",
      "POST /edits HTTP/1.1\r\n\(gallery.honest)Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "POST /edits HTTP/1.1\r\n\(gallery.honest)Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
      "POST /edits HTTP/1.1\r\n\(gallery.honest)Content-Length: -1\r\n\r\n",
      "POST /edits HTTP/1.1\r\n\(gallery.honest)Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", String(repeating: "A", count: 100_000),
    ] {
      let answer = try gallery.exchange(nonsense)
      #expect(answer.status == 0 || (400..<500).contains(answer.status), "\(nonsense.prefix(60).debugDescription)")
    }
    #expect(try gallery.get("/").status == 200)
  }

  @Test func `headers beyond eight kilobytes, or too many, are refused before they are kept`() throws {
    let gallery = try RunningGallery()
    let start = "GET / HTTP/1.1\r\n\(gallery.honest)"
    for headers in [
      "X: \(String(repeating: "a", count: 20_000))\r\n", (0..<1_000_000).map { "X\($0): 1\r\n" }.joined(),
      "\(String(repeating: "X", count: 20_000)): 1\r\n",
    ] {
      let answer = try gallery.exchange(start + headers + "Connection: close\r\n\r\n")
      #expect(answer.status == 0 || (400..<500).contains(answer.status))
    }
    #expect(try gallery.get("/").status == 200)
  }

  @Test func `a slow sender is cut off, and others are served meanwhile`() throws {
    let gallery = try RunningGallery()
    let slow = try RawConnection(port: gallery.port)
    try slow.send(Array("GET / HTTP/1.1\r\nHost: 127".utf8))
    #expect(try gallery.get("/").status == 200)
    #expect(try slow.readToEnd(seconds: 20).isEmpty)
  }

  @Test func `connections that show no key do not keep the owner out`() throws {
    let gallery = try RunningGallery()
    let idle = try (0..<200).map { _ in try RawConnection(port: gallery.port) }
    // The first ones are dropped for the later ones, before their time.
    #expect(
      try gallery.exchange("GET / HTTP/1.1\r\n\(gallery.honest)Connection: close\r\n\r\n", seconds: 5).status == 200)
    #expect(try idle[0].readToEnd(seconds: 1).isEmpty)
  }

  @Test func `a video is served in parts, as players ask for it`() throws {
    let gallery = try RunningGallery()
    let line = try gallery.samples.hipreel("find", "--format", "{id}\t{path}", "limit:1").text
    let parts = line.trimmingCharacters(in: .newlines).split(separator: "\t")
    let (id, file) = (String(parts[0]), try Data(contentsOf: gallery.samples.url.appending(path: String(parts[1]))))
    let whole = try gallery.get("/media/\(id)")
    #expect(whole.status == 200)
    #expect(Data(whole.body) == file)
    #expect(whole.field("accept-ranges") == "bytes")
    let part = try gallery.get("/media/\(id)", "Range: bytes=100-299\r\n")
    #expect(part.status == 206)
    #expect(Data(part.body) == file[100..<300])
    #expect(part.field("content-range") == "bytes 100-299/\(file.count)")
    let end = try gallery.get("/media/\(id)", "Range: bytes=-7\r\n")
    #expect(Data(end.body) == file.suffix(7))
    let beyond = try gallery.get("/media/\(id)", "Range: bytes=\(file.count)-\r\n")
    #expect(beyond.status == 416)
    #expect(beyond.field("content-range") == "bytes */\(file.count)")
    #expect(try gallery.get("/media/\(id)", "Range: bytes=0-1,4-5\r\n").status == 200)
    let head = try gallery.get("/media/\(id)", method: "HEAD")
    #expect(head.status == 200 && head.body.isEmpty)
    #expect(head.field("content-length") == "\(file.count)")
    // A link in the file's place leads nowhere.
    let path = gallery.samples.url.appending(path: String(parts[1]))
    try FileManager.default.removeItem(at: path)
    try FileManager.default.createSymbolicLink(
      atPath: path.path(percentEncoded: false), withDestinationPath: "/etc/passwd")
    #expect(try gallery.get("/media/\(id)").status == 404)
  }

  @Test func `a decision goes the way of the command line, and only with this run's token`() throws {
    let gallery = try RunningGallery()
    let id = try gallery.samples.hipreel("find", "--format", "{id}", "limit:1").text.trimmingCharacters(in: .newlines)
    let token = try gallery.editToken()
    func edit(_ value: String, _ time: Int = 1_800_000_000) -> String {
      """
      {"reels":[{"id":"\(id)","edits":[{"action":"add-tag","facet":"level","value":"\(value)","editedUnixSeconds":\(time)}]}]}
      """
    }
    let origin = "Origin: http://127.0.0.1:\(gallery.port)\r\n"
    #expect(try gallery.post(edit("advanced"), token: "").status == 403)
    #expect(try gallery.post(edit("advanced"), token: gallery.key).status == 403)
    #expect(try gallery.post(edit("advanced"), token: token, headers: "X-HipReel-Token: \(token)\r\n").status == 403)
    #expect(
      try gallery.post(
        edit("advanced"), token: token,
        headers: "\(origin)Content-Type: text/plain\r\nX-HipReel-Token: \(token)\r\n"
      ).status == 415)
    #expect(try gallery.post(edit("superhuman"), token: token).status == 400)
    #expect(try gallery.post("{", token: token).status == 400)
    #expect(try gallery.post(String(repeating: " ", count: 100_000), token: token).status == 413)
    #expect(try gallery.samples.hipreel("find", "level:advanced", "--count").text == "0\n")
    let answer = try gallery.post(edit("advanced"), token: token)
    #expect(answer.status == 200)
    #expect(answer.text.contains(id))
    #expect(try gallery.samples.hipreel("find", "level:advanced", "--format", "{id}").text == "\(id)\n")
    #expect(try gallery.get("/data/reels-0.js").text.contains("advanced"))
    #expect(try gallery.samples.hipreel("undo").status == 0)
    #expect(try gallery.samples.hipreel("find", "level:advanced", "--count").text == "0\n")
  }

  @Test func `pages are made anew when somebody changed the catalog, and not for every request`() throws {
    let gallery = try RunningGallery()
    let id = try gallery.samples.hipreel("find", "--format", "{id}", "limit:1").text.trimmingCharacters(in: .newlines)
    _ = try gallery.get("/data/reels-0.js")
    let catalog = gallery.samples.url.appending(path: ".hipreel/catalog.sqlite").path(percentEncoded: false)
    let byteCount = try #require(try FileManager.default.attributesOfItem(atPath: catalog)[.size] as? Int)
    let before = try gallery.readByteCount()
    for _ in 0..<3 {
      // Who reads leaves an empty log, or takes one away.
      #expect(try gallery.samples.hipreel("find", "--count").status == 0)
      #expect(!(try gallery.get("/data/reels-0.js").text.contains("advanced")))
    }
    #expect(try gallery.readByteCount() - before < byteCount / 8)
    #expect(try gallery.samples.hipreel("tag", id, "level:advanced").status == 0)
    #expect(try gallery.get("/data/reels-0.js").text.contains("advanced"))
  }

  @Test func `it listens on the loopback interface alone, and stops when asked`() throws {
    let gallery = try RunningGallery()
    let lines = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8).split(separator: "\n")
    let port = String(gallery.port, radix: 16, uppercase: true)
    let listening = lines.filter {
      $0.contains(":\(String(repeating: "0", count: 4 - port.count))\(port) ") && $0.contains(" 0A ")
    }
    #expect(!listening.isEmpty && listening.allSatisfy { $0.contains("0100007F:") })
    let waiting = try (0..<100).map { _ in try RawConnection(port: gallery.port) }
    #expect(gallery.isRunning)
    #expect(gallery.stop() == 0)
    withExtendedLifetime(waiting) {}
  }
}
