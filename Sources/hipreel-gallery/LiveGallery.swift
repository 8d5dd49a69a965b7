import Foundation
import HTTPTypes
import MediaFacts
import ReelCatalog
import ReelGallery
import ReelLibrary

/// A catalog as the pages show it now: made again when the catalog has changed, and the only way in for decisions.
actor LiveGallery {
  /// Where pages send decisions, relative to the first page.
  static let editAddress = "edits"

  let folder: LibraryFolder
  private let editKey: SessionKey
  private var shown: Shown?
  /// What was said of reels without a name in this run, so that a page can take its own answers back.
  var answers: [(receipt: LibraryEdits.Receipt, reels: [ReelID])] = []

  /// The gallery of a moment, and its reels by their ids: a page asks for many stills.
  struct Shown {
    let stamp: CatalogStamp
    let gallery: Gallery
    let reels: [ReelID: Reel]
    /// What to ask about reels without a name; nil until somebody wants to know.
    fileprivate(set) var questions: [ReviewItem]?
  }

  /// - Parameter editKey: What pages send along with a decision.
  init(_ folder: LibraryFolder, editKey: SessionKey) {
    self.folder = folder
    self.editKey = editKey
  }

  /// The bytes of a page or a data file; nil when there is none of that name.
  func page(_ name: String) throws -> [UInt8]? { try current().gallery.file(named: name) }

  /// Opens the video of a reel that the pages show.
  ///
  /// - Returns: Nil for a reel that they do not show.
  func video(of id: ReelID) throws -> ServedVideo? {
    guard let reel = try current().reels[id], let path = reel.paths.first else { return nil }
    return ServedVideo(reel: reel, path: path, folder: folder, type: VideoType.name(of: reel.video?.container))
  }

  /// The still of a reel that the pages show, as JPEG.
  func still(of id: ReelID) throws -> [UInt8]? {
    guard try current().reels[id] != nil else { return nil }
    return try ThumbnailFolder(folder).jpeg(of: id)
  }

  /// Makes a decision, and returns what the reels look like now.
  ///
  /// - Throws: `Refusal` for what the pages would not send, `LibraryError` when the catalog cannot be changed now.
  func apply(_ body: Data) throws -> [UInt8] {
    let document: EditDocument
    do { document = try EditDocument(body) } catch { throw Refusal(.badRequest, "\(error)") }
    let vocabulary = LibraryVocabulary(folder).vocabulary
    let known = try current().reels
    for (reel, edits) in document.edits {
      guard known[reel] != nil else { throw Refusal(.badRequest, "there is no reel \(reel)") }
      guard edits.allSatisfy({ vocabulary.knows($0.change) }) else {
        throw Refusal(.badRequest, "a tag has an unknown value")
      }
    }
    try LibraryEdits(folder).apply(document.edits.map { ($0.reel, $0.edits.map(\.change)) })
    let changed = Set(document.edits.map(\.reel))
    let gallery = try current().gallery
    return gallery.answer(about: gallery.reels.filter { changed.contains($0.id) })
  }

  /// Keeps what to ask about for as long as the catalog stays the same.
  func keep(_ questions: [ReviewItem]) { shown?.questions = questions }

  func current() throws -> Shown {
    // Before reading, so that a change meanwhile is seen the next time.
    let stamp = CatalogStamp(folder)
    if let shown, shown.stamp == stamp { return shown }
    let gallery = try made()
    let now = Shown(
      stamp: stamp, gallery: gallery, reels: Dictionary(gallery.reels.map { ($0.id, $0) }) { first, _ in first },
      questions: nil)
    shown = now
    return now
  }

  private func made() throws -> Gallery {
    // As in the folder, which is also the order of `hipreel find`.
    let reels = try ReelStore(folder, for: .read).allReels(.evidence)
      .sorted { $0.firstPath < $1.firstPath }
    let vocabulary = LibraryVocabulary(folder)
    let routines = RoutineShelf.routines(with: try RoutineShelf(folder).entries()).map(\.routine)
    return Gallery(
      reels, vocabulary: vocabulary.vocabulary, vocabularyVersion: vocabulary.version, routines: routines,
      sources: Dictionary(reels.map { ($0.id, "media/\($0.id.text)") }) { first, _ in first },
      options: Gallery.Options(
        title: folder.root.lastComponent.text, withNotes: true,
        edits: Gallery.EditAddress(reference: Self.editAddress, token: editKey.text)))
  }
}
