/// Tells what a camera wrote about itself from what somebody said: drones, dashcams and action cameras keep exposure, speed
/// and place as subtitles, several times a second.
///
/// Known are DJI's forms (`F/2.8, SS 206.14, ISO 150, EV 0, GPS (…), D 57.93m`; `HOME(…)`, `GPS(…)`, `BAROMETER:1.9`;
/// `FrameCnt`, `DiffTime`, `[iso : 110] [latitude: …]`: github.com/JuanIrache/DJI_SRT_Parser), which Autel and others follow,
/// and the lines of GPS loggers and dashcams: a date, a place, a speed, an NMEA sentence.
public enum CameraTelemetry {
  /// Whether at least half of a track's cues are a camera's.
  public static func fills(_ cues: some Sequence<String>) -> Bool {
    var (all, own) = (0, 0)
    for cue in cues {
      let reading = Reading(cue)
      guard reading.saysAnything else { continue }
      all += 1
      if reading.isTelemetry { own += 1 }
    }
    return own > 0 && own * 2 >= all
  }

  /// One cue, counted through once.
  private struct Reading {
    /// Words that only a camera writes before a number, and dates with a time.
    private var signs = 0
    /// Words that a camera writes before a number and people say, too.
    private var words = 0
    /// All other words of at least three letters.
    private var others = 0
    private var hasDigits = false
    private let hasPlace: Bool

    var saysAnything: Bool { signs + words + others > 0 || hasDigits || hasPlace }

    var isTelemetry: Bool {
      if hasPlace { return others <= signs + words + 1 }
      return signs >= 2 && others <= signs + words || signs >= 1 && others == 0
    }

    init(_ cue: String) {
      let bytes = Array(cue.utf8.prefix(2048))
      var index = 0
      var isMarkup = false
      hasPlace = PlaceText.occurs(in: String(decoding: bytes, as: UTF8.self))
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "<") { isMarkup = true }
        if byte == UInt8(ascii: ">") { isMarkup = false }
        if isMarkup {
          index += 1
        } else if Self.isLetter(byte) {
          var end = index
          while end < bytes.count, Self.isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "_") { end += 1 }
          read(bytes[index..<end], in: bytes)
          index = end
        } else if Self.isDigit(byte) {
          hasDigits = true
          let end = Self.endOfMoment(at: index, in: bytes)
          if end != nil { signs += 1 }
          index = end ?? index + 1
        } else {
          index += 1
        }
      }
    }

    private mutating func read(_ word: ArraySlice<UInt8>, in bytes: [UInt8]) {
      let text = String(decoding: word, as: UTF8.self).lowercased()
      if CameraTelemetry.signs.contains(text), Self.hasNumber(after: word.endIndex, in: bytes) {
        signs += 1
      } else if text == "f", Self.hasNumber(after: word.endIndex, in: bytes), word.endIndex < bytes.count,
        bytes[word.endIndex] == UInt8(ascii: "/")
      {
        signs += 1
      } else if ["kmh", "mph", "knots"].contains(text)
        || (text == "km" && bytes[word.endIndex...].starts(with: "/h".utf8))
      {
        signs += 1
      } else if CameraTelemetry.words.contains(text) {
        words += 1
      } else if word.count >= 3 {
        others += 1
      }
    }

    /// Whether a number follows, with a colon, a bracket, a sign, `F` or `1/` before it.
    private static func hasNumber(after start: Int, in bytes: [UInt8]) -> Bool {
      for byte in bytes[start...].prefix(6) {
        if isDigit(byte) { return true }
        guard " :=([+-/.FfWNESwnes\"".utf8.contains(byte) else { return false }
      }
      return false
    }

    /// The end of `2023-06-11 10:21:33` and its like, with a dot, a slash or a hyphen in the date.
    private static func endOfMoment(at start: Int, in bytes: [UInt8]) -> Int? {
      var place = start
      func digits(_ counts: ClosedRange<Int>) -> Bool {
        let first = place
        while place < bytes.count, place - first < counts.upperBound, isDigit(bytes[place]) { place += 1 }
        return counts.contains(place - first)
      }
      func sign(_ signs: String) -> Bool {
        guard place < bytes.count, signs.utf8.contains(bytes[place]) else { return false }
        place += 1
        return true
      }
      guard digits(1...4), sign("-./"), digits(1...2), sign("-./"), digits(2...4) else { return nil }
      while place < bytes.count, " T,".utf8.contains(bytes[place]), place - start < 14 { place += 1 }
      guard digits(1...2), sign(":"), digits(2...2), sign(":"), digits(2...2) else { return nil }
      return place
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  }

  private static let signs: Set<String> = [
    "framecnt", "srtcnt", "difftime", "iso", "shutter", "fnum", "f_num", "ev", "ss", "gps", "barometer", "latitude",
    "longitude", "longtitude", "altitude", "rel_alt", "abs_alt", "focal_len", "dzoom_ratio", "dzoom", "color_md", "ct",
    "ae_meter_md", "gb_yaw", "gb_pitch", "gb_roll", "hb", "tv", "sats", "satellites", "lat", "lon", "lng", "home",
  ]

  private static let words: Set<String> = [
    "d", "h", "s", "v", "m", "ms", "n", "e", "w", "hs", "vs", "alt", "abs", "speed", "spd", "dist", "distance",
    "height",
    "heading", "hdg", "course", "yaw", "pitch", "roll", "gimbal", "uav", "drone", "default", "auto", "sport", "mode",
    "wb",
    "zoom", "rec", "bat", "battery", "utc", "gmt", "gsensor", "sensor", "acc", "gyro", "x", "y", "z", "num", "km",
    "deg",
    "frame", "frm", "time", "date", "temp", "dlog", "dcinelike", "none", "hlg", "font", "size",
  ]
}
