import FoundationEssentials

/// Decodes JSON from a stranger with Foundation's decoder, after a look at its shape.
enum SidecarJSON {
  /// - Throws: `SidecarError` for text that is not JSON, is nested deeper than 64 levels, or has more than
  ///   half a million values: the decoder would need more than 64 MB for those.
  static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws(SidecarError) -> Value {
    // What is not UTF-8 gets replacement characters: a broken letter in a caption costs that letter.
    let isText = String(validating: bytes, as: UTF8.self) != nil
    let text = isText ? bytes : Array(TextDecoding.decoded(bytes).utf8)
    try checkShape(of: text)
    do {
      return try JSONDecoder().decode(type, from: Data(text))
    } catch {
      throw SidecarError("is not JSON of the expected form")
    }
  }

  private static let deepest = 64
  private static let mostValues = 500_000

  private static func checkShape(of bytes: [UInt8]) throws(SidecarError) {
    var (depth, values, isInString, isEscaped) = (0, 0, false, false)
    for byte in bytes {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        values += 1
        if depth > deepest { throw SidecarError("is nested deeper than \(deepest) levels") }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ","), UInt8(ascii: ":"): values += 1
      default: break
      }
      if values > mostValues { throw SidecarError("has more than \(mostValues) values") }
    }
  }
}

/// A value that may be of another kind than expected: it then counts as absent, and its neighbours still count.
struct Lenient<Value: Decodable>: Decodable {
  let value: Value?

  init(from decoder: any Decoder) throws { value = try? decoder.singleValueContainer().decode(Value.self) }
}

extension KeyedDecodingContainer {
  /// The member, or nil when it is absent, null, or of another kind.
  func lenient<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
    (try? decodeIfPresent(Lenient<Value>.self, forKey: key))?.value
  }

  /// The members of a list that are of the expected kind; none when it is not a list.
  func lenientList<Value: Decodable>(of type: Value.Type, _ key: Key) -> [Value] {
    lenient([Lenient<Value>].self, key)?.compactMap(\.value) ?? []
  }

  /// A whole number, a fraction, or either written as a text.
  func lenientNumber(_ key: Key) -> Double? {
    lenient(Double.self, key) ?? lenient(String.self, key).flatMap(Double.init)
  }
}
