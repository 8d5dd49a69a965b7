import HTTPTypes
import ReelCatalog
import Testing

@testable import hipreel_gallery

@Suite struct GatekeeperTests {
  private let key = SessionKey()
  private let entrance = EntranceKeys()
  private var keeper: Gatekeeper { Gatekeeper(port: 4000, key: key, entrance: entrance) }

  private func head(
    _ path: String, method: HTTPRequest.Method = .get, host: String? = "127.0.0.1:4000", cookie: String? = nil,
    origin: String? = nil, site: String? = nil
  ) -> HTTPRequest {
    var head = HTTPRequest(method: method, scheme: "http", authority: host, path: path)
    head.headerFields[.cookie] = cookie ?? "hipreel-4000=\(key.text)"
    head.headerFields[.origin] = origin
    if let site, let name = HTTPField.Name("Sec-Fetch-Site") { head.headerFields[name] = site }
    return head
  }

  private func status(_ head: HTTPRequest) -> Int {
    do {
      _ = try keeper.admit(head)
      return 200
    } catch { return error.status.code }
  }

  @Test(arguments: [
    ("/", Route.page("index.html")), ("/?x=1", .page("index.html")), ("/page/style.css", .page("page/style.css")),
    ("/data/reels-0.js", .page("data/reels-0.js")), ("/../secret", .page("../secret")),
    ("/%2e%2e/secret", .page("%2e%2e/secret")), ("/edits/", .page("edits/")),
  ])
  func `an address is a name as it was sent`(path: String, route: Route) throws {
    #expect(try keeper.admit(head(path)) == route)
  }

  @Test func `reels are asked for by id alone`() throws {
    let id = try #require(ReelID("0123456789ab"))
    #expect(try keeper.admit(head("/media/0123456789ab")) == .media(id))
    #expect(try keeper.admit(head("/stills/01/0123456789ab.jpg")) == .still(id))
    for path in [
      "/media/", "/media/x", "/media/0123456789ab/..", "/media/../a.mp4", "/media/%30123456789ab",
      "/stills/ab/0123456789ab.jpg",
      "/stills/01/0123456789ab.png", "/stills/01/..", "/stills/01/0123456789ab.jpg/x",
    ] { #expect(status(head(path)) == 404, "\(path)") }
  }

  @Test func `without this run's key nothing is answered`() {
    for cookie in [
      "", "hipreel-4000=", "hipreel-4000=\(SessionKey().text)", "hipreel-4001=\(key.text)", "other=\(key.text)",
    ] {
      #expect(status(head("/", cookie: cookie)) == 403, "\(cookie)")
    }
    #expect(status(head("/", cookie: "a=b; hipreel-4000=\(key.text); c=d")) == 200)
    #expect(status(head("/?key=\(SessionKey().text)", cookie: "")) == 403)
  }

  @Test func `an address lets in once, also from a page on the disk`() throws {
    let address = "/?key=\(entrance.make().text)"
    #expect(status(head(address, method: .head, cookie: "")) == 403)
    #expect(status(head(address, host: "evil.example", cookie: "")) == 421)
    #expect(try keeper.admit(head(address, cookie: "", site: "cross-site")) == .entrance)
    #expect(status(head(address, cookie: "")) == 403)
    #expect(status(head("/?key=\(key.text)", cookie: "")) == 403)
  }

  @Test(arguments: [
    nil, "", "evil.example", "127.0.0.1", "127.0.0.1:4001", "evil.example:4000", "127.0.0.1:4000.evil.example",
  ])
  func `a foreign Host is refused, as after a rebound name`(host: String?) {
    #expect([400, 421].contains(status(head("/", host: host))))
  }

  @Test(arguments: ["null", "http://evil.example", "https://127.0.0.1:4000", "http://127.0.0.1:4001", ""])
  func `a foreign Origin is refused`(origin: String) { #expect(status(head("/", origin: origin)) == 403) }

  @Test func `another site's request is refused by what the browser says of it`() {
    #expect(status(head("/", site: "cross-site")) == 403)
    #expect(status(head("/", site: "same-site")) == 403)
    #expect(status(head("/", site: "none")) == 200)
  }

  @Test func `an edit must be posted by one of our own pages`() throws {
    #expect(status(head("/edits", method: .post)) == 403)
    #expect(status(head("/edits", method: .post, origin: "http://127.0.0.1:4000")) == 200)
    #expect(status(head("/edits")) == 405)
    #expect(status(head("/", method: .post, origin: "http://127.0.0.1:4000")) == 405)
    for method: HTTPRequest.Method in [.put, .delete, .options, .connect, .trace] {
      #expect(status(head("/", method: method)) == 405)
    }
  }

  @Test func `names and their undoing are guarded as edits are, and questions are for reading`() throws {
    let id = try #require(ReelID("0123456789ab"))
    for (path, route) in [("/names", Route.names), ("/undo", .undo)] {
      #expect(try keeper.admit(head(path, method: .post, origin: "http://127.0.0.1:4000")) == route)
      #expect(status(head(path, method: .post)) == 403 && status(head(path)) == 405)
      #expect(status(head(path, method: .post, origin: "http://evil.example")) == 403)
    }
    #expect(try keeper.admit(head("/groups")) == .groups)
    #expect(try keeper.admit(head("/groups/0123456789ab")) == .likely([id]))
    #expect(try keeper.admit(head("/groups/0123456789ab,0123456789ab")) == .likely([id, id]))
    #expect(status(head("/groups/" + Array(repeating: id.text, count: 13).joined(separator: ","))) == 404)
    #expect(status(head("/groups", method: .post, origin: "http://127.0.0.1:4000")) == 405)
    for path in ["/groups/", "/groups/x", "/groups/0123456789ab,", "/groups/0123456789ab/..", "/groups/../edits"] {
      #expect(status(head(path)) == 404, "\(path)")
    }
  }

  @Test func `a long address is refused`() {
    #expect(status(head("/" + String(repeating: "a", count: 2000))) == 414)
    #expect(status(head("http://evil.example/")) == 400)
  }
}
