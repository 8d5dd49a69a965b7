import ReelCatalog
import ReelLibrary

/// Finds the routine that a person names: their own first, then the built-in ones.
struct RoutineLookup {
  private let own: [RoutineShelf.Entry]

  /// - Parameter folder: The catalog whose routines count; nil where there is none.
  init(_ folder: LibraryFolder?) throws { own = try folder.map { try RoutineShelf($0).entries() } ?? [] }

  /// - Throws: status 64, after a message with the nearest name or with what is wrong in the file.
  func routine(_ name: String) throws -> Routine {
    let name = name.lowercased()
    if let entry = own.first(where: { Self.id(of: $0) == name }) {
      switch entry.routine {
      case .success(let routine): return routine
      case .failure(let error): throw Mistake.exit(Self.message(error, in: entry.path))
      }
    }
    if let routine = Routine.standard.first(where: { $0.id == name }) { return routine }
    throw UnknownName.exit("routine", name, known: Routine.standard.map(\.id) + own.compactMap(Self.id))
  }

  /// The person's own routines, then the built-in ones that they do not replace.
  var all: [(routine: Routine, isOwn: Bool)] { RoutineShelf.routines(with: own) }

  /// Files that hold no routine, each with what is wrong.
  var failures: [String] {
    own.compactMap { entry in
      guard case .failure(let error) = entry.routine else { return nil }
      return Self.message(error, in: entry.path)
    }
  }

  /// `FILE:LINE:COLUMN: what is wrong`, as compilers write it.
  static func message(_ error: RoutineError, in path: PathBytes) -> String {
    "\(path.text):\(error.line == nil ? " " : "")\(error)"
  }

  /// The id of a file's routine, or the file's name when it holds none.
  private static func id(of entry: RoutineShelf.Entry) -> String? {
    switch entry.routine {
    case .success(let routine): routine.id
    case .failure: entry.path.lastComponent.stem.text.lowercased()
    }
  }
}
