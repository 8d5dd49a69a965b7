import MediaFacts

/// The members of one reel in a catalog document, in the order they are always written in.
extension JSONText {
  /// Writes a reel as the catalog document has it.
  public mutating func reel(_ reel: Reel, _ options: CatalogJSON.Options) {
    object { json in
      json.member("id", reel.id.text)
      json.member("paths") { json in json.array { json in for path in reel.paths { json.path(path) } } }
      if reel.isGone { json.member("gone", true) }
      json.member("kind", reel.kind?.rawValue)
      json.member("status", reel.status.rawValue)
      json.member("reason", reel.reason)
      json.member("byteCount", reel.byteCount)
      json.member("fingerprint", reel.fingerprint.map(Self.hexadecimal))
      json.member("oshash", reel.oshash.map(OSHash.text))
      if let video = reel.video { json.member("video") { $0.video(video) } }
      json.recorded(reel.recorded, options)
      json.member("location", reel.location)
      json.chapters(reel.chapters)
      if reel.hasThumbnail {
        json.member("thumbnail") { json in
          json.object(.inline) { json in
            json.member("timeMs", reel.thumbnailMilliseconds)
            json.member("reason", reel.thumbnailReason?.rawValue)
          }
        }
      }
      if let seen = reel.seen { json.member("seen") { $0.seen(seen) } }
      if options.withEvidence, let onScreen = reel.onScreen {
        json.member("onScreen") { $0.onScreen(onScreen, parts: reel.partsOnScreen) }
      }
      if let alike = reel.alike { json.member("alike") { $0.alike(alike) } }
      if options.withEvidence { json.evidence(reel.evidence) }
      json.tags(reel.tagging, options)
      json.member("edits") { json in json.array { json in for edit in reel.edits { json.edit(edit) } } }
      if options.withObservations {
        json.subtitles(reel.subtitles)
        json.member("addedUnixSeconds", reel.addedUnixSeconds)
      }
    }
  }

  /// Writes the member `evidence` of a reel.
  public mutating func evidence(_ evidence: [Evidence]) {
    member("evidence") { json in json.array { json in for text in evidence { json.evidence(text) } } }
  }

  /// Writes the member `tags` of a reel.
  public mutating func tags(_ tagging: Tagging, _ options: CatalogJSON.Options = CatalogJSON.Options()) {
    member("tags") { json in json.array { json in for tag in tagging.tags { json.tag(tag, options) } } }
  }

  private mutating func path(_ path: PathBytes) {
    object(.inline) { json in json.member("path", path) }
  }

  private mutating func video(_ video: VideoFacts) {
    object { json in
      json.member("container", video.container)
      json.member("durationMs", video.durationMilliseconds)
      json.member("durationSource", video.durationSource?.rawValue)
      json.member("firstPictureMs", video.firstPictureMilliseconds)
      json.member("fileDurationMs", video.fileDurationMilliseconds)
      json.member("width", video.displaySize.width)
      json.member("height", video.displaySize.height)
      json.member("codedWidth", video.codedSize.width)
      json.member("codedHeight", video.codedSize.height)
      json.member("rotation", video.rotation)
      json.member("mirrored", video.isMirrored)
      if let rate = video.frameRate {
        json.member("frameRate") { json in
          json.object(.inline) { json in
            json.member("numerator", rate.numerator)
            json.member("denominator", rate.denominator)
          }
        }
      }
      if let isVariable = video.isVariableFrameRate { json.member("variableFrameRate", isVariable) }
      json.member("videoCodec", video.videoCodec)
      json.member("profile", video.profile)
      json.member("bitDepth", video.bitDepth)
      json.member("hdr", video.hdr?.rawValue)
      if video.colors != .none { json.member("colors") { $0.colors(video.colors) } }
      json.member("audioCodec", video.audioCodec)
      json.member("probe", video.probe.rawValue)
    }
  }

  private mutating func colors(_ colors: ColorTags) {
    object(.inline) { json in
      json.member("primaries", colors.primaries)
      json.member("transfer", colors.transfer)
      json.member("matrix", colors.matrix)
      json.member("range", colors.range)
    }
  }

  private mutating func chapters(_ chapters: [Chapter]) {
    guard !chapters.isEmpty else { return }
    member("chapters") { json in
      json.array { json in
        for chapter in chapters {
          json.object(.inline) { json in
            json.member("startMs", chapter.startMilliseconds)
            json.member("endMs", chapter.endMilliseconds)
            json.member("title", chapter.title)
          }
        }
      }
    }
  }

  private mutating func subtitles(_ tracks: [SubtitleTrack]) {
    guard !tracks.isEmpty else { return }
    member("subtitles") { json in json.array { json in for track in tracks { json.track(track) } } }
  }

  private mutating func track(_ track: SubtitleTrack) {
    object { json in
      json.member("language", track.language)
      json.member("cues") { json in
        json.array { json in
          for cue in track.cues {
            json.object(.inline) { json in
              json.member("startMs", cue.startMilliseconds)
              json.member("endMs", cue.endMilliseconds)
              json.member("text", cue.text)
            }
          }
        }
      }
    }
  }

  private mutating func recorded(_ date: RecordingDate?, _ options: CatalogJSON.Options) {
    guard let date, date.source != .fileTime || options.withObservations else { return }
    member("recorded") { json in
      json.object(.inline) { json in
        json.member("at", date.text)
        json.member("unixSeconds", date.unixSeconds)
        json.member("source", date.source.rawValue)
      }
    }
  }

  private mutating func evidence(_ evidence: Evidence) {
    object(.inline) { json in
      json.member("source", evidence.source.rawValue)
      json.member("field", evidence.field)
      json.member("text", evidence.text)
    }
  }

  private mutating func tag(_ tag: Tag, _ options: CatalogJSON.Options) {
    object(.inline) { json in
      json.member("facet", tag.facet.rawValue)
      json.member("value", tag.value)
      json.member("role", tag.role?.rawValue)
      json.member("confidence") { $0.thousandths(tag.confidence.permille) }
      if options.withEvidence {
        json.member("matches") { json in json.array { json in for match in tag.matches { json.match(match) } } }
      }
    }
  }

  private mutating func match(_ match: Match) {
    object { json in
      json.member("evidence", match.evidence)
      json.member("start", match.span.lowerBound)
      json.member("end", match.span.upperBound)
      json.member("entry", match.entry)
      json.member("weight", match.weight)
    }
  }

  private mutating func edit(_ edit: Edit) {
    let fields = EditFields(edit.change)
    object(.inline) { json in
      json.member("action", fields.action.rawValue)
      json.member("facet", fields.facet?.rawValue)
      json.member("value", fields.value)
      json.member("role", fields.role?.rawValue)
      json.member("number", fields.number)
      json.member("endNumber", fields.endNumber)
      json.member("text", fields.text)
      json.member("editedUnixSeconds", edit.editedUnixSeconds)
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
      for (index, byte) in bytes.enumerated() {
        text[2 * index] = digits[Int(byte >> 4)]
        text[2 * index + 1] = digits[Int(byte & 15)]
      }
      return 2 * bytes.count
    }
  }
}
