import MediaFacts

/// A chapter of a document, checked as it is read.
struct ChapterParts: Decodable {
  let chapter: Chapter

  private enum CodingKeys: String, CodingKey { case startMs, endMs, title }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let start = try members.value(.startMs, "is no time") { $0 >= 0 ? $0 : nil }
    chapter = Chapter(
      startMilliseconds: start,
      endMilliseconds: try members.optionalValue(.endMs, "lies before the start") { $0 > start ? $0 : nil },
      title: try members.decodeIfPresent(String.self, forKey: .title))
  }
}

/// A subtitle track of a document, checked as it is read.
struct SubtitleTrackParts: Decodable {
  private let language: String?
  private let cues: [CueParts]

  var track: SubtitleTrack { SubtitleTrack(language: language, cues: cues.map(\.cue)) }
}

private struct CueParts: Decodable {
  let cue: TimedText

  private enum CodingKeys: String, CodingKey { case startMs, endMs, text }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let start = try members.value(.startMs, "is no time") { $0 >= 0 ? $0 : nil }
    cue = TimedText(
      startMilliseconds: start,
      endMilliseconds: try members.optionalValue(.endMs, "lies before the start") { $0 > start ? $0 : nil },
      text: try members.value(.text, "is empty") { (text: String) in text.isEmpty ? nil : text })
  }
}
