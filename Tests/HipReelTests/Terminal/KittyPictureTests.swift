import Foundation
import MediaFacts
import ReelLibrary
import Testing

@testable import hipreel

@Suite struct KittyPictureTests {
  @Test func `a small picture is one part`() throws {
    let size = try #require(PixelSize(width: 2, height: 1))
    let picture = RGBPicture(size: size, bytes: [255, 0, 0, 0, 0, 255])
    let text = String(decoding: KittyPicture.encoded(picture, columns: 4, rows: 2), as: UTF8.self)
    #expect(text == "\u{1B}_Ga=T,f=24,s=2,v=1,c=4,r=2,C=1,q=2,m=0;/wAAAAD/\u{1B}\\")
  }

  @Test func `a larger one comes in parts of at most 4096 characters that give its bytes back`() throws {
    let size = try #require(PixelSize(width: 50, height: 41))
    let picture = RGBPicture(size: size, bytes: (0..<6150).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    let text = String(decoding: KittyPicture.encoded(picture, columns: 9, rows: 3), as: UTF8.self)
    let parts = text.components(separatedBy: "\u{1B}\\")
    #expect(parts.count == 4 && parts.last == "")
    let headers = parts.dropLast().map { $0.prefix { $0 != ";" } }
    #expect(headers[0].hasSuffix(",q=2,m=1") && headers[1] == "\u{1B}_Gq=2,m=1" && headers[2] == "\u{1B}_Gq=2,m=0")
    let loads = parts.dropLast().map { String($0.drop { $0 != ";" }.dropFirst()) }
    #expect(loads.allSatisfy { $0.utf8.count <= 4096 })
    #expect(loads.dropLast().allSatisfy { $0.utf8.count.isMultiple(of: 4) })
    #expect(loads.flatMap { Data(base64Encoded: $0).map { [UInt8]($0) } ?? [] } == picture.bytes)
  }
}
