/// Reads the part of XML that sidecars are written in: elements, attributes, text, CDATA, comments, and the entities
/// that need no declaration.
///
/// A document type and its entities are refused: with them a few lines grow to gigabytes or name other files. Our own
/// code, since a stranger's file is read outside the jail and the libraries at hand are C (docs/DECISIONS.md).
struct XMLReader {
  private let bytes: [UInt8]
  private var place = 0
  private var elementCount = 0

  private static let deepest = 64
  private static let mostElements = 20_000

  /// Reads the first element of a document; what follows it is ignored (Kodi allows an address there).
  ///
  /// - Throws: `SidecarError` when it is not well formed, is nested deeper than 64 levels, or has more than 20,000
  ///   elements.
  static func root(of bytes: [UInt8]) throws(SidecarError) -> XMLElement {
    var reader = XMLReader(bytes: Array(TextDecoding.decoded(bytes).utf8))
    try reader.skipProlog()
    return try reader.element(depth: 0)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func skipProlog() throws(SidecarError) {
    while place < bytes.count {
      if take("<?") {
        try skip(past: "?>")
      } else if take("<!--") {
        try skip(past: "-->")
      } else if bytes[place] == UInt8(ascii: "<") {
        if at("<!") { throw SidecarError("has a document type, which is not supported") }
        return
      } else if isSpace(bytes[place]) {
        place += 1
      } else {
        throw SidecarError("is not XML")
      }
    }
    throw SidecarError("is not XML")
  }

  private mutating func element(depth: Int) throws(SidecarError) -> XMLElement {
    elementCount += 1
    guard depth < Self.deepest, elementCount <= Self.mostElements else {
      throw SidecarError("is nested too deeply or has too many elements")
    }
    place += 1
    let name = try name()
    var element = XMLElement(name: name, attributes: try attributes())
    if take("/>") { return element }
    guard take(">") else { throw malformed }
    var text: [UInt8] = []
    while true {
      guard place < bytes.count else { throw malformed }
      if take("</") {
        guard try self.name() == name else { throw malformed }
        skipSpace()
        guard take(">") else { throw malformed }
        element.text = String(decoding: text, as: UTF8.self)
        return element
      } else if take("<!--") {
        try skip(past: "-->")
      } else if take("<![CDATA[") {
        let start = place
        try skip(past: "]]>")
        text += bytes[start..<(place - 3)]
      } else if take("<?") {
        try skip(past: "?>")
      } else if at("<!") {
        throw malformed
      } else if bytes[place] == UInt8(ascii: "<") {
        element.children.append(try self.element(depth: depth + 1))
      } else {
        try appendCharacter(to: &text)
      }
    }
  }

  private mutating func attributes() throws(SidecarError) -> [String: String] {
    var attributes: [String: String] = [:]
    while true {
      skipSpace()
      guard place < bytes.count else { throw malformed }
      if at("/>") || at(">") { return attributes }
      let name = try name()
      skipSpace()
      guard take("=") else { throw malformed }
      skipSpace()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
        throw malformed
      }
      let quote = bytes[place]
      place += 1
      var value: [UInt8] = []
      while place < bytes.count, bytes[place] != quote { try appendCharacter(to: &value) }
      guard place < bytes.count else { throw malformed }
      place += 1
      attributes[name] = String(decoding: value, as: UTF8.self)
    }
  }

  private mutating func name() throws(SidecarError) -> String {
    let start = place
    while place < bytes.count, isNameByte(bytes[place]) { place += 1 }
    guard place > start else { throw malformed }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// Copies one byte, or what an entity stands for.
  private mutating func appendCharacter(to text: inout [UInt8]) throws(SidecarError) {
    guard bytes[place] == UInt8(ascii: "&") else {
      text.append(bytes[place])
      place += 1
      return
    }
    guard let end = bytes[place...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { throw malformed }
    let entity = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
    place = end + 1
    guard let scalar = Self.scalar(of: entity) else { throw SidecarError("uses an unsupported entity") }
    text += Array(String(Character(scalar)).utf8)
  }

  private static func scalar(of entity: String) -> Unicode.Scalar? {
    switch entity {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case _ where entity.hasPrefix("#x"): UInt32(entity.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case _ where entity.hasPrefix("#"): UInt32(entity.dropFirst(1)).flatMap(Unicode.Scalar.init)
    default: nil
    }
  }

  private func at(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    return text.withUTF8Buffer { bytes[place..<(place + count)].elementsEqual($0) }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    guard at(text) else { return false }
    place += text.utf8CodeUnitCount
    return true
  }

  private mutating func skip(past text: StaticString) throws(SidecarError) {
    while place < bytes.count {
      if take(text) { return }
      place += 1
    }
    throw malformed
  }

  private mutating func skipSpace() {
    while place < bytes.count, isSpace(bytes[place]) { place += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0a, 0x0d].contains(byte) }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39: true
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"): true
    default: byte >= 0x80
    }
  }

  private var malformed: SidecarError { SidecarError("is not well-formed XML") }
}
