import ReelLibrary

/// How the program ends: the table of docs/CONTRACT.md.
enum ExitStatus {
  static let nothingDone: Int32 = 1
  static let doneInPart: Int32 = 3
  static let cannotWrite: Int32 = 4
  static let noCatalog: Int32 = 10
  static let catalogInUse: Int32 = 11
  static let catalogUnusable: Int32 = 12
  static let playlistHasGaps: Int32 = 20
  static let interrupted: Int32 = 130

  static func of(_ error: LibraryError) -> Int32 {
    switch error.code {
    case .noCatalog: noCatalog
    case .catalogInUse: catalogInUse
    case .catalogDamaged, .catalogTooNew: catalogUnusable
    case .cannotWrite: cannotWrite
    case .unreadableFolder, .workerBroken, .jailIncomplete, .system: nothingDone
    }
  }
}
