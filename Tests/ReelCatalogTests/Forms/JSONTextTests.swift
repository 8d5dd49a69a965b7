import Foundation
import ReelCatalog
import Testing

@Suite struct JSONTextTests {
  @Test func `members stand on lines or inline, and empty containers are closed at once`() {
    var json = JSONText()
    json.object { json in
      json.member("name", "clamshell")
      json.member("missing", nil as String?)
      json.member("none") { $0.array { _ in } }
      json.member("nested") { json in
        json.array { json in
          json.object(.inline) { json in
            json.member("count", -3)
            json.member("list") { json in
              json.array { json in
                json.value(true)
                json.null()
              }
            }
          }
          json.thousandths(905)
          json.thousandths(-12_040)
        }
      }
      json.member("empty") { $0.object { _ in } }
    }
    json.endLine()
    #expect(
      json.text == """
        {
          "name": "clamshell",
          "none": [],
          "nested": [
            {"count": -3, "list": [true, null]},
            0.905,
            -12.040
          ],
          "empty": {}
        }

        """)
  }

  @Test func `one line is one line`() {
    var json = JSONText(.inline)
    json.object { $0.member("a") { $0.array { $0.value(1) } } }
    #expect(json.text == #"{"a": [1]}"#)
  }

  @Test func `taking bytes in between changes nothing`() {
    var json = JSONText()
    json.beginArray()
    var bytes: [UInt8] = []
    for number in 0..<3 {
      json.value(number)
      bytes += json.takeBytes()
    }
    json.end()
    bytes += json.takeBytes()
    #expect(String(decoding: bytes, as: UTF8.self) == "[\n  0,\n  1,\n  2\n]")
    #expect(json.byteCount == 0)
  }

  @Test func `controls, quotes and line separators are escaped, all else stands as it is`() {
    var json = JSONText()
    json.value("a\"\\/\u{8}\t\n\u{C}\r\u{1}\u{1F}\u{7F}é\u{2027}\u{2028}\u{2029}\u{202A}🧘\u{E000}")
    #expect(
      json.text == "\"a\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f\u{7F}é\u{2027}\\u2028\\u2029\u{202A}🧘\u{E000}\"")
  }

  @Test func `every character comes back from a JSON reader`() throws {
    let scalars = (0...0x2FFFF).compactMap(Unicode.Scalar.init)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    var json = JSONText()
    json.array { $0.value(String(text)) }
    let back = try JSONDecoder().decode([String].self, from: Data(json.takeBytes()))
    #expect(back.first?.unicodeScalars.elementsEqual(scalars) == true)
  }
}
