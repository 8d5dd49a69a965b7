import ArgumentParser
import Glibc
import ReelCatalog
import ReelLibrary

/// A query as it comes from the command line.
enum QueryText {
  /// Reads a query; what is wrong with it is shown with a caret under the place.
  ///
  /// - Parameters:
  ///   - store: The catalog whose saved searches it can ask for.
  ///   - name: What the query is to be saved as.
  /// - Throws: status 64, after the message.
  static func parse(_ arguments: [String], in store: ReelStore, naming name: String? = nil) throws -> Query {
    let text = QueryArguments.joined(arguments)
    let searches = text.contains("@") ? try store.savedSearches() : []
    do {
      return try Query(text, searches: searches, naming: name)
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
