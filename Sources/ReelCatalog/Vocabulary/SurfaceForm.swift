/// One way people write something, as written in the vocabulary file.
public struct SurfaceForm: Sendable, Equatable, Hashable {
  public let text: String
  /// `en`, `es`, `pt`, `de` or `fr`; `own` for a name that the person gave.
  public let language: String

  public init(text: String, language: String) {
    self.text = text
    self.language = language
  }
}

/// The surface forms of one entry, kept as compiled until they are needed: finding phrases has its own compiled form,
/// so that is rare.
struct SurfaceForms: Sendable, Equatable {
  private let listed: [SurfaceForm]
  /// Lines of a compiled vocabulary that start with `+` and the language, with tabs between the forms.
  private let lines: ArraySlice<UInt8>

  init(_ forms: [SurfaceForm]) {
    listed = forms
    lines = []
  }

  init(lines: ArraySlice<UInt8>) {
    listed = []
    self.lines = lines
  }

  var all: [SurfaceForm] {
    guard !lines.isEmpty else { return listed }
    return lines.split(separator: UInt8(ascii: "\n")).flatMap { line -> [SurfaceForm] in
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      return fields.dropFirst(2).map { SurfaceForm(text: $0, language: fields[1]) }
    }
  }

  static func == (one: SurfaceForms, other: SurfaceForms) -> Bool { one.all == other.all }
}
