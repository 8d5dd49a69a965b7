import FoundationEssentials
import MediaFacts
import ReelLibrary

/// A picture for terminals with kitty's protocol (https://sw.kovidgoyal.net/kitty/graphics-protocol/).
enum KittyPicture {
  /// What shows the picture at the cursor, over a number of characters; the cursor stays, and the terminal answers nothing.
  static func encoded(_ picture: RGBPicture, columns: Int, rows: Int) -> [UInt8] {
    // The protocol's limit is 4096 characters in each part.
    let parts = stride(from: 0, to: picture.bytes.count, by: 3072).map { start in
      Data(picture.bytes[start..<min(start + 3072, picture.bytes.count)]).base64EncodedString()
    }
    var bytes: [UInt8] = []
    for (place, part) in parts.enumerated() {
      let first =
        "a=T,f=24,s=\(picture.size.width),v=\(picture.size.height),c=\(columns),r=\(rows),C=1,"
      let more = place < parts.count - 1 ? 1 : 0
      bytes += "\u{1B}_G\(place == 0 ? first : "")q=2,m=\(more);\(part)\u{1B}\\".utf8
    }
    return bytes
  }
}
