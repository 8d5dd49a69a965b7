import Foundation
import ReelCatalog
import Testing
import TestSupport

@Suite struct PlaylistCommandTests {
  private func indexed() throws -> SampleFolder {
    let folder = try SampleFolder()
    #expect(try folder.hipreel("index", ".", "--quiet").status == 0)
    return folder
  }

  @Test func `a terminal shows the plan alone, and the list when it is asked for`() throws {
    let folder = try indexed()
    func seen(_ options: String) throws -> String {
      let terminal = try PseudoTerminal(
        "\"$0\" playlist six-way-tour \(options) --catalog \"$1\"; echo status $?; echo end",
        [Checkout.program("hipreel").path(percentEncoded: false), folder.url.path(percentEncoded: false)])
      return try terminal.wait(for: "end")
    }
    let plan = try seen("")
    #expect(plan.contains("Six-way tour: 5 of 7 exercises, 5:25 of 7:55") && plan.contains("status 20"))
    #expect(!plan.contains("#EXTM3U"))
    #expect(try seen("--format m3u8").contains("#EXTM3U"))
    #expect(try folder.hipreel("playlist", "six-way-tour").text.hasPrefix("#EXTM3U"))
  }

  @Test func `minutes make a routine fit and say what was changed`() throws {
    let folder = try indexed()
    let run = try folder.hipreel("playlist", "desk-worker-reset", "--minutes", "3", "--format", "json")
    #expect([0, 20].contains(run.status), "\(run.errors)")
    #expect(run.errors.contains("hipreel: to fit 3:00: "))
    #expect(run.text.contains("\"seconds\": 180"))
    let mistake = try folder.hipreel("playlist", "desk-worker-reset", "--minutes", "0")
    #expect(mistake.status == 64)
    #expect(mistake.errors.contains("--minutes takes 0.5 to 240"))
  }

  @Test func `a wish needs no routine`() throws {
    let folder = try indexed()
    let run = try folder.hipreel("playlist", "--movement", "extension", "--mode", "stretch", "--minutes", "2")
    #expect(run.text.hasPrefix("#EXTM3U\n"))
    #expect(run.errors.contains("Extension: "))
    let both = try folder.hipreel("playlist", "desk-worker-reset", "--movement", "extension")
    #expect(both.status == 64)
    #expect(try folder.hipreel("playlist").status == 64)
  }

  @Test func `a query leaves only the reels that match`() throws {
    let folder = try indexed()
    let run = try folder.hipreel("playlist", "--query", "path:~*left*", "--minutes", "1", "--dry-run")
    #expect(run.errors.contains("half kneeling hip flexor stretch left.mp4"))
    #expect(!run.errors.contains("Katze"))
  }

  @Test func `explain tells why and what came second`() throws {
    let folder = try indexed()
    let run = try folder.hipreel("playlist", "desk-worker-reset", "--explain", "--dry-run")
    #expect(run.errors.contains("  chosen: "))
    #expect(run.errors.contains("  second: "))
  }

  @Test func `a saved playlist is listed, kept from exports, and left aside when it should be fresh`() throws {
    let folder = try indexed()
    let wish = ["playlist", "--movement", "extension", "--minutes", "1"]
    func reels(_ more: String...) throws -> String {
      let run = try Tool.run("hipreel", wish + ["--dry-run"] + more, in: folder.url)
      return run.errors
    }
    let first = try reels()
    #expect(try Tool.run("hipreel", wish + ["--save", "monday", "--for", "Anna Secret"], in: folder.url).status == 0)
    let history = try folder.hipreel("history")
    #expect(history.text.contains("monday") && history.text.contains("Anna Secret"))
    #expect(try folder.hipreel("history", "--for", "Ben").text.isEmpty)
    #expect(try reels() == first, "without --fresh nothing changes")
    #expect(try reels("--fresh", "--for", "Ben") == first, "what Anna had is no matter to Ben")
    #expect(try reels("--fresh", "--for", "Anna Secret") != first)
    #expect(try !folder.hipreel("export", "--with-observations").text.contains("Anna Secret"))
    #expect(try folder.hipreel("history", "--forget", "monday").status == 0)
    #expect(try folder.hipreel("history").text.isEmpty)
    #expect(try folder.hipreel("history", "--forget", "monday").status == 1)
  }

