import ReelCatalog
import ReelLibrary

/// What a look at the folder leaves out, for a person and for a program.
enum SkippedRows {
  static func show(_ walk: FolderWalk, asJSON: Bool) {
    guard !asJSON else {
      StandardOutput.write(json(walk.leftOut))
      return
    }
    for (path, reason) in walk.unseen { Messages.say("\(path.text): cannot be read: \(reason)") }
    for line in lines(walk.leftOut) { StandardOutput.writeLine(line) }
  }

  private static func lines(_ entries: [LeftOut]) -> [String] {
    guard !entries.isEmpty else { return ["nothing is skipped"] }
    var table = TextTable([.left, .fill])
    for entry in entries {
      table.add([TerminalText.escaping(shown(entry)), TerminalText.escaping(entry.reason.text)])
    }
    return table.lines(width: StandardOutput.isTerminal ? StandardOutput.columns : nil)
  }

  /// A folder has a slash at its end.
  private static func shown(_ entry: LeftOut) -> String { entry.path.text + (entry.isFolder ? "/" : "") }

  private static func json(_ entries: [LeftOut]) -> [UInt8] {
    var json = JSONText()
    json.array { json in
      for entry in entries {
        json.object(.inline) { json in
          json.member("path", entry.path)
          json.member("folder", entry.isFolder)
          json.member("kind", entry.reason.kind)
          json.member("reason", entry.reason.text)
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}
