/// Writes XSPF's form in JSON (https://wiki.xiph.org/JSPF_Draft).
enum JSPFFormat {
  static func rendered(_ playlist: Playlist, at place: PlaylistPlace, _ style: EntryStyle) -> RenderedPlaylist {
    var json = JSONText()
    json.object { json in
      json.member("playlist") { json in
        json.object { json in
          json.member("title", PlaylistTitle.clean(playlist.title))
          json.member("track") { json in
            json.array { json in
              for (number, entry) in zip(1..., playlist.entries) {
                write(entry, number, place.reference(entry.path, style), into: &json)
              }
            }
          }
        }
      }
    }
    json.endLine()
    var warnings: [PlaylistWarning] = []
    warnings.notePauses(of: playlist)
    return RenderedPlaylist(bytes: json.takeBytes(), warnings: warnings)
  }

  private static func write(_ entry: Playlist.Entry, _ number: Int, _ location: String, into json: inout JSONText) {
    let block = PlaylistTitle.clean(entry.block)
    let options = PlayerOptions.vlc(entry)
    json.object { json in
      json.member("location") { json in json.array(.inline) { $0.value(location) } }
      json.member("title", entry.fullTitle)
      json.member("creator", block.isEmpty ? nil : block)
      json.member("annotation", XSPFFormat.note(entry))
      json.member("trackNum", number)
      json.member("duration", entry.seconds * 1000)
      guard !options.isEmpty else { return }
      json.member("extension") { json in
        json.object { json in
          json.member(XSPFFormat.vlcApplication) { json in
            json.array(.inline) { json in
              json.object { json in
                json.member("option") { json in json.array { json in options.forEach { json.value($0) } } }
              }
            }
          }
        }
      }
    }
  }
}
