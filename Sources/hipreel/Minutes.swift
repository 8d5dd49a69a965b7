import ArgumentParser

/// A number of minutes on the command line.
enum Minutes {
  /// - Throws: `ValidationError` outside half a minute to four hours.
  static func seconds(_ minutes: Double) throws -> Int {
    guard minutes >= 0.5, minutes <= 240 else { throw ValidationError("--minutes takes 0.5 to 240") }
    return Int((minutes * 60).rounded())
  }
}
