import ArgumentParser
import ReelCatalog

/// A name on the command line that nothing has.
enum UnknownName {
  /// Tells what was meant, or what there is, and gives the status to end with.
  static func exit(_ kind: String, _ name: String, known: [String]) -> ExitCode {
    Messages.say("\(name): no such \(kind)")
    if let nearest = NearestWord.to(name.lowercased(), among: known) {
      Messages.advise("did you mean \(nearest)?")
    } else if !known.isEmpty {
      Messages.advise("there is: \(known.sorted().joined(separator: ", "))")
    }
    return .validationFailure
  }
}
