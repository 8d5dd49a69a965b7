import FoundationEssentials
import MediaFacts

/// The members of one reel in a catalog document, in the order in which they are always written.
extension JSONText {
  /// Writes a reel as the catalog document has it.
  public mutating func reel(_ reel: Reel, _ options: CatalogJSON.Options) {
    object { json in
      json.member("id", reel.id.text)
      json.member("paths") { json in json.array { json in for path in reel.paths { json.path(path) } } }
      if reel.isGone { json.member("gone", true) }
      json.member("status", reel.status.rawValue)
      json.member("reason", reel.reason)
      json.member("byteCount", reel.byteCount)
      json.member("fingerprint", reel.fingerprint.map(Self.hexadecimal))
      if let video = reel.video { json.member("video") { $0.video(video) } }
      json.recorded(reel.recorded, options)
      if reel.hasThumbnail {
        json.member("thumbnail") { json in
          json.object(.inline) { json in
            json.member("timeMs", reel.thumbnailMilliseconds)
            json.member("reason", reel.thumbnailReason?.rawValue)
          }
        }
      }
      if options.withEvidence { json.evidence(reel.evidence) }
      json.tags(reel.tagging, options)
      json.member("edits") { json in json.array { json in for edit in reel.edits { json.edit(edit) } } }
      if options.withObservations { json.member("addedUnixSeconds", reel.addedUnixSeconds) }
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
    object(.inline) { json in
      json.member("path", path.text)
      if path.exactText == nil { json.member("pathBytes", Data(path.bytes).base64EncodedString()) }
    }
  }

  private mutating func video(_ video: VideoFacts) {
    object { json in
      json.member("container", video.container)
      json.member("durationMs", video.durationMilliseconds)
      json.member("durationSource", video.durationSource?.rawValue)
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
      json.member("videoCodec", video.videoCodec)
      json.member("audioCodec", video.audioCodec)
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
