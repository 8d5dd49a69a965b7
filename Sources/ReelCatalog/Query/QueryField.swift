import MediaFacts

/// The fields of the query language: the one list of their names, types, help and examples.
public enum QueryField: String, Sendable, CaseIterable {
  case id, path, folder, name, status
  case companion = "kind"
  case text
  case onScreen = "onscreen"
  case note, rating, favourite
  case duration, width, height, size, orientation, rotation, fps, codec, audio, container, oshash
  case recorded, added
  case exercise, movement, mode, core, position, equipment, side, level, region, exposure, dose
  case reps, alike, conflict
  case confidence, tagged, gone

  /// What a field's values are.
  public enum Kind: Sendable, Hashable {
    case text(Text)
    case number(Number)
    case date(Date)
    case tag(Facet)
    case status, orientation, favourite, tagged, gone, companion, conflict, words
  }

  public enum Text: String, Sendable, CaseIterable {
    case id, path, folder, name, note, codec, audio, container, oshash, alike
    /// The words on the picture that are evidence.
    case onScreen = "onscreen"
  }

  public enum Number: String, Sendable, CaseIterable {
    case duration, width, height, size, rotation, fps, rating, confidence, reps
  }

  public enum Date: String, Sendable, CaseIterable {
    case recorded, added
  }

  /// Other names of fields: the American spelling, and what tables call a duration.
  static let otherNames = ["favorite": "favourite", "length": "duration"]

  /// The field of a name, in any case; `favorite` and `length` are names, too.
  public init?(named name: String) {
    let name = name.lowercased()
    self.init(rawValue: Self.otherNames[name] ?? name)
  }

  public var kind: Kind {
    if let text = Text(rawValue: rawValue) { return .text(text) }
    if let number = Number(rawValue: rawValue) { return .number(number) }
    if let date = Date(rawValue: rawValue) { return .date(date) }
    if let facet = Facet(rawValue: rawValue) { return .tag(facet) }
    return switch self {
    case .status: .status
    case .orientation: .orientation
    case .favourite: .favourite
    case .tagged: .tagged
    case .companion: .companion
    case .conflict: .conflict
    case .text: .words
    default: .gone
    }
  }

  /// The kind of a reel that is neither half of a photo nor anything else beside another file.
  static let ordinary = "reel"

  /// What a conflict is with: the picture.
  static let picture = "seen"

  /// All possible values, or nil if any value is possible.
  public var closedValues: [String]? {
    switch self {
    case .status: FileStatus.allCases.map(\.rawValue)
    case .orientation: Orientation.allCases.map(\.rawValue)
    case .companion: [Self.ordinary] + ReelKind.allCases.map(\.rawValue)
    case .favourite, .tagged: ["yes", "no"]
    case .conflict: [Self.picture]
    case .gone: ["yes", "no", "any"]
    case .movement: HipMovement.allCases.map(\.rawValue)
    case .mode: Mode.allCases.map(\.rawValue)
    case .core: CoreRole.allCases.map(\.rawValue)
    case .position: Position.allCases.map(\.rawValue)
    case .side: ReelSide.allCases.map(\.rawValue)
    case .level: Level.allCases.map(\.rawValue)
    case .region: Region.allCases.map(\.rawValue)
    default: nil
    }
  }

  /// Whether a reel can lack a value, so `none` and `any` make sense.
  public var canBeUnknown: Bool {
    switch self {
    case .id, .path, .folder, .name, .status, .companion, .favourite, .size, .added, .tagged, .gone, .text: false
    default: true
    }
  }

  /// Whether a table can have it: what texts say can only be asked for.
  public var isColumn: Bool { self != .text && self != .onScreen }

  /// Whether reels can be sorted by it.
  public var isSortable: Bool { QueryOrder.Key(rawValue: rawValue) != nil }

  /// The name of the kind of value, for the list of fields.
  public var typeName: String {
    switch kind {
    case .text(.path), .text(.folder), .text(.name), .text(.note), .text(.onScreen), .words: "text"
    case .text: "word"
    case .number(.duration): "time"
    case .number(.size): "bytes"
    case .number: "number"
    case .date: "date"
    case .tag: "tag"
    case .status, .orientation, .companion, .conflict: "word"
    case .favourite, .tagged, .gone: "yes/no"
    }
  }
}
