import MediaFacts
import ReelCatalog

/// A reel in the `--json` output of the commands: what a program needs short of the whole catalog document.
enum ReelJSON {
  /// A document that lists reels by their ids and paths alone.
  static func names(_ reels: [Reel]) -> [UInt8] {
    var json = JSONText()
    json.array { json in for reel in reels { json.object(.inline) { name(reel, to: &$0) } } }
    json.endLine()
    return json.takeBytes()
  }

  static func name(_ reel: Reel, to json: inout JSONText) {
    json.member("id", reel.id.text)
    json.member("path", reel.paths.first)
  }

  /// Writes one reel as an object.
  static func write(_ reel: Reel, to json: inout JSONText) {
    json.object { json in
      name(reel, to: &json)
      json.member("status", reel.status.rawValue)
      json.member("reason", reel.reason)
      json.member("gone", reel.isGone)
      if let video = reel.video {
        json.member("durationMs", video.durationMilliseconds)
        json.member("width", video.displaySize.width)
        json.member("height", video.displaySize.height)
        json.member("codec", video.videoCodec)
      }
      json.member("exercise", reel.tagging.exercise)
      json.member("movements") { json in
        json.array(.inline) { json in
          for movement in reel.tagging.movements(.primary) { json.value(movement.rawValue) }
        }
      }
      for facet in [Facet.mode, .position, .equipment, .side] {
        json.member(facet.rawValue) { json in
          json.array(.inline) { json in
            for value in reel.tagging.values(facet) { json.value(value) }
          }
        }
      }
    }
  }
}
