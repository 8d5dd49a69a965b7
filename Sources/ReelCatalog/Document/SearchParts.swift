/// One saved search of a document, checked as it is read.
struct SearchParts: Decodable {
  let search: SavedSearch

  private enum CodingKeys: String, CodingKey { case name, query, savedUnixSeconds }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let query = try members.decode(String.self, forKey: .query)
    let saved = try members.value(.savedUnixSeconds, "isn't a moment") { try members.moment($0) }
    search = try members.value(.name, "isn't a search name, or its query is too long or not one line") {
      (name: String) in SavedSearch(name: name, query: query, savedUnixSeconds: saved)
    }
  }
}
