import HTTPTypes
import ReelLibrary

/// What goes back to the browser: a status, fields and bytes.
struct Answer: Sendable {
  enum Body: Sendable {
    case bytes([UInt8])
    /// A part of a video; opened when it is sent.
    case video(ServedVideo, range: String?)
  }

  var status: HTTPResponse.Status
  var fields: HTTPFields
  var body: Body

  init(_ status: HTTPResponse.Status, type: String, _ body: Body) {
    self.status = status
    self.body = body
    fields = Self.guards
    fields[.contentType] = type
  }

  init(_ refusal: Refusal) {
    self.init(refusal.status, type: "text/plain; charset=utf-8", .bytes(Array("\(refusal.words)\n".utf8)))
    if refusal.status == .methodNotAllowed { fields[.allow] = "GET, HEAD, POST" }
    fields[.connection] = "close"
  }

  /// What every answer tells a browser: nothing in it is for other sites, and nothing from other sites is for it.
  private static let guards: HTTPFields = {
    var fields: HTTPFields = [
      .cacheControl: "no-store", .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
      .xContentTypeOptions: "nosniff", .crossOriginResourcePolicy: "same-origin",
    ]
    for (name, value) in [
      ("Cross-Origin-Opener-Policy", "same-origin"), ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
    ] {
      guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is a field's name") }
      fields[name] = value
    }
    return fields
  }()
}
