import ArgumentParser
import ReelCatalog

/// A command line that turns out to be wrong only when it runs.
enum Mistake {
  /// Says what is wrong, and returns the exit status.
  static func exit(_ text: String) -> ExitCode {
    Messages.say(text)
    return .validationFailure
  }
}

/// A name on the command line that nothing matches.
enum UnknownName {
  /// Says what was probably meant, or what there is to choose from, and returns the exit status.
  static func exit(_ kind: String, _ name: String, known: [String]) -> ExitCode {
    Messages.say("\(name): no such \(kind)")
    if let nearest = NearestWord.to(name.lowercased(), among: known) {
      Messages.advise("did you mean \(nearest)?")
    } else if !known.isEmpty {
      Messages.advise("choose from: \(known.sorted().joined(separator: ", "))")
    }
    return .validationFailure
  }
}
