import MediaFacts
import ReelCatalog
import ReelLibrary

/// What a person sees of an index run.
struct IndexReporter {
  private let isQuiet: Bool
  private var progress: ProgressLine
  private var alikeCount = 0
  /// After so many, a query lists the rest.
  private static let namedAlike = 8

  init(isQuiet: Bool, isTerminal: Bool) {
    self.isQuiet = isQuiet
    progress = ProgressLine(isTerminal: isTerminal)
  }

  mutating func hear(_ event: IndexEvent) {
    switch event {
    case .failed(let path, let status, let reason):
      say("\(path.text): \(status.rawValue)" + (reason.map { ": \($0)" } ?? ""))
    case .unseen(let path, let reason):
      say("\(path.text): cannot be read: \(reason); what the catalog knows about it is kept")
    case .waiting(let path):
      say("\(path.text): not responding; still waiting")
      Messages.advise("is the drive or the network connected? Ctrl-C stops the run and loses nothing")
    case .sidecarUnreadable(let path, let reason, let advice):
      say("\(path.text): \(reason)")
      if let advice { Messages.advise(advice) }
    case .vocabularyUnreadable(let problem):
      say(VocabularyText.message(problem))
      Messages.advise("only the built-in vocabulary was used; tagged reels keep their tags")
    case .thumbnailNotMade(let path, let reason):
      say("\(path.text): no new thumbnail: \(reason); the old one stays")
    case .tooManyMissing(let count, let known):
      say("\(count) of \(known) known files are missing; none were marked gone")
      Messages.advise("is the drive connected? if you deleted them on purpose, run again with --accept-gone")
    case .jailIncomplete(let jail):
      progress.clear()
      Messages.say(jail)
    case .excludedNothing(let pattern, let isPattern):
      say(
        "--exclude \(pattern): "
          + (isPattern
            ? "matches nothing in the folder" : "isn't a pattern, or one too many; nothing is excluded by it"))
      if isPattern { Messages.advise("paths count from the folder that you index; see hipreel help folders") }
    case .meaninglessPattern(let line, let file):
      say("\(file.text): \(line): isn't a pattern; nothing is excluded by it")
    case .noVideos(let links, let skipped): sayEmpty(links, skipped)
    case .senseMissing(let error, let count): sayMissing(error, waiting: count)
    case .alike(let path, let alike):
      alikeCount += 1
      guard !isQuiet, alikeCount <= Self.namedAlike else { return }
      say("\(path.text) moves like \(HumanText.count(alike.count, "reel")) named \(alike.exercise)")
    case .looked(let path, let done, let total):
      if !isQuiet { progress.show(done: done, of: total, name: "looking at " + path.text) }
    case .examined(let path, let done, let total):
      if !isQuiet { progress.show(done: done, of: total, name: path.text) }
    }
  }

  mutating func finish() {
    progress.clear()
    guard !isQuiet, alikeCount > 0 else { return }
    if alikeCount > Self.namedAlike { Messages.say("and \(alikeCount - Self.namedAlike) more") }
    Messages.advise(
      "name them by one key each with hipreel review, or all as suggested with: hipreel accept --alike --query 'exercise:none alike:any'"
    )
  }

  private mutating func sayMissing(_ error: LibraryError, waiting count: Int) {
    guard count > 0 else { return }
    let place = error.path.map { "\($0.text): " } ?? ""
    let reels = HumanText.count(count, "reel")
    if error.code == .textUnavailable {
      say("\(reels) may have words on the picture, which hipreel can't read here: \(place)\(error.message)")
      if let advice = error.advice { Messages.advise(advice + "; --no-on-screen leaves words out") }
    } else {
      say("\(reels) could say how the hip moves, but for the pose model: \(place)\(error.message)")
      if let advice = error.advice { Messages.advise(advice + "; --no-pose leaves movement out") }
    }
  }

  private mutating func sayEmpty(_ links: Int, _ skipped: Int) {
    guard skipped > 0 else {
      say("no videos in the folder")
      return
    }
    if links == skipped {
      say("no videos in the folder, only \(HumanText.count(links, "link")), and hipreel doesn't follow links")
      Messages.advise("index the folder that they lead to")
    } else {
      let linked = links == 0 ? "" : ", \(HumanText.count(links, "link")) among them"
      say("no videos in the folder; \(HumanText.count(skipped, "entry", "entries")) skipped\(linked)")
      Messages.advise("list them with: hipreel status --skipped")
    }
  }

  private mutating func say(_ text: String) {
    progress.clear()
    Messages.say(text)
  }

  /// The one summary line.
  static func line(_ summary: IndexSummary, isDryRun: Bool) -> String {
    let counts = [
      "\(summary.new) new", "\(summary.changed) changed", "\(summary.moved) moved", "\(summary.unchanged) unchanged",
      "\(summary.gone) gone", "\(summary.failed) failed",
    ]
    let known = summary.knownFailures == 0 ? "" : " (and \(summary.knownFailures) known to fail)"
    let skipped = summary.skipped == 0 ? "" : ", \(summary.skipped) skipped"
    let looked = summary.lookedAt == 0 ? "" : ", \(summary.lookedAt) looked at"
    let waiting = isDryRun && summary.notLookedAt > 0 ? ", \(summary.notLookedAt) to look at" : ""
    let start = isDryRun ? "dry run: " : summary.wasInterrupted ? "stopped early: " : ""
    return start + counts.joined(separator: ", ") + known + skipped + looked + waiting
  }

  static func json(_ summary: IndexSummary) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("new", summary.new)
      json.member("changed", summary.changed)
      json.member("moved", summary.moved)
      json.member("unchanged", summary.unchanged)
      json.member("gone", summary.gone)
      json.member("failed", summary.failed)
      json.member("knownFailures", summary.knownFailures)
      json.member("unseen", summary.unseen)
      json.member("skipped", summary.skipped)
      json.member("lookedAt", summary.lookedAt)
      json.member("notLookedAt", summary.notLookedAt)
      json.member("alike", summary.alike)
      json.member("interrupted", summary.wasInterrupted)
    }
    json.endLine()
    return json.takeBytes()
  }
}
