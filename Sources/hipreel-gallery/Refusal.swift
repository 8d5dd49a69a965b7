import HTTPTypes

/// Why a request gets no answer.
struct Refusal: Error, Sendable, Equatable {
  let status: HTTPResponse.Status
  /// One line for the person who looks at it; never a part of the request.
  let words: String

  init(_ status: HTTPResponse.Status, _ words: String) {
    self.status = status
    self.words = words
  }

  static let notThere = Refusal(.notFound, "no such page")
}
