/// Saved searches in a catalog document.
extension JSONText {
  /// Writes the member `searches`, unless there are none.
  mutating func searches(_ searches: [SavedSearch]) {
    guard !searches.isEmpty else { return }
    member("searches") { json in json.array { json in for search in searches { json.search(search) } } }
  }

  /// Writes one search as an object on one line.
  public mutating func search(_ search: SavedSearch) {
    object(.inline) { json in
      json.member("name", search.name)
      json.member("query", search.query)
      json.member("savedUnixSeconds", search.savedUnixSeconds)
    }
  }
}
