/// Links to maps: whatever their form, they lead to a place.
enum PlaceLink {
  /// The end of the link that begins here; nil when none to a map does.
  static func end(at index: Int, in letters: PlaceLetters) -> Int? {
    // A link starts where a word does, and not inside another's host or path.
    guard ![UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@")].contains(letters[index - 1])
    else { return nil }
    guard mayBegin(at: index, in: letters) else { return nil }
    let host = self.host(at: index, in: letters)
    if letters[host.end] == UInt8(ascii: ":"), host.parts.count <= 2 {
      let scheme = host.parts.joined(separator: ".")
      let next = host.end + 1
      if scheme == "geo" {
        let isPoint = letters.isDigit(next) || (letters[next] == UInt8(ascii: "-") && letters.isDigit(next + 1))
        return isPoint ? close(next, in: letters) : nil
      }
      if schemes.contains(scheme) {
        return ["//", "q=", "?"].contains { letters.starts(with: $0.utf8, at: next) } ? close(next, in: letters) : nil
      }
      guard letters.starts(with: "//".utf8, at: host.end + 1) else { return nil }
      let inner = self.host(at: host.end + 3, in: letters)
      return isMap(inner.parts, path: inner.end, in: letters) ? close(inner.end, in: letters) : nil
    }
    return isMap(host.parts, path: host.end, in: letters) ? close(host.end, in: letters) : nil
  }

  /// Whether there is a dot inside the word or a colon behind it, as few words have.
  private static func mayBegin(at index: Int, in letters: PlaceLetters) -> Bool {
    var end = index
    while end - index < 80, letters.isLetter(end) || letters.isDigit(end) || letters[end] == UInt8(ascii: "-") {
      end += 1
    }
    let isLast = letters[end] != UInt8(ascii: ".") || !(letters.isLetter(end + 1) || letters.isDigit(end + 1))
    return letters[end] == UInt8(ascii: ":") || !isLast
  }

  /// The parts of a name with dots in it, in lower case.
  private static func host(at index: Int, in letters: PlaceLetters) -> (parts: [String], end: Int) {
    var parts: [String] = []
    var part: [UInt8] = []
    var end = index
    while end - index < 80 {
      let code = letters.lowercased(end)
      if code == UInt8(ascii: "."), !part.isEmpty, letters.isLetter(end + 1) || letters.isDigit(end + 1) {
        parts.append(String(decoding: part, as: UTF8.self))
        part = []
      } else if (0x61...0x7A).contains(code) || (0x30...0x39).contains(code) || code == UInt8(ascii: "-") {
        part.append(code)
      } else {
        break
      }
      end += 1
    }
    parts.append(String(decoding: part, as: UTF8.self))
    return (parts, end)
  }

  private static func isMap(_ parts: [String], path: Int, in letters: PlaceLetters) -> Bool {
    guard parts.count >= 2 else { return false }
    let name = parts.joined(separator: ".")
    if hosts.contains(where: { name == $0 || name.hasSuffix(".\($0)") }) { return true }
    func leads(to word: String) -> Bool { letters.starts(with: word.utf8, at: path) }
    if parts.contains("google") || parts.contains("yandex") {
      return ["maps", "earth", "mapy", "map"].contains(parts[0]) || leads(to: "/maps")
    }
    return [("goo.gl", "/maps"), ("bing.com", "/maps"), ("toolforge.org", "/geohack")].contains { host, start in
      (name == host || name.hasSuffix(".\(host)")) && leads(to: start)
    } || ["openstreetmap", "2gis"].contains(where: parts.contains)
  }

  /// To the end of a link, without the punctuation of the sentence around it.
  private static func close(_ index: Int, in letters: PlaceLetters) -> Int {
    let ends = Set("\"<>".utf8)
    var end = index
    while end < letters.count, !letters.isSpace(end), !ends.contains(letters[end]) { end += 1 }
    let punctuation = Set(".,;:!?)]}'*_".utf8)
    while end > index, punctuation.contains(letters[end - 1]) { end -= 1 }
    // "?ll=48.858, 2.294", with a space that no link has.
    guard letters.isDigit(end - 1), letters[end] == UInt8(ascii: ","),
      let rest = PlaceAngle(at: letters.afterSpaces(end + 1), in: letters), rest.decimals >= 2
    else { return end }
    return rest.end
  }

  /// All of these are about places, below whatever name.
  private static let hosts = [
    "maps.app.goo.gl", "g.page", "maps.apple.com", "maps.apple", "osm.org", "opencyclemap.org", "osmand.net",
    "waze.com",
    "maps.bing.com", "her.is", "share.here.com", "wego.here.com", "maps.here.com", "mapy.cz", "mapy.com",
    "map.baidu.com", "j.map.baidu.com", "amap.com", "map.naver.com", "map.kakao.com", "w3w.co", "what3words.com",
    "plus.codes", "mapcode.com", "geohash.org", "geohack.toolforge.org", "wikimapia.org", "mapquest.com",
    "mapcarta.com",
    "organicmaps.app", "omaps.app", "ge0.me", "maps.me", "caltopo.com", "geocaching.com", "coord.info",
    "map.geo.admin.ch",
    "maps.yahoo.com", "viamichelin.com", "citymapper.com",
  ]

  /// Addresses that open a map's program.
  private static let schemes: Set<String> = [
    "maps", "comgooglemaps", "google.navigation", "waze", "om", "ge0", "mapsme", "here-location", "here-route",
    "bingmaps",
    "yandexmaps", "yandexnavi", "dgis", "baidumap", "iosamap", "androidamap", "citymapper", "osmand", "magicearth",
  ]
}
