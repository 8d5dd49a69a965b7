import ArgumentParser
import Glibc
import ReelCatalog
import ReelLibrary

/// A query from the command line.
enum QueryText {
  /// Reads a query; a mistake in it is shown with a caret under the place.
  ///
  /// A word that neither a reel nor the vocabulary has is also a mistake.
  ///
  /// - Parameters:
  ///   - store: The folder's catalog, whose saved searches it can ask for.
  ///   - name: The name to save the query under.
  /// - Throws: status 64, after the message.
  static func parse(
    _ arguments: [String], in folder: LibraryFolder, _ store: ReelStore, naming name: String? = nil
  ) throws -> Query {
    let text = QueryArguments.joined(arguments)
    let searches = text.contains("@") ? try store.savedSearches() : []
    do {
      let query = try Query(text, searches: searches, naming: name)
      guard let known = try knownValues(for: query, in: folder, store) else { return query }
      return try Query(text, knownValues: known, searches: searches, naming: name)
    } catch let error as QueryError {
      Messages.say(error.lines[0])
      for line in error.lines.dropFirst() { Messages.advise(line) }
      throw ExitCode.validationFailure
    }
  }

  /// The words that open facets can have; nil when reels have all those that a query asks for, so that nobody has to
  /// wait for the vocabulary.
  private static func knownValues(
    for query: Query, in folder: LibraryFolder, _ store: ReelStore
  ) throws -> [Facet: [String]]? {
    let asked = query.namedValues.filter { [.exercise, .equipment, .exposure].contains($0.key) }
    var used: [Facet: [String]] = [:]
    for facet in asked.keys { used[facet] = try store.usedValues(facet) }
    guard asked.contains(where: { !$0.value.isSubset(of: used[$0.key] ?? []) }) else { return nil }
    let vocabulary = LibraryVocabulary(folder).vocabulary
    for facet in asked.keys { used[facet, default: []] += facet.values(in: vocabulary) }
    return used
  }

  /// This moment, and the person's own calendar.
  static func now() -> QueryNow {
    let now = time(nil)
    return QueryNow(unixSeconds: now, secondsFromUTC: offset(at: now), changes: clockChanges)
  }

  private static func offset(at unixSeconds: Int) -> Int {
    var (moment, calendar) = (unixSeconds, tm())
    localtime_r(&moment, &calendar)
    return calendar.tm_gmtoff
  }

  /// The changes of this machine's clock from 1990 to next week, to the hour: no country changes it twice within a week.
  private static let clockChanges: [QueryNow.ClockChange] = {
    let (first, week, end) = (631_152_000, 7 * 86_400, time(nil) + 7 * 86_400)
    var changes = [QueryNow.ClockChange(unixSeconds: first, secondsFromUTC: offset(at: first))]
    for moment in stride(from: first, to: end, by: week) {
      let last = changes[changes.count - 1].secondsFromUTC
      guard offset(at: moment + week) != last else { continue }
      // The clock shows the old time at the first of two moments, and the new one at the second.
      var (before, after) = (moment, moment + week)
      while after - before > 3600 {
        let middle = before + (after - before) / 7200 * 3600
        if offset(at: middle) == last { before = middle } else { after = middle }
      }
      changes.append(QueryNow.ClockChange(unixSeconds: after, secondsFromUTC: offset(at: after)))
    }
    return changes
  }()
}
