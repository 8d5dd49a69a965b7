import Foundation
import Glibc
import MediaFacts
public import ReelCatalog

/// Takes another catalog's document into this one; nothing that is there goes away.
public struct LibraryImport: Sendable {
  /// A larger document is refused before it is read.
  private static let mostBytes = 1 << 29

  private static let mostSearches = 1000

  private let folder: LibraryFolder

  public init(_ folder: LibraryFolder) { self.folder = folder }

  /// Reads a document, and checks that every path in it stays in the folder.
  ///
  /// - Throws: `CatalogReadError`, with the place in the document; `LibraryError` when the file cannot be read.
  public static func document(at path: PathBytes) throws -> CatalogDocument {
    let real = try LibraryFolder.absolute(path)
    let bytes: [UInt8]
    do {
      bytes = try SmallFile.read(real, atMost: mostBytes + 1)
    } catch {
      throw LibraryError(.system, path: path, "cannot be read: \(error.words)")
    }
    guard bytes.count <= mostBytes else {
      throw CatalogReadError(.notACatalog, "is larger than \(mostBytes >> 20) MiB")
    }
    let document = try CatalogReader.document(from: Data(bytes))
    for (index, reel) in document.reels.enumerated() {
      guard !reel.paths.isEmpty else {
        throw CatalogReadError(.badValue, at: "reels[\(index)].paths", "is empty, as in a redacted export")
      }
      for path in reel.paths where !path.staysInside {
        throw CatalogReadError(
          .badValue, at: "reels[\(index)].paths", "\"\(path.text)\" is no path inside a folder")
      }
      // SQLite's text functions end at a zero, so that half of such a text would be lost.
      guard texts(reel).allSatisfy({ !$0.utf8.contains(0) }) else {
        throw CatalogReadError(.badValue, at: "reels[\(index)]", "has a text with a zero character")
      }
    }
    guard document.searches.count <= mostSearches else {
      throw CatalogReadError(.badValue, at: "searches", "has more than \(mostSearches) searches")
    }
    return document
  }

  /// Merges a document and tags anew what got edits, in one transaction.
  ///
  /// - Throws: `LibraryError.catalogInUse` while another process changes the catalog.
  public func merge(_ document: CatalogDocument, rule: EditMerge.Rule) throws(LibraryError) -> ImportReport {
    try folder.changingCatalog { store throws(LibraryError) in
      try store.merge(document, rule: rule, keeps: true, now: time(nil)) { LibraryVocabulary(folder).tagger() }
    }
  }

  /// What `merge` would change.
  public func difference(_ document: CatalogDocument, rule: EditMerge.Rule) throws(LibraryError) -> ImportReport {
    try folder.changingCatalog { store throws(LibraryError) in
      try store.merge(document, rule: rule, keeps: false, now: time(nil)) { .standard }
    }
  }

  private static func texts(_ reel: Reel) -> [String] {
    let video = reel.video
    var texts = [
      reel.reason, reel.recorded?.text, video?.container, video?.videoCodec, video?.audioCodec, video?.profile,
    ]
    texts += [video?.colors.primaries, video?.colors.transfer, video?.colors.matrix, video?.colors.range]
    for evidence in reel.evidence { texts += [evidence.field, evidence.text] }
    texts += reel.chapters.map(\.title)
    for track in reel.subtitles { texts += [track.language] + track.cues.map(\.text) }
    for tag in reel.tagging.tags { texts += [tag.value] + tag.matches.map(\.entry) }
    for edit in reel.edits.map({ EditFields($0.change) }) { texts += [edit.value, edit.text] }
    return texts.compactMap { $0 }
  }
}
