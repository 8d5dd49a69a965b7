/// What a phrase of the vocabulary stands for; the numbers are places in the vocabulary's lists.
enum PhraseEntry: Hashable {
  case ambiguous(Int)
  case exercise(Int)
  case family(Int)
  case muscle(Int)
  case term(Int)

  /// Lower for what names something definite, which is preferred to a term where two phrases overlap.
  var rank: Int {
    switch self {
    case .ambiguous, .exercise, .family, .muscle: 0
    case .term: 1
    }
  }
}

extension PhraseEntry {
  /// The entry as one number, for the compiled form.
  var code: Int {
    switch self {
    case .ambiguous(let place): place * 5
    case .exercise(let place): place * 5 + 1
    case .family(let place): place * 5 + 2
    case .muscle(let place): place * 5 + 3
    case .term(let place): place * 5 + 4
    }
  }

  init(code: Int) {
    let place = code / 5
    self =
      switch code % 5 {
      case 0: .ambiguous(place)
      case 1: .exercise(place)
      case 2: .family(place)
      case 3: .muscle(place)
      default: .term(place)
      }
  }
}
