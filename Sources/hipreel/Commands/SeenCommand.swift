import ArgumentParser
import MediaFacts
import ReelCatalog
import ReelLibrary
import ReelPose

struct SeenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seen",
    abstract: "Looks at videos and says how the body moves in them; needs no catalog.",
    discussion: """
      Says the position, the movement and the repetitions, as far as they can be seen, and which exercises it is like. \
      docs/POSE.md says how sure that is, and what no picture can tell.
      """)

  @Argument(help: "Video files.", completion: .file())
  var files: [String]

  @Flag(help: "Write one JSON object per video and line.")
  var jsonl = false

  @Flag(help: "Show the numbers behind it, and the labelled clips that move most alike.")
  var explain = false

  @Option(help: ArgumentHelp("How many worker processes to run (default: one per core).", valueName: "number"))
  var workers: Int?

  func validate() throws {
    if let workers, !(1...64).contains(workers) { throw ValidationError("--workers takes 1 to 64") }
    if jsonl, explain { throw ValidationError("--jsonl and --explain cannot be used together") }
  }

  func run() throws {
    let stop = Interruption.listen()
    var failed = 0
    let looker = VideoLook(width: workers, stop: stop)
    let isDone = try looker.run(files.map { PathBytes(argument: $0) }) { path, result in
      switch result {
      case .success(let reading): show(path, reading)
      case .failure(let problem):
        failed += 1
        if jsonl {
          StandardOutput.write(SeenRow.json(path: path.text, nil, problem: problem.reason))
        } else {
          Messages.say("\(path.text): \(problem.reason)")
        }
      }
    }
    if !isDone { throw ExitCode(ExitStatus.interrupted) }
    if failed > 0 { throw ExitCode(failed == files.count ? ExitStatus.nothingDone : ExitStatus.doneInPart) }
  }

  private func show(_ path: PathBytes, _ reading: PoseReading) {
    guard !jsonl else { return StandardOutput.write(SeenRow.json(path: path.text, reading, problem: nil)) }
    var lines = [path.text]
    if let gate = reading.seen.gate {
      lines.append("  nothing to say: " + SeenText.words(gate))
    } else {
      lines.append("  " + SeenText.sentence(reading.seen))
      if let movement = reading.seen.movement, movement.isTag {
        lines.append("  for: \(movement.value.rawValue) (\(HumanText.percent(movement.confidence)))")
      }
      let suggestions = SeenText.suggestions(reading.seen)
      if !suggestions.isEmpty { lines.append("  perhaps: " + suggestions.joined(separator: ", ")) }
    }
    if explain { lines += SeenText.explanation(reading).map { "  " + $0 } }
    for line in lines { StandardOutput.writeLine(TerminalText.escaping(line)) }
  }
}
