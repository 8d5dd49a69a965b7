import HTTPTypes
import ReelCatalog
import ReelGallery

/// Decides from a request's head alone whether it is answered, and with what.
///
/// A web site that the person has open in another tab can send requests to a loopback port. It cannot choose `Host`, `Origin`
/// or the cookie, so a request with a foreign one of these, or without the cookie, is refused before anything is looked up.
struct Gatekeeper: Sendable {
  let port: Int
  /// The content of the cookie.
  let key: SessionKey
  /// Lets in browsers that have no cookie yet.
  let entrance: EntranceKeys

  /// The longest address that is looked at, in bytes.
  static let longestTarget = 1024

  /// How many reels a question about likely exercises names.
  private static let mostAskedAbout = 12

  /// The cookie's name. Cookies do not keep ports apart, so the port is part of it.
  var cookieName: String { "hipreel-\(port)" }

  func admit(_ head: HTTPRequest) throws(Refusal) -> Route {
    try checkMethod(head.method)
    try checkHost(head)
    let target = head.path ?? ""
    // Before the check of who sent the browser here: the page on the disk that did counts as another site.
    if head.method == .get, target.hasPrefix("/?key="), entrance.use(target.dropFirst(6)) { return .entrance }
    try checkSender(head)
    guard target.utf8.count <= Self.longestTarget else { throw Refusal(.uriTooLong, "the address is too long") }
    guard target.utf8.first == UInt8(ascii: "/") else { throw Refusal(.badRequest, "the address is not a path") }
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].dropFirst()
    guard carriesKey(head) else {
      throw Refusal(.forbidden, "open the address that hipreel gallery printed last; each works for one browser")
    }
    let route = try route(path)
    guard route.isChange == (head.method == .post) else {
      throw Refusal(.methodNotAllowed, "this address does not accept that method")
    }
    return route
  }

  private func checkMethod(_ method: HTTPRequest.Method) throws(Refusal) {
    guard [.get, .head, .post].contains(method) else {
      throw Refusal(.methodNotAllowed, "only GET, HEAD and POST are answered")
    }
  }

  private func checkHost(_ head: HTTPRequest) throws(Refusal) {
    // The first Host header became the authority; a second one stays among the fields.
    guard let host = head.authority, field("host", of: head) == nil else {
      throw Refusal(.badRequest, "exactly one Host header is needed")
    }
    guard ["127.0.0.1:\(port)", "localhost:\(port)"].contains(host) else {
      throw Refusal(.misdirectedRequest, "this server answers only at 127.0.0.1")
    }
  }

  private func checkSender(_ head: HTTPRequest) throws(Refusal) {
    let origins = head.headerFields[values: .origin]
    guard origins.allSatisfy({ $0 == "http://\(head.authority ?? "")" }) else {
      throw Refusal(.forbidden, "another site asked for this")
    }
    guard head.method != .post || origins.count == 1 else {
      throw Refusal(.forbidden, "edits must come from the gallery's own pages")
    }
    let site = field("sec-fetch-site", of: head) ?? "same-origin"
    guard site == "same-origin" || site == "none" else { throw Refusal(.forbidden, "another site asked for this") }
  }

  private func field(_ name: String, of head: HTTPRequest) -> String? {
    head.headerFields.first { $0.name.canonicalName == name }?.value
  }

  private func carriesKey(_ head: HTTPRequest) -> Bool {
    head.headerFields[values: .cookie].flatMap { $0.split(separator: ";") }.contains { cookie in
      let parts = cookie.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      return parts.count == 2 && parts[0] == cookieName && key.matches(parts[1])
    }
  }

  /// Addresses are compared as they were sent; nothing is decoded, since no name of ours needs it.
  private func route(_ path: Substring) throws(Refusal) -> Route {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.first {
    case "edits" where parts.count == 1: return .edits
    case "names" where parts.count == 1: return .names
    case "undo" where parts.count == 1: return .undo
    case "groups" where parts.count == 1: return .groups
    case "groups":
      let names = parts.last?.split(separator: ",", omittingEmptySubsequences: false) ?? []
      let ids = names.prefix(Self.mostAskedAbout).compactMap { ReelID(String($0)) }
      guard parts.count == 2, ids.count == names.count else { throw .notThere }
      return .likely(ids)
    case "media":
      guard parts.count == 2, let id = ReelID(String(parts[1])) else { throw .notThere }
      return .media(id)
    case "stills":
      guard parts.count == 3, let id = ReelID(String(parts[2].dropLast(4))), path == Gallery.stillName(of: id)[...]
      else {
        throw .notThere
      }
      return .still(id)
    default: return .page(path.isEmpty ? "index.html" : String(path))
    }
  }
}
