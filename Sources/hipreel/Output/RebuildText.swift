import ReelCatalog
import ReelLibrary

/// What a rebuilt catalog has, for a person or a program.
enum RebuildText {
  static func line(_ report: CatalogRebuild.Report) -> String {
    let searches = report.searchCount == 1 ? "1 search" : "\(report.searchCount) searches"
    return [
      "kept: " + HumanText.count(report.reelCount, "reel"), HumanText.count(report.editCount, "edit"), searches,
      HumanText.count(report.playlistCount, "playlist"),
      "\(HumanText.count(report.unreadReelCount, "reel")) to read again",
    ].joined(separator: ", ")
  }

  static func json(_ report: CatalogRebuild.Report) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("reels", report.reelCount)
      json.member("edits", report.editCount)
      json.member("searches", report.searchCount)
      json.member("playlists", report.playlistCount)
      json.member("unread", report.unreadReelCount)
      json.member("kept", report.kept)
      json.member("losses") { json in
        json.array { json in
          for loss in report.losses { json.value(loss) }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}
