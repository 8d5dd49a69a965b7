/// How hard a text says that something is worked which can be strength or activation, such as a bridge.
enum Effort {
  case strength, activation, unstated

  /// Modes in which a muscle works against something.
  static let modes: Set<Mode> = [.strength, .activation, .power]

  init(of reading: TextReading) {
    let names = reading.names.filter { !$0.isMention }
    func says(_ modes: Mode...) -> Bool {
      names.contains { name in
        guard case .term(let term) = name.meaning, term.kind == .mode else { return false }
        return name.meaning.mode.map(modes.contains) ?? false
      }
    }
    if says(.activation) {
      self = .activation
    } else if reading.load == .heavy || says(.strength, .power) || names.contains(where: { $0.meaning.isHardWork }) {
      self = .strength
    } else {
      self = .unstated
    }
  }

  /// The modes that are left of those that an exercise has: one of strength and activation, if the text says which.
  func left(of modes: [Mode]) -> [Mode] {
    guard modes.contains(.strength), modes.contains(.activation) else { return modes }
    return switch self {
    case .strength: modes.filter { $0 != .activation }
    case .activation: modes.filter { $0 != .strength }
    case .unstated: modes
    }
  }
}
