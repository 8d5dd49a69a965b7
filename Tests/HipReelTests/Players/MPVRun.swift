import Foundation
import TestSupport

/// What mpv did with a playlist, as a script inside it saw it.
struct MPVRun {
  /// One file that was loaded; an edit list is one.
  struct File: Decodable {
    let path: String
    let title: String
    let duration: Double
    let chapters: [Chapter]
  }

  struct Chapter: Decodable {
    let title: String
    let time: Double
  }

  let files: [File]
  /// What it said, bytes that are no text replaced.
  let log: String

  /// The path in base 16: mpv's JSON is not for bytes that are no text.
  private static let script = """
    local utils = require("mp.utils")
    mp.register_event("file-loaded", function()
      local path = mp.get_property("path"):gsub(".", function(c) return string.format("%02x", c:byte()) end)
      local row = {path = path, title = mp.get_property("media-title"),
        duration = mp.get_property_number("duration"), chapters = mp.get_property_native("chapter-list")}
      if #row.chapters == 0 then row.chapters = nil end
      print("ROW" .. utils.format_json(row):gsub("\\n", " ") .. "END")
    end)
    """

  /// Plays the beginning of everything.
  init(_ arguments: [String], in folder: URL, input: String = "") throws {
    let files = try TemporaryFolder()
    let script = try files.write(Self.script, to: "probe.lua")
    let run = try SystemTool.mpv.run(
      [
        "--no-config", "--vo=null", "--ao=null", "--length=0.1", "--msg-level=all=v",
        "--script=\(script.path(percentEncoded: false))",
      ] + arguments, in: folder, input: input)
    log = run.text + run.errors
    self.files = try log.components(separatedBy: "ROW{").dropFirst().map { row in
      let json = "{" + (row.components(separatedBy: "END").first ?? "")
      return try JSONDecoder().decode(Row.self, from: Data(json.utf8)).file
    }
  }

  private struct Row: Decodable {
    let path: String
    let title: String
    let duration: Double?
    let chapters: [Chapter]?

    var file: File { File(path: path, title: title, duration: duration ?? 0, chapters: chapters ?? []) }
  }
}
