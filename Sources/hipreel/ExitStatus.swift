import ReelLibrary

/// How the program ends, as in the table of docs/CONTRACT.md.
enum ExitStatus {
  static let nothingDone: Int32 = 1
  static let doneInPart: Int32 = 3
  static let cannotWrite: Int32 = 4
  static let noCatalog: Int32 = 10
  static let catalogInUse: Int32 = 11
  static let catalogUnusable: Int32 = 12
  static let playlistHasGaps: Int32 = 20
  static let doctorFirst: Int32 = 21
  static let interrupted: Int32 = 130

  /// Every status that a run can end with, as the manual page explains it.
  static let meanings: [(status: Int32, meaning: String)] = [
    (0, "Done."), (nothingDone, "Nothing done; also: no reel matches, no exact copies, nothing new to import."),
    (doneInPart, "Done in part; what could not be read is named on standard error."),
    (cannotWrite, "The disk is full or read-only."),
    (noCatalog, "There is no catalog here or in a folder above, or it was moved while in use."),
    (catalogInUse, "Another process is writing the catalog."),
    (catalogUnusable, "The catalog is damaged, or was written by a newer hipreel."),
    (playlistHasGaps, "The playlist has gaps; it is written anyway, unless --strict is given."),
    (doctorFirst, "There is no playlist: with this profile, see a doctor first."),
    (64, "Wrong command line."), (interrupted, "Interrupted; the catalog is valid and the next run continues."),
  ]

  static func of(_ error: LibraryError) -> Int32 {
    switch error.code {
    case .noCatalog, .catalogMoved: noCatalog
    case .catalogInUse: catalogInUse
    case .catalogDamaged, .catalogForeign, .catalogTooNew: catalogUnusable
    case .cannotWrite: cannotWrite
    case .unreadableFolder, .workerBroken, .jailIncomplete, .poseUnavailable, .textUnavailable, .system: nothingDone
    }
  }
}
