import ArgumentParser
import Glibc
import ReelCatalog

/// A query as it comes from the command line.
enum QueryText {
  /// Reads a query; what is wrong with it is shown with a caret under the place.
  ///
  /// - Throws: status 64, after the message.
  static func parse(_ arguments: [String]) throws -> Query {
    do {
      return try Query(arguments: arguments)
    } catch {
      Messages.say(error.lines[0])
      for line in error.lines.dropFirst() { Messages.advise(line) }
      throw ExitCode.validationFailure
    }
  }

  /// This moment, and the person's own calendar.
  static func now() -> QueryNow {
    var now = time(nil)
    var calendar = tm()
    localtime_r(&now, &calendar)
    return QueryNow(unixSeconds: now, secondsFromUTC: calendar.tm_gmtoff)
  }
}
