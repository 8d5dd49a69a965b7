import ReelCatalog

/// Finds the routine that a person names.
enum RoutineLookup {
  /// - Throws: status 64, after a message with the nearest name.
  static func routine(_ name: String) throws -> Routine {
    if let routine = Routine.standard.first(where: { $0.id == name.lowercased() }) { return routine }
    throw UnknownName.exit("routine", name, known: Routine.standard.map(\.id))
  }
}