  @Test func `a routine of one's own is copied, checked, listed and played`() throws {
    let folder = try indexed()
    let copy = try folder.hipreel("routine", "copy", "desk-worker-reset", "my-desk")
    #expect(copy.status == 0, "\(copy.errors)")
    #expect(copy.text.hasSuffix("/.hipreel/routines/my-desk.yaml\n"))
    #expect(try folder.hipreel("routine", "copy", "desk-worker-reset", "my-desk").status == 1, "never overwritten")
    #expect(try folder.hipreel("routine", "copy", "desk-worker-reset", "My Desk").status == 64)
    #expect(try folder.hipreel("routine", "new", "evening").status == 0)
    #expect(try folder.hipreel("routine", "check").status == 0)
    #expect(try folder.hipreel("routine", "list").text.contains("my-desk"))
    let own = try folder.hipreel("playlist", "my-desk", "--format", "json")
    let built = try folder.hipreel("playlist", "desk-worker-reset", "--format", "json")
    #expect(own.status == built.status)
    #expect(own.text.replacing("my-desk", with: "desk-worker-reset") == built.text)

    let file = folder.url.appending(path: ".hipreel/routines/my-desk.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing("mode: [", with: "mod: [").write(to: file, atomically: true, encoding: .utf8)
    let broken = try folder.hipreel("routine", "check")
    #expect(broken.status == 1)
    #expect(broken.errors.contains("my-desk.yaml:"))
    #expect(broken.errors.contains("did you mean \"mode\"?"))
    #expect(try folder.hipreel("playlist", "my-desk").status == 64)
    #expect(try folder.hipreel("routine", "list").errors.contains("my-desk.yaml:"))
  }

  @Test func `strength variety, and core with mobility in five minutes, work or show the gap that is meant`() throws {
    let folder = try indexed()
    let strength = try folder.hipreel("playlist", "strength-variety-day", "--format", "json")
    #expect(strength.status == 20, "the samples show little strength work")
    #expect(strength.errors.contains("hipreel: no reel for "))
    let core = try folder.hipreel("playlist", "--mode", "core", "--mode", "mobility", "--minutes", "5")
    #expect(core.text.hasPrefix("#EXTM3U\n"))
  }

  @Test func `the ending of the file names the format, and --format overrules it`() throws {
    let folder = try indexed()
    func written(_ arguments: String..., name: String) throws -> String {
      #expect(
        try Tool.run("hipreel", ["playlist", "desk-worker-reset", "-o", name] + arguments, in: folder.url).status == 0)
      return try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
    }
    #expect(try written(name: "a.xspf").hasPrefix("<?xml"))
    #expect(try written(name: "a.pls").hasPrefix("[playlist]\n"))
    #expect(try written(name: "a.edl").hasPrefix("# mpv EDL v0\n"))
    #expect(try written(name: "a.HTML").hasPrefix("<!DOCTYPE html>"))
    #expect(try written(name: "a.txt").hasPrefix("#EXTM3U\n"))
    #expect(try written("--format", "jspf", name: "a.m3u8").hasPrefix("{"))
  }

  @Test func `a bundle holds the page and the reels, and names no profile`() throws {
    let folder = try indexed()
    let run = try folder.hipreel(
      "playlist", "desk-worker-reset", "--avoid", "sore-knees", "--bundle", "client/")
    #expect([0, 20].contains(run.status), "\(run.errors)")
    let bundle = folder.url.appending(path: "client")
    let names = try FileManager.default.contentsOfDirectory(atPath: bundle.path(percentEncoded: false)).sorted()
    #expect(names.last == "index.html" && names.count > 2)
    let page = try String(contentsOf: bundle.appending(path: "index.html"), encoding: .utf8)
    for name in names.dropLast() {
      #expect(page.contains("\"source\": \"\(name)\""))
      #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) })
    }
    #expect(page.contains("data:image/jpeg;base64,") && !page.lowercased().contains("sore-knees"))
    let again = try folder.hipreel("playlist", "desk-worker-reset", "--bundle", "client")
    #expect(again.status == 1 && again.errors.contains("client: already exists"), "\(again.errors)")
    #expect(try folder.hipreel("playlist", "desk-worker-reset", "--bundle", "x", "-o", "y").status == 64)
    #expect(try folder.hipreel("playlist", "desk-worker-reset", "--keep-metadata").status == 64)
  }

  @Test func `what a profile warns of is said on the terminal, with --explain and in the file`() throws {
    let folder = try indexed()
    var said = 0
    for profile in Vocabulary.standard.conditions where !profile.needsDoctor {
      func run(_ options: String...) throws -> (text: String, errors: String) {
        let run = try Tool.run(
          "hipreel", ["playlist", "desk-worker-reset", "--avoid", profile.id] + options, in: folder.url)
        #expect([0, 20].contains(run.status), "\(run.errors)")
        return (run.text, run.errors)
      }
      let (json, errors) = try run("--format", "json")
      let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      let entries = try #require(document["entries"] as? [[String: Any]])
      for caution in entries.flatMap({ $0["cautions"] as? [String] ?? [] }) {
        #expect(errors.contains("\n    take care: \(caution)\n"), "\(profile.id): \(caution)")
        said += 1
        guard said == 1 else { continue }
        #expect(try run("--dry-run").errors.contains("\n    take care: \(caution)\n"))
        #expect(try run("--dry-run", "--explain").errors.contains("; take care: \(caution)"))
      }
      #expect(!json.contains(profile.id) && !json.contains(profile.label))
    }
    #expect(said > 0, "the sample reels involve something that a profile warns of")
  }

  @Test func `a routine's red flags are told when it is shown, played and given away`() throws {
    let folder = try indexed()
    #expect(try folder.hipreel("routine", "copy", "desk-worker-reset", "careful").status == 0)
    let file = folder.url.appending(path: ".hipreel/routines/careful.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let kept = text.split(separator: "\n").filter { !$0.hasPrefix("red_flags:") }.joined(separator: "\n")
    try "\(kept)\nred_flags: [fever, saddle-numbness]\n".write(to: file, atomically: true, encoding: .utf8)
    let vocabulary = Vocabulary.standard
    let sentences = SafetyNotice(["fever", "saddle-numbness"], vocabulary: vocabulary).sentences
    #expect(sentences.count == 2)
    let run = try folder.hipreel("playlist", "careful", "--format", "html")
    #expect(
      run.errors.contains("hipreel: before you start:\n  \(sentences.joined(separator: "\n  "))\n"), "\(run.errors)")
    let shown = try folder.hipreel("routine", "show", "careful").text
    #expect(shown.contains("\n\(sentences.joined(separator: "\n"))\n"))
    #expect(
      try folder.hipreel("routine", "show", "careful", "--json").text.contains(
        "{\"id\": \"saddle-numbness\", \"urgency\": \"emergency\", \"text\": "))
    for id in ["fever", "saddle-numbness"] {
      for words in try #require(vocabulary.redFlag(id)).text.texts.values { #expect(run.text.contains(words)) }
    }
  }

  private static let doctorFirst = Vocabulary.standard.conditions.first(where: \.needsDoctor)

  @Test(.enabled(if: doctorFirst != nil, "no standard profile calls for a doctor first yet"))
  func `where a doctor comes first, nothing is planned, saved or written`() throws {
    let folder = try indexed()
    let profile = try #require(Self.doctorFirst)
    for options in [["-o", "a.m3u8"], ["--bundle", "b"], ["--dry-run"], ["--save", "monday"], ["--explain"]] {
      let run = try Tool.run(
        "hipreel", ["playlist", "desk-worker-reset", "--avoid", "sore-knees", "--avoid", profile.id] + options,
        in: folder.url)
      #expect(run.status == 21 && run.text.isEmpty, "\(options)")
      #expect(run.errors.hasPrefix("hipreel: \(profile.label): nothing is planned; see a doctor first\n"))
      #expect(run.errors.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("  ") })
    }
    for name in ["a.m3u8", "b"] {
      #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: name).path(percentEncoded: false)))
    }
    #expect(try folder.hipreel("history").text.isEmpty)
  }

  @Test func `a bundle has clean copies, or the files themselves when they may tell everything`() throws {
    let folder = try indexed()
    /// How many of a bundle's files are second names of one in the folder.
    func linked(_ bundle: String) throws -> (Int, of: Int) {
      func inodes(_ url: URL) throws -> Set<UInt64> {
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))
        return Set(
          try names.filter { !$0.hasSuffix("html") }.compactMap {
            try FileManager.default.attributesOfItem(atPath: url.appending(path: $0).path(percentEncoded: false))[
              .systemFileNumber] as? UInt64
          })
      }
      let given = try inodes(folder.url.appending(path: bundle))
      return (given.intersection(try inodes(folder.url)).count, given.count)
    }
    #expect([0, 20].contains(try folder.hipreel("playlist", "desk-worker-reset", "--bundle", "clean").status))
    #expect(
      [0, 20].contains(
        try folder.hipreel("playlist", "desk-worker-reset", "--bundle", "whole", "--keep-metadata").status))
    let (clean, whole) = (try linked("clean"), try linked("whole"))
    #expect(clean.0 == 0 && clean.of > 2 && whole.0 == whole.of && whole.of == clean.of)
  }
}
