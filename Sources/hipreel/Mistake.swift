import ArgumentParser

/// A command line that turns out to be wrong only when it runs.
enum Mistake {
  /// Says what is wrong, and returns the exit status.
  static func exit(_ text: String) -> ExitCode {
    Messages.say(text)
    return .validationFailure
  }
}
