public import Foundation

/// Decisions about reels, as a page sends them: `{"reels":[{"id":…,"edits":[…]}]}`, each edit as the catalog document has it.
public struct EditDocument: Sendable {
  /// In the order of the document.
  public let edits: [(reel: ReelID, edits: [Edit])]

  /// - Throws: `CatalogReadError`, with the place in the document.
  public init(_ data: Data) throws(CatalogReadError) {
    edits = try CatalogReader.decoded(Parts.self, from: data).reels.map { ($0.id, $0.edits.map(\.edit)) }
  }

  private struct Parts: Decodable {
    let reels: [ReelEdits]
  }

  private struct ReelEdits: Decodable {
    let id: ReelID
    let edits: [EditParts]

    private enum CodingKeys: String, CodingKey { case id, edits }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      id = try members.value(.id, "isn't a reel id") { ReelID($0) }
      edits = try members.decode([EditParts].self, forKey: .edits)
    }
  }
}
