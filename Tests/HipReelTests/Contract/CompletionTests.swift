import Foundation
import Testing
import TestSupport

/// What shells offer when somebody presses the tabulator key.
@Suite struct CompletionTests {
  /// Sample reels, one of them under a name that a careless shell would run.
  private static let folder: Result<SampleFolder, any Error> = Result {
    let folder = try SampleFolder()
    try folder.move("IMG_4032.MOV", to: "$(touch ran) it's.mov")
    try folder.hipreel("index", ".")
    try folder.hipreel("find", "--save", "mornings", "mode:stretch")
    for shell in ["bash", "zsh", "fish"] {
      try folder.write(try folder.hipreel("--generate-completion-script", shell).text, to: "hipreel.\(shell)")
    }
    return folder
  }

  /// What bash would offer for words as it splits them, the last one being written.
  private static func bash(_ words: [String], folder: SampleFolder? = nil) throws -> [String] {
    let folder = try folder ?? Self.folder.get()
    let quoted = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    let last = words.last.map { [":", "=", "@"].contains($0) ? "" : $0 } ?? ""
    let script = """
      source ./hipreel.bash
      COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1)
      COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE}
      _hipreel hipreel '\(last)' "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let run = try Shell.run("exec bash -c \"$SCRIPT\"", in: folder.url, environment: ["SCRIPT": script])
    #expect(run.errors == "", "\(words)")
    return run.text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    (["hipreel", "find", "mode", ":", "pn"], ["pnf"], true),
    (["hipreel", "find", "mode", ":", "st"], ["stretch", "strength"], false),
    (["hipreel", "find", "mode", ":"], ["stretch", "mobility", "none"], false),
    (["hipreel", "find", "-mode", ":", "cars"], ["cars"], false),
    (["hipreel", "find", "movement", ":", "any", "=", "flex"], ["flexion"], false),
    (["hipreel", "find", "exercise", ":"], ["bird-dog"], false),
    (["hipreel", "find", "@", "mor"], ["mornings"], false),
    (["hipreel", "find", "durat"], ["duration:..60", "duration-"], false),
    (["hipreel", "find", "--save", "mor"], ["mornings"], true),
    (["hipreel", "find", "--csv", "--fields", "path,dur"], ["path,duration"], true),
    (["hipreel", "playlist", "desk-w"], ["desk-worker-reset"], true),
    (["hipreel", "playlist", "--avoid", "hip-replacement-p"], ["hip-replacement-posterior"], true),
    (["hipreel", "playlist", "--equipment", "chair,loop"], ["chair,loop-band"], true),
    (["hipreel", "playlist", "--movement", "internal"], ["internal-rotation"], true),
    (["hipreel", "playlist", "--mode", "mob"], ["mobility"], true),
    (["hipreel", "routine", "show", "low-b"], ["low-back-relief"], true),
    (["hipreel", "show", "VID_"], ["VID_20240611_063015.mp4"], true),
    (["hipreel", "tag", "VID_"], ["VID_20240611_063015.mp4"], true),
    (["hipreel", "tag", "VID_20240611_063015.mp4", "side", ":", "le"], ["left"], true),
    (["hipreel", "set", "exercise", "VID_20240611_063015.mp4", "clamshel"], ["clamshell"], true),
    (["hipreel", "tag", "--query", "mode", ":", "pn"], ["pnf"], true),
    (["hipreel", "searches", "remove", "mor"], ["mornings"], true),
    (["hipreel", "sea"], ["searches"], true),
  ])
  func `bash is offered what fits`(words: [String], offered: [String], isAll: Bool) throws {
    let found = try Self.bash(words)
    #expect(Set(offered).isSubset(of: Set(found)), "\(words): \(found)")
    if isAll { #expect(found.sorted() == offered.sorted(), "\(words)") }
  }

  @Test func `a file's name is never run, and offered as it is`() throws {
    let folder = try Self.folder.get()
    #expect(try Self.bash(["hipreel", "show", "$"]) == ["$(touch ran) it's.mov"])
    #expect(try Self.bash(["hipreel", "show", ""]).contains("$(touch ran) it's.mov"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "ran").path(percentEncoded: false)))
  }

  @Test func `without a catalog the vocabulary is offered, reels are not, and nothing is said`() throws {
    let folder = try SampleFolder([])
    for shell in ["bash", "fish"] {
      try folder.write(try folder.hipreel("--generate-completion-script", shell).text, to: "hipreel.\(shell)")
    }
    #expect(try Self.bash(["hipreel", "show", "V"], folder: folder).isEmpty)
    #expect(try Self.bash(["hipreel", "find", "exercise", ":", "clamshel"], folder: folder) == ["clamshell"])
    #expect(try Self.bash(["hipreel", "playlist", "desk-w"], folder: folder) == ["desk-worker-reset"])
    try folder.write("no catalog", to: ".hipreel/catalog.sqlite")
    #expect(try Self.bash(["hipreel", "show", "V"], folder: folder).isEmpty)
  }

  /// A terminal with a real shell in it, whose keyboard is a text.
  private static func typed(_ keys: String, into shell: String, _ options: [String]) throws -> String {
    let folder = try Self.folder.get()
    let command = ([shell] + options).joined(separator: " ")
    let run = try Shell.run(
      "printf '%b' \"$KEYS\" | timeout 30 script --quiet --echo never --return --command '\(command)' /dev/null",
      in: folder.url,
      environment: ["KEYS": keys, "TERM": "dumb", "PS1": "> ", "HISTFILE": "/dev/null"])
    return run.text
  }

  @Test func `a real bash completes a term and counts the reels that it asks for`() throws {
    let screen = try Self.typed(
      "source ./hipreel.bash\\nhipreel find mode:stret\\t--count\\nexit\\n", into: "bash",
      ["--norc", "--noprofile", "-i"])
    #expect(screen.contains("3\r\n"), "\(screen)")
  }

  @Test(.enabled(if: SystemTool.zsh.isInstalled, "zsh is not installed: scripts/setup test"))
  func `a real zsh completes a term and counts the reels that it asks for`() throws {
    let screen = try Self.typed(
      "autoload -U compinit; compinit -u -D; source ./hipreel.zsh\\nhipreel find mode:stret\\t--count\\nexit\\n",
      into: "zsh", ["-f", "-i"])
    #expect(screen.contains("\n3\r\n"), "\(screen)")
  }

  @Test(.enabled(if: SystemTool.fish.isInstalled, "fish is not installed: scripts/setup test"))
  func `a real fish completes a term and counts the reels that it asks for`() throws {
    let screen = try Self.typed(
      "source ./hipreel.fish\\rhipreel find mode:stret\\t--count\\rexit\\r", into: "fish", ["--no-config", "-i"])
    #expect(screen.contains("\n3\r\n"), "\(screen)")
  }
}
