import ReelCatalog

/// XMP, beside a video or inside it: description, keywords, title and creation time.
///
/// Properties are known by the usual prefixes of their name spaces (XMP specification part 1, section 8.4), as child
/// elements or as attributes of `rdf:Description`. Places (`exif:GPS…`) are not read.
public enum XMPReader {
  static func records(from bytes: [UInt8], _ keys: [SidecarKey]) throws(SidecarError) -> [SidecarRecord] {
    let packet = try packet(bytes)
    guard !packet.texts.isEmpty || packet.seconds != nil else { return [] }
    return [SidecarRecord(keys: keys, texts: packet.texts.map(\.text), recordedUnixSeconds: packet.seconds)]
  }

  /// The texts of an XMP packet that a video carries inside, by Dublin Core's names: `description`, `subject`, `title`.
  ///
  /// - Throws: `SidecarError` when it is not XMP.
  public static func texts(inPacket bytes: [UInt8]) throws(SidecarError) -> [(property: String, text: String)] {
    try packet(bytes).texts.map { ($0.property, $0.text.text) }
  }

  private static func packet(
    _ bytes: [UInt8]
  ) throws(SidecarError) -> (texts: [(property: String, text: SidecarText)], seconds: Int?) {
    let descriptions = try XMLReader.root(of: bytes).descendants.filter { $0.name == "rdf:Description" }
    func values(_ property: String) -> [String] {
      descriptions.flatMap { description in
        description.children(property).flatMap { element in
          let items = element.descendants.filter { $0.name == "rdf:li" }.map(\.text)
          return items.isEmpty ? [element.text] : items
        } + [description.attributes[property]].compactMap { $0 }
      }
    }
    // "hip|internal-rotation" is a path of keywords, the widest first.
    let hierarchy = values("lr:hierarchicalSubject").map { $0.split(separator: "|").joined(separator: " ") }
    let texts = [
      ("description", values("dc:description").first),
      ("subject", (values("dc:subject") + hierarchy).joined(separator: ", ")), ("title", values("dc:title").first),
    ].compactMap { property, text in SidecarText("XMP \(property)", text).map { (property, $0) } }
    return (texts, SidecarDate.seconds(values("xmp:CreateDate").first))
  }
}
