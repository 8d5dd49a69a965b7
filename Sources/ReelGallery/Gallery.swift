import MediaFacts
public import ReelCatalog

/// The pages that show a folder's reels, and the data that they show: names and bytes, for a static site to write and for
/// a server to hand out.
///
/// Names are relative to the page itself, so that all of it works from a disk, from any place on a web host and from a
/// server. A name's bytes depend only on what the gallery was made from. docs/gallery.md lists names and forms.
public struct Gallery: Sendable {
  /// What the pages show, and who may change it.
  public struct Options: Sendable {
    /// The title of the pages.
    public var title: String
    /// Whether the pages show the words that tags are based on, and the search finds them.
    public var withTexts: Bool
    /// Whether the pages show the person's notes, and the search finds them.
    public var withNotes: Bool
    /// Where decisions are sent; nil collects them into a file for `hipreel import`.
    public var edits: EditAddress?

    public init(title: String, withTexts: Bool = true, withNotes: Bool = false, edits: EditAddress? = nil) {
      self.title = title
      self.withTexts = withTexts
      self.withNotes = withNotes
      self.edits = edits
    }
  }

  /// Where a page sends decisions to.
  public struct EditAddress: Sendable, Equatable {
    /// A relative URI reference, such as `api/edits`.
    public let reference: String
    /// What the page shows to be let in.
    public let token: String

    public init(reference: String, token: String) {
      self.reference = reference
      self.token = token
    }
  }

  /// The reels that can be shown, in the order given.
  public let reels: [Reel]
  let vocabulary: Vocabulary
  let vocabularyVersion: String
  let sources: [ReelID: String]
  let options: Options
  let routines: [GalleryRoutine]

  /// Chooses what can be shown, and plans every routine with the reels that can be played.
  ///
  /// - Parameters:
  ///   - reels: With their evidence; those that are gone or could not be read are left out.
  ///   - vocabularyVersion: What the tagger that made the tags calls itself.
  ///   - sources: Where each reel's video is, as a URI reference from the page; without one, a still is shown.
  public init(
    _ reels: [Reel], vocabulary: Vocabulary, vocabularyVersion: String, routines: [Routine],
    sources: [ReelID: String], options: Options
  ) {
    self.reels = reels.filter { !$0.isGone && $0.status == .ok && !$0.paths.isEmpty }
    self.vocabulary = vocabulary
    self.vocabularyVersion = vocabularyVersion
    self.sources = sources
    self.options = options
    self.routines = GalleryRoutine.planned(
      routines, from: self.reels.filter { sources[$0.id] != nil }, vocabulary: vocabulary)
  }

  /// How many reels one file of the grid's data has.
  public static let reelsPerFile = 1000
  /// How many reels one file of reasons has.
  public static let reasonsPerFile = 100

  /// Where the still of a reel is expected, as a name beside the others.
  public static func stillName(of reel: ReelID) -> String { "stills/\(reel.text.prefix(2))/\(reel.text).jpg" }

  /// How many routines these reels fill wholly.
  public var completeRoutineCount: Int { routines.count { $0.plan.isComplete } }

  /// The names of all files but stills and videos, each once.
  public var names: [String] {
    PageFile.all.map(\.name) + ["data/site.js"] + (options.edits == nil ? [] : [Self.namesFile])
      + Self.chunks(of: reels.count, by: Self.reelsPerFile).indices.map { "data/reels-\($0).js" }
      + Self.chunks(of: reels.count, by: Self.reasonsPerFile).indices.map { "data/why-\($0).js" }
      + routines.filter(\.canBePlayed).map(\.pageName)
  }

  /// The bytes of a file; nil when there is none of that name.
  public func file(named name: String) -> [UInt8]? {
    if let page = PageFile.all.first(where: { $0.name == name }) { return Array(page.text.utf8) }
    if name == "data/site.js" { return siteData }
    if name == Self.namesFile, options.edits != nil { return namesData }
    if let number = Self.number(in: name, after: "data/reels-") { return reelData(number) }
    if let number = Self.number(in: name, after: "data/why-") { return reasonData(number) }
    return routines.first { $0.canBePlayed && $0.pageName == name }.map(page)
  }

  /// The Content-Security-Policy that a server sends with a file: the one that is in it, and no frames around it.
  public static func policy(ofFile name: String) -> String {
    (name.hasPrefix("play/") ? PlaylistFormat.pagePolicy : PageFile.policy) + "; frame-ancestors 'none'"
  }

  private static func number(in name: String, after start: String) -> Int? {
    guard name.hasPrefix(start), name.hasSuffix(".js") else { return nil }
    let digits = name.dropFirst(start.count).dropLast(3)
    return Int(digits).flatMap { "\($0)" == digits ? $0 : nil }
  }

  static func chunks(of count: Int, by size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  private func page(of routine: GalleryRoutine) -> [UInt8] {
    routine.page(sources: sources, stills: Set(reels.filter(\.hasThumbnail).map(\.id)))
  }
}
