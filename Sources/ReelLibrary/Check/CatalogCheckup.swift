import Glibc
import MediaFacts
import ReelCatalog

/// Whether a folder's catalog is sound and has what it needs.
public struct CatalogCheckup: Sendable {
  public private(set) var findings: [CheckupFinding] = []
  /// Why the catalog cannot be used; nil when it can.
  public private(set) var failure: LibraryError?

  /// Less free space than this is a warning.
  private static let leastFreeByteCount = 100 << 20

  /// Reads all of the catalog: seconds for a hundred thousand reels. Changes nothing.
  public init(_ folder: LibraryFolder) {
    findings.append(Self.root(folder))
    do throws(LibraryError) {
      let store = try ReelStore(folder, for: .read)
      findings.append(Self.access(folder, store))
      let problems = try store.integrityProblems()
      findings.append(
        problems.isEmpty
          ? CheckupFinding(.integrity, .ok, "SQLite finds nothing wrong in the catalog")
          : CheckupFinding(
            .integrity, .problem, "the catalog is damaged: \(problems.joined(separator: "; "))",
            advice: ReelStore.damageAdvice))
      if !problems.isEmpty {
        failure = LibraryError(.catalogDamaged, path: folder.database, "is damaged: \(problems[0])")
      }
      findings.append(try Self.thumbnails(folder, store))
    } catch {
      findings.append(CheckupFinding(.catalog, error))
      failure = error
    }
    findings.append(Self.space(folder))
    findings.append(Self.vocabulary(folder))
    findings += Self.routines(folder)
  }

  private static func root(_ folder: LibraryFolder) -> CheckupFinding {
    guard NamedPath.mayBe(folder.root, R_OK | X_OK) else {
      return CheckupFinding(
        .folder, .problem, "\(folder.root.text): cannot be read: \(SystemError.last.words)",
        advice: "is the drive connected?")
    }
    return CheckupFinding(.folder, .ok, "\(folder.root.text) can be read")
  }

  private static func access(_ folder: LibraryFolder, _ store: ReelStore) -> CheckupFinding {
    for path in [folder.catalog, folder.database] where !NamedPath.mayBe(path, W_OK) {
      return CheckupFinding(
        .catalog, .warning, "\(path.text): can be read but not written: \(SystemError.last.words)",
        advice: "index with --catalog NEW-FOLDER, or give yourself permission to write it")
    }
    return CheckupFinding(
      .catalog, .ok, "\(folder.database.text) can be read and written, schema \(StoreSchema.version)")
  }

  private static func thumbnails(_ folder: LibraryFolder, _ store: ReelStore) throws(LibraryError) -> CheckupFinding {
    let stills = ThumbnailFolder(folder)
    let reels = try store.allReels(.tags).filter(\.hasThumbnail)
    let missing = reels.filter { !stills.isThere($0.id) }
    guard let first = missing.first else {
      return CheckupFinding(.thumbnails, .ok, "\(reels.count) of \(reels.count) thumbnails exist")
    }
    return CheckupFinding(
      .thumbnails, .warning,
      "\(missing.count) of \(reels.count) thumbnails are missing, such as that of \(first.id.text)",
      advice: "hipreel thumbnail \(first.id.text) --auto makes it again")
  }

  private static func space(_ folder: LibraryFolder) -> CheckupFinding {
    var disk = statvfs()
    guard folder.catalog.withCString({ statvfs($0, &disk) }) == 0 else {
      return CheckupFinding(.space, .warning, "\(folder.catalog.text): \(SystemError.last.words)")
    }
    let (byteCount, overflows) = UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize))
    let freeByteCount = overflows ? .max : byteCount
    let text = "\(freeByteCount >> 20) MiB are free for the catalog"
    guard freeByteCount >= UInt64(leastFreeByteCount) else {
      return CheckupFinding(
        .space, .warning, text, advice: "a full disk ends an index run with status 4; nothing is lost")
    }
    return CheckupFinding(.space, .ok, text)
  }

  private static func vocabulary(_ folder: LibraryFolder) -> CheckupFinding {
    let vocabulary = LibraryVocabulary(folder)
    if let problem = vocabulary.problem {
      return CheckupFinding(
        .vocabulary, .warning, "\(problem.path.text): \(problem.reason)",
        advice: "until you correct it, your own names are ignored; hipreel vocabulary check shows the mistake")
    }
    return CheckupFinding(
      .vocabulary, .ok, vocabulary.own == nil ? "no names of your own" : "your own names can be read")
  }

  private static func routines(_ folder: LibraryFolder) -> [CheckupFinding] {
    do throws(LibraryError) {
      let entries = try RoutineShelf(folder).entries()
      let failures = entries.compactMap { entry in
        guard case .failure(let error) = entry.routine else { return nil as CheckupFinding? }
        return CheckupFinding(
          .routines, .warning, "\(entry.path.text): \(error)", advice: "hipreel routine check shows where")
      }
      let soundCount = entries.count - failures.count
      return failures.isEmpty ? [CheckupFinding(.routines, .ok, "\(soundCount) of your own can be read")] : failures
    } catch {
      return [CheckupFinding(.routines, error)]
    }
  }
}
