import CFFmpeg
import MediaFacts

/// Collects text fields within the bounds of docs/SAFETY.md, B8, and sets aside whatever reveals a place.
struct MetadataReader {
  private(set) var fields: [MetadataField] = []
  /// The first place on Earth that was found.
  private(set) var location: String?
  /// The XMP packet as found, white space apart.
  fileprivate(set) var xmp: String?
  private var byteCount = 0

  /// Adds a dictionary of FFmpeg's; a key that is already there stays.
  mutating func add(_ dictionary: OpaquePointer?) {
    var entry: UnsafeMutablePointer<AVDictionaryEntry>?
    while fields.count < WireLimits.fieldCount {
      unsafe entry = unsafe av_dict_get(dictionary, "", entry, AV_DICT_IGNORE_SUFFIX)
      guard let entry = unsafe entry else { return }
      let key = unsafe Self.cleaned(entry.pointee.key, byteCount: WireLimits.keyByteCount).lowercased()
      let value = unsafe Self.cleaned(entry.pointee.value, byteCount: WireLimits.valueByteCount + Self.overhang)
      add(key: Self.plainKeys[key] ?? key, value: value)
    }
  }

  /// Adds a text that FFmpeg left out; if its key has another value already, the language distinguishes them.
  mutating func add(_ text: AtomText) {
    let isTaken = fields.contains { $0.key == text.key }
    if isTaken, text.language == nil { return }
    let key = isTaken ? "\(text.key)-\(text.language ?? "")" : text.key
    add(key: key, value: PlainText.cleaned(text.value, byteLimit: WireLimits.valueByteCount + Self.overhang))
  }

  /// How much more of a text is looked at than is kept, in bytes: so no place is cut in two.
  private static let overhang = 256

  /// Adds a field without the places in its value; one that is only about a place is set aside.
  mutating func add(key: String, value written: String) {
    guard fields.count < WireLimits.fieldCount, !key.isEmpty, key.utf8.count <= WireLimits.keyByteCount else { return }
    let place = PlaceFields.place(in: written)
    location = location ?? place
    guard place == nil, !PlaceFields.tellsPlace(key: key) else { return }
    let value = Self.bare(written, byteCount: WireLimits.valueByteCount)
    guard !value.isEmpty else { return }
    // FFmpeg lists a text with a language twice, as `title` and as `title-eng`.
    let plainKey = MetadataField.withoutLanguage(key)
    guard !fields.contains(where: { $0.key == key || ($0.key == plainKey && $0.value == value) }) else { return }
    let size = key.utf8.count + value.utf8.count
    guard byteCount + size <= WireLimits.fieldsByteCount else { return }
    byteCount += size
    fields.append(MetadataField(key: key, value: value))
  }

  /// Keys of AVI that FFmpeg leaves as they are.
  private static let plainKeys = ["isbj": "subject", "ikey": "keywords"]

  /// The same for a text that is kept: without places, looking at a little more than is kept.
  static func bare(_ text: UnsafePointer<CChar>?, byteCount limit: Int) -> String {
    unsafe bare(cleaned(text, byteCount: limit + overhang), byteCount: limit)
  }

  /// A text without places, of at most this many bytes.
  static func bare(_ text: String, byteCount limit: Int) -> String {
    PlainText.cleaned(PlaceText.blanked(text), byteLimit: limit, markingCutsWith: "…")
  }

  /// At most this many bytes of valid UTF-8, a cut marked with "…"; no control characters except line feed and tab.
  static func cleaned(_ text: UnsafePointer<CChar>?, byteCount limit: Int) -> String {
    guard let text = unsafe text else { return "" }
    // Four bytes more than the limit show whether there was more.
    let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(strnlen(text, limit + 4)))
    return unsafe PlainText.cleaned(
      String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self), byteLimit: limit, markingCutsWith: "…")
  }
}

extension Demuxer {
  /// The text of the container, then that of a stream, then what FFmpeg leaves out.
  func metadata(streamIndex: Int?) -> MetadataReader {
    var reader = MetadataReader()
    unsafe reader.add(context.pointee.metadata)
    if let streamIndex, let stream = unsafe stream(streamIndex) { unsafe reader.add(stream.pointee.metadata) }
    guard container == "mov" else { return reader }
    let atoms = AtomReader(in: source.byteCount) { source.bytes(at: $0, count: $1) }
    for text in atoms.texts { reader.add(text) }
    reader.xmp = atoms.xmp.flatMap(Self.packet)
    return reader
  }

  /// An XMP packet without the room that writers leave in it; nil when it is longer than may cross the wall.
  private static func packet(_ bytes: [UInt8]) -> String? {
    let text = PlainText.cleaned(String(decoding: bytes, as: UTF8.self), byteLimit: bytes.count, markingCutsWith: "…")
    let packed = text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
    return packed.isEmpty || packed.utf8.count > WireLimits.xmpByteCount ? nil : packed
  }
}
