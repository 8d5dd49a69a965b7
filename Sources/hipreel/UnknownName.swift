import ArgumentParser
import ReelCatalog

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
