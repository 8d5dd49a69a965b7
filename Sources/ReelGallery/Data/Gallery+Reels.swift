import FoundationEssentials
import MediaFacts
public import ReelCatalog

/// `data/reels-N.js` and `data/why-N.js`: what the grid shows of many reels, and what one reel's page adds.
extension Gallery {
  func reelData(_ number: Int) -> [UInt8]? {
    let chunks = Self.chunks(of: reels.count, by: Self.reelsPerFile)
    guard chunks.indices.contains(number) else { return nil }
    return Self.script("reels", number) { json in
      json.array { json in for reel in reels[chunks[number]] { write(reel, to: &json) } }
    }
  }

  func reasonData(_ number: Int) -> [UInt8]? {
    let chunks = Self.chunks(of: reels.count, by: Self.reasonsPerFile)
    guard chunks.indices.contains(number) else { return nil }
    return Self.script("why", number) { json in
      json.object { json in
        for reel in reels[chunks[number]] { json.member(reel.id.text) { writeReasons(of: reel, to: &$0) } }
      }
    }
  }

  /// What a server answers after a decision about reels: for each what the grid and what its page show now.
  ///
  /// - Parameters:
  ///   - decision: The number by which the page can take it back; nil if it cannot.
  ///   - named: The exercise that the reels were named.
  public func answer(about changed: [Reel], decision: Int? = nil, named: String? = nil) -> [UInt8] {
    var json = JSONText(.inline)
    json.object { json in
      json.member("decision", decision)
      if let exercise = named.flatMap(vocabulary.exercise) {
        json.member("exercise", exercise.id)
        json.member("name", exercise.name)
      }
      json.member("reels") { json in
        json.array { json in
          for reel in changed {
            json.object { json in
              json.member("row") { write(reel, to: &$0) }
              json.member("why") { writeReasons(of: reel, to: &$0) }
            }
          }
        }
      }
    }
    return json.takeBytes()
  }

  /// The kinds of tag that the grid shows and filters by.
  private static let gridFacets: [Facet] = [.exercise, .movement, .mode, .position, .equipment, .level, .side]

  private func write(_ reel: Reel, to json: inout JSONText) {
    let notes = reel.personal
    json.object { json in
      json.member("id", reel.id.text)
      json.member("title", reel.title(in: vocabulary))
      if let path = reel.paths.first { json.member("path", path) }
      json.member("bytes", reel.byteCount)
      json.member("source", sources[reel.id])
      if reel.hasThumbnail { json.member("still", Self.stillName(of: reel.id)) }
      json.member("ms", reel.video?.durationMilliseconds)
      json.member("from", notes.startMilliseconds)
      json.member("to", notes.endMilliseconds)
      if notes.isFavourite { json.member("favourite", true) }
      json.member("rating", notes.rating)
      for facet in Self.gridFacets {
        let tags = reel.tagging.tags.filter { $0.facet == facet }
        guard !tags.isEmpty else { continue }
        json.member(facet.rawValue) { json in json.array { json in for tag in tags { Self.write(tag, to: &json) } } }
      }
      Self.writeGuess(about: reel, to: &json)
      if options.edits != nil, ReviewList.isUnnamed(reel) { json.member("unnamed", true) }
      let words = searchWords(of: reel)
      json.member("words", words.isEmpty ? nil : words)
    }
  }

  private static func write(_ tag: Tag, to json: inout JSONText) {
    json.array { json in
      json.value(tag.value)
      json.value(tag.confidence.permille)
      if let role = tag.role { json.value(role.rawValue) }
    }
  }

  /// Words besides name and tags that find a reel in a search, each once and folded.
  private func searchWords(of reel: Reel) -> String {
    var texts: [String] = []
    if options.withTexts {
      texts += reel.evidence.filter { ![.person, .filename, .folder, .alike, .seen].contains($0.source) }.map(\.text)
    }
    if options.withNotes { texts += [reel.personal.note].compactMap(\.self) }
    var seen: Set<String> = []
    var words = ""
    for word in texts.lazy.flatMap({ FoldedText($0).words }) where word.utf8.count > 1 && seen.insert(word).inserted {
      guard words.utf8.count + word.utf8.count < Self.longestSearchWords else { break }
      words += words.isEmpty ? word : " \(word)"
    }
    return words
  }

  private static let longestSearchWords = 400

  private func writeReasons(of reel: Reel, to json: inout JSONText) {
    json.object { json in
      if let video = reel.video {
        json.member("width", video.displaySize.width)
        json.member("height", video.displaySize.height)
        json.member("container", video.container)
        json.member("codec", video.videoCodec)
      }
      if options.withNotes { json.member("note", reel.personal.note) }
      Self.writeSeen(reel, to: &json)
      json.member("tags") { json in
        json.array { json in
          for tag in reel.tagging.tags {
            json.object { json in
              json.member("facet", tag.facet.rawValue)
              json.member("value", tag.value)
              json.member("role", tag.role?.rawValue)
              json.member("permille", tag.confidence.permille)
              json.member("because") { writeMatches(of: tag, in: reel, to: &$0) }
            }
          }
        }
      }
    }
  }

  private static let mostMatches = 4

  private func writeMatches(of tag: Tag, in reel: Reel, to json: inout JSONText) {
    json.array { json in
      for match in tag.matches.prefix(Self.mostMatches) where reel.evidence.indices.contains(match.evidence) {
        let evidence = reel.evidence[match.evidence]
        json.object { json in
          json.member("source", evidence.source.rawValue)
          json.member("field", evidence.field)
          json.member("at", evidence.shownMilliseconds)
          // What was seen has its own place on the page.
          guard options.withTexts, evidence.source != .seen, let excerpt = Excerpt(match.span, of: evidence.text) else {
            return
          }
          json.member("before", excerpt.before)
          json.member("words", excerpt.words)
          json.member("after", excerpt.after)
        }
      }
    }
  }
}
