public import Foundation

/// Reads a catalog document.
public enum CatalogReader {
  /// Reads the whole document into values.
  ///
  /// Every number and name is checked; reels come out sorted by id, whatever their order in the document.
  ///
  /// - Throws: `CatalogReadError`, with the place in the document.
  public static func document(from data: Data) throws -> CatalogDocument {
    let bytes = Array(data)
    let file = try CatalogFile(byteCount: bytes.count) { offset, count in Array(bytes.dropFirst(offset).prefix(count)) }
    var reels: [Reel] = []
    try file.forEachReel { reels.append($0) }
    return CatalogDocument(
      generator: file.generator, vocabulary: file.vocabulary, searches: file.searches.sorted { $0.name < $1.name },
      reels: reels.sorted { $0.id < $1.id })
  }

  /// Decodes one of our forms and reports Foundation's errors in our words.
  ///
  /// - Parameter place: Where in a document the form is; nil for a whole one.
  static func decoded<Form: Decodable>(
    _ form: Form.Type, from data: Data, at place: String? = nil
  ) throws(CatalogReadError) -> Form {
    do {
      return try JSONDecoder().decode(form, from: data)
    } catch let error as CatalogReadError {
      throw error
    } catch let error as DecodingError {
      throw CatalogReadError(error, at: place)
    } catch {
      throw CatalogReadError(.notACatalog, at: place, "can't be read: \(error)")
    }
  }
}

extension CatalogReadError {
  fileprivate init(_ error: DecodingError, at start: String?) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(.badValue, at: Self.place(context.codingPath, from: start), "has no member \"\(key.stringValue)\"")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      self.init(
        .badValue, at: Self.place(context.codingPath, from: start), "isn't the kind of value that a catalog has here")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      self.init(.notACatalog, at: start, "is not JSON")
    // The standard library's message for an enumeration.
    case .dataCorrupted(let context) where context.debugDescription.hasPrefix("Cannot initialize "):
      self.init(
        .badValue, at: Self.place(context.codingPath, from: start), "isn't one of the words that a catalog has here")
    case .dataCorrupted(let context):
      self.init(.badValue, at: Self.place(context.codingPath, from: start), context.debugDescription)
    @unknown default:
      self.init(.badValue, "can't be read: \(error)")
    }
  }

  private static func place(_ path: [any CodingKey], from start: String?) -> String? {
    guard start != nil || !path.isEmpty else { return nil }
    return path.reduce(into: start ?? "") { place, key in
      if let index = key.intValue {
        place += "[\(index)]"
      } else {
        place += place.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
  }
}
