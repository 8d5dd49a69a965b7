import Foundation

/// A catalog document that is read piece by piece: memory does not grow with the number of its reels.
///
/// The first pass finds where each reel is and checks everything else; reels are decoded one by one, on demand.
public struct CatalogFile: CatalogSource {
  public let generator: String
  public let vocabulary: String
  public let searches: [SavedSearch]
  private let reels: [Range<Int>]
  private let read: (Int, Int) throws -> [UInt8]

  /// - Parameters:
  ///   - byteCount: Of the whole document.
  ///   - read: Gives bytes from an offset on, fewer at the end of the document.
  /// - Throws: `CatalogReadError`, with the place in the document; what `read` throws.
  public init(byteCount: Int, read: @escaping (_ offset: Int, _ count: Int) throws -> [UInt8]) throws {
    guard byteCount <= CatalogLimits.documentByteCount else {
      throw CatalogReadError(.notACatalog, "is larger than \(CatalogLimits.documentByteCount >> 20) MiB")
    }
    self.read = read
    var outline = try CatalogOutline(JSONPieces(read))
    try Self.check(form: try outline.take("schema", String.self))
    generator = try outline.required("generator", String.self)
    vocabulary = try outline.required("vocabulary", String.self)
    searches = try outline.take("searches", [SearchParts].self)?.map(\.search) ?? []
    guard searches.count <= CatalogLimits.searchCount else {
      throw CatalogReadError(.badValue, at: "searches", "has more than \(CatalogLimits.searchCount) searches")
    }
    var names: Set<String> = []
    for (index, search) in searches.enumerated() where !names.insert(search.name).inserted {
      throw CatalogReadError(.badValue, at: "searches[\(index)].name", "\(search.name) appears twice")
    }
    guard let reels = outline.reels else {
      throw CatalogReadError(.badValue, "has no member \"reels\"")
    }
    self.reels = reels
  }

  /// The reels in the order of the document.
  public func forEachReel(_ body: (Reel) throws -> Void) throws {
    var ids: Set<ReelID> = []
    // Several at a time, so a document of small reels isn't read a handful of bytes at a time.
    var piece: (start: Int, bytes: [UInt8]) = (0, [])
    for (index, range) in reels.enumerated() {
      if !(piece.start...piece.start + piece.bytes.count).contains(range.lowerBound)
        || range.upperBound > piece.start + piece.bytes.count
      {
        piece = (range.lowerBound, try read(range.lowerBound, max(range.count, Self.pieceByteCount)))
      }
      let start = range.lowerBound - piece.start
      guard start + range.count <= piece.bytes.count else {
        throw CatalogReadError(.notACatalog, "changed while being read")
      }
      let reel = try CatalogReader.decoded(
        ReelParts.self, from: Data(piece.bytes[start..<start + range.count]), at: "reels[\(index)]"
      ).reel
      guard ids.insert(reel.id).inserted else {
        throw CatalogReadError(.badValue, at: "reels[\(index)].id", "\(reel.id) appears twice")
      }
      try body(reel)
    }
  }

  private static let pieceByteCount = 1 << 20

  private static func check(form: String?) throws(CatalogReadError) {
    let parts = (form ?? "").split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == CatalogJSON.formName, let version = Int(parts[1]), version >= 1 else {
      throw CatalogReadError(
        .notACatalog, "isn't a hipreel catalog: its schema is \(form.map { "\"\($0)\"" } ?? "missing")")
    }
    guard version <= CatalogJSON.formVersion else {
      throw CatalogReadError(
        .newerVersion,
        "was written by a newer hipreel (\(CatalogJSON.formName)/\(version), this one reads \(CatalogJSON.formVersion))"
      )
    }
  }
}

/// Where the members of a catalog document are, and where its reels are.
private struct CatalogOutline {
  /// Nil if there is no such member.
  private(set) var reels: [Range<Int>]?
  private var members: [String: [UInt8]] = [:]

  init(_ pieces: consuming JSONPieces) throws {
    var pieces = pieces
    try pieces.expect(UInt8(ascii: "{"))
    var isFirst = true
    while try !pieces.takes(UInt8(ascii: "}")) {
      if !isFirst { try pieces.expect(UInt8(ascii: ",")) }
      isFirst = false
      let name = try Self.name(pieces.value(atMost: CatalogLimits.nameByteCount))
      try pieces.expect(UInt8(ascii: ":"))
      guard name != "reels" || reels == nil, members[name] == nil else {
        throw CatalogReadError(.badValue, at: name, "appears twice")
      }
      if name == "reels" {
        reels = try Self.elements(&pieces)
      } else {
        members[name] = try pieces.value(atMost: CatalogLimits.memberByteCount)
      }
    }
    try pieces.expectEnd()
  }

  private static func name(_ bytes: [UInt8]) throws -> String {
    try CatalogReader.decoded([String].self, from: Data([UInt8(ascii: "[")] + bytes + [UInt8(ascii: "]")]))[0]
  }

  private static func elements(_ pieces: inout JSONPieces) throws -> [Range<Int>] {
    var elements: [Range<Int>] = []
    try pieces.expect(UInt8(ascii: "["))
    while try !pieces.takes(UInt8(ascii: "]")) {
      if !elements.isEmpty { try pieces.expect(UInt8(ascii: ",")) }
      guard elements.count < CatalogLimits.reelCount else {
        throw CatalogReadError(.badValue, at: "reels", "has more than \(CatalogLimits.reelCount) reels")
      }
      do { elements.append(try pieces.skipValue(atMost: CatalogLimits.reelByteCount)) } catch let error
        as CatalogReadError
      {
        throw CatalogReadError(error.code, at: "reels[\(elements.count)]", error.problem)
      }
    }
    return elements
  }

  /// A member's value; nil when there is none.
  mutating func take<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value? {
    guard let bytes = members.removeValue(forKey: name) else { return nil }
    return try CatalogReader.decoded(
      [String: Value].self, from: Data(Array("{\"\(name)\":".utf8) + bytes + [UInt8(ascii: "}")]))[name]
  }

  mutating func required<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value {
    guard let value = try take(name, type) else { throw CatalogReadError(.badValue, "has no member \"\(name)\"") }
    return value
  }
}
