import MediaFacts

/// A chapter of a document, checked as it is read.
struct ChapterParts: Decodable {
  let chapter: Chapter

  private enum CodingKeys: String, CodingKey { case startMs, endMs, title }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let start = try members.value(.startMs, "isn't a time") { (time: Int) in
      WireLimits.milliseconds.contains(time) ? time : nil
    }
    chapter = Chapter(
      startMilliseconds: start,
      endMilliseconds: try members.optionalValue(.endMs, "is before the start") {
        (time: Int) in time > start && WireLimits.milliseconds.contains(time) ? time : nil
      },
      title: try members.text(.title))
  }
}

/// A subtitle track of a document, checked as it is read.
struct SubtitleTrackParts: Decodable {
  let track: SubtitleTrack

  private enum CodingKeys: String, CodingKey { case language, cues }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    track = SubtitleTrack(
      language: try members.nameIfAny(.language), cues: try members.list(.cues, of: CueParts.self).map(\.cue))
  }
}

private struct CueParts: Decodable {
  let cue: TimedText

  private enum CodingKeys: String, CodingKey { case startMs, endMs, text }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let start = try members.value(.startMs, "isn't a time") { (time: Int) in
      WireLimits.milliseconds.contains(time) ? time : nil
    }
    cue = TimedText(
      startMilliseconds: start,
      endMilliseconds: try members.optionalValue(.endMs, "is before the start") {
        (time: Int) in time > start && WireLimits.milliseconds.contains(time) ? time : nil
      },
      text: try members.text(.text).flatMap { $0.isEmpty ? nil : $0 } ?? { throw members.error(.text, "is empty") }())
  }
}
