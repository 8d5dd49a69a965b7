import ArgumentParser

/// A command line that only turns out wrong once it is carried out.
enum Mistake {
  /// Tells what is wrong, and gives the status to end with.
  static func exit(_ text: String) -> ExitCode {
    Messages.say(text)
    return .validationFailure
  }
}
