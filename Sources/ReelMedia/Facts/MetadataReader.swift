import CFFmpeg
import MediaFacts

/// Collects text fields within the bounds of docs/SAFETY.md, B8.
struct MetadataReader {
  private(set) var fields: [MetadataField] = []
  private var byteCount = 0

  /// Takes over a dictionary of FFmpeg's; a key that is there already stays as it was.
  mutating func add(_ dictionary: OpaquePointer?) {
    var entry: UnsafeMutablePointer<AVDictionaryEntry>?
    while fields.count < WireLimits.fieldCount {
      unsafe entry = unsafe av_dict_get(dictionary, "", entry, AV_DICT_IGNORE_SUFFIX)
      guard let entry = unsafe entry else { return }
      let key = unsafe Self.cleaned(entry.pointee.key, byteCount: WireLimits.keyByteCount).lowercased()
      let value = unsafe Self.cleaned(entry.pointee.value, byteCount: WireLimits.valueByteCount)
      add(key: key, value: value)
    }
  }

  private mutating func add(key: String, value: String) {
    // Where a video was filmed is nobody's business in a catalog that is exported and shown.
    guard !key.isEmpty, key.utf8.count <= WireLimits.keyByteCount, !value.isEmpty, !key.contains("location"),
      !fields.contains(where: { $0.key == key })
    else { return }
    let size = key.utf8.count + value.utf8.count
    guard byteCount + size <= WireLimits.fieldsByteCount else { return }
    byteCount += size
    fields.append(MetadataField(key: key, value: value))
  }

  /// At most so many bytes of valid UTF-8, a cut marked with "…"; no control characters but line feed and tab.
  static func cleaned(_ text: UnsafePointer<CChar>?, byteCount limit: Int) -> String {
    guard let text = unsafe text else { return "" }
    // Four bytes more than the limit tell whether there was more to say.
    let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(strnlen(text, limit + 4)))
    return unsafe TextCleaning.cleaned(String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self), limit)
  }
}
