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
