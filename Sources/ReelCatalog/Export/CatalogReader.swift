public import Foundation

/// Reads a catalog document.
public enum CatalogReader {
  /// Reads the whole document into values.
  ///
  /// Every number and name is checked; reels come out sorted by id whatever their order was.
  ///
  /// - Throws: `CatalogReadError`, with the place in the document.
  public static func document(from data: Data) throws(CatalogReadError) -> CatalogDocument {
    let parts = try decoded(DocumentParts.self, from: data)
    return CatalogDocument(
      generator: parts.generator, vocabulary: parts.vocabulary,
      searches: parts.searches.sorted { $0.name < $1.name }, reels: parts.reels.sorted { $0.id < $1.id })
  }

  /// Decodes a form of ours; what Foundation says is wrong is told in our words.
  static func decoded<Form: Decodable>(_ form: Form.Type, from data: Data) throws(CatalogReadError) -> Form {
    do {
      return try JSONDecoder().decode(form, from: data)
    } catch let error as CatalogReadError {
      throw error
    } catch let error as DecodingError {
      throw CatalogReadError(error)
    } catch {
      throw CatalogReadError(.notACatalog, "cannot be read: \(error)")
    }
  }
}

/// The document's own members.
private struct DocumentParts: Decodable {
  let generator: String
  let vocabulary: String
  let searches: [SavedSearch]
  let reels: [Reel]

  private enum CodingKeys: String, CodingKey { case schema, generator, vocabulary, searches, reels }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    try Self.check(form: try members.decodeIfPresent(String.self, forKey: .schema))
    generator = try members.decode(String.self, forKey: .generator)
    vocabulary = try members.decode(String.self, forKey: .vocabulary)
    searches = try members.decodeIfPresent([SearchParts].self, forKey: .searches)?.map(\.search) ?? []
    var names: Set<String> = []
    for (index, search) in searches.enumerated() where !names.insert(search.name).inserted {
      throw CatalogReadError(.badValue, at: "searches[\(index)].name", "\(search.name) stands there twice")
    }
    reels = try members.decode([ReelParts].self, forKey: .reels).map(\.reel)
    var ids: Set<ReelID> = []
    for (index, reel) in reels.enumerated() where !ids.insert(reel.id).inserted {
      throw CatalogReadError(.badValue, at: "reels[\(index)].id", "\(reel.id) stands there twice")
    }
  }

  private static func check(form: String?) throws(CatalogReadError) {
    let parts = (form ?? "").split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == CatalogJSON.formName, let version = Int(parts[1]), version >= 1 else {
      throw CatalogReadError(
        .notACatalog, "is no hipreel catalog: its schema is \(form.map { "\"\($0)\"" } ?? "missing")")
    }
    guard version <= CatalogJSON.formVersion else {
      throw CatalogReadError(
        .newerVersion,
        "was written by a newer hipreel (\(CatalogJSON.formName)/\(version), this one reads \(CatalogJSON.formVersion))"
      )
    }
  }
}

extension CatalogReadError {
  fileprivate init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(.badValue, at: Self.place(context.codingPath), "has no member \"\(key.stringValue)\"")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      self.init(.badValue, at: Self.place(context.codingPath), "is of another kind than a catalog has there")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      self.init(.notACatalog, "is no JSON")
    // What the standard library says of an enumeration.
    case .dataCorrupted(let context) where context.debugDescription.hasPrefix("Cannot initialize "):
      self.init(.badValue, at: Self.place(context.codingPath), "is none of the words that a catalog has there")
    case .dataCorrupted(let context):
      self.init(.badValue, at: Self.place(context.codingPath), context.debugDescription)
    @unknown default:
      self.init(.badValue, "cannot be read: \(error)")
    }
  }

  private static func place(_ path: [any CodingKey]) -> String? {
    guard !path.isEmpty else { return nil }
    return path.reduce(into: "") { place, key in
      if let index = key.intValue {
        place += "[\(index)]"
      } else {
        place += place.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
  }
}
