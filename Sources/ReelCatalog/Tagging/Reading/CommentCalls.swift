/// Finds the words that a reel asks its viewers to write: "comment CLAM and I'll send you my guide".
///
/// Such a word stands in capitals, in quotes, or before what happens then; it names nothing that is shown, and what is
/// promised for it isn't shown either.
struct CommentCalls {
  private let text: WrittenText

  init(_ text: WrittenText) { self.text = text }

  /// The word to write and what follows it in the sentence; nil where a word such as "type" asks for none.
  func keyword(after call: PhraseFinding) -> (words: Range<Int>, rest: Range<Int>)? {
    var first = call.words.upperBound
    while first < text.words.count, first - call.words.upperBound < Self.mostWords, !ends(before: first),
      Self.between.contains(text.letters(first)), !isQuoted(first)
    {
      first += 1
    }
    guard first < text.words.count, !ends(before: first) else { return nil }
    let isQuoted = isQuoted(first)
    // In a caption all in capitals they say nothing.
    let isLoud = text.isCapitals(first) && !text.isCapitals(call.words.lowerBound)
    var last = first + 1
    while last < text.words.count, last - first < Self.mostWords, !ends(before: last), !leads(last),
      isQuoted ? !closesQuote(before: last) : isLoud ? text.isCapitals(last) : true
    {
      last += 1
    }
    guard isQuoted || isLoud || (last < text.words.count && !ends(before: last) && leads(last)) else { return nil }
    var end = last
    while end < text.words.count, text.words[end].sentence == text.words[first].sentence { end += 1 }
    return (first..<last, last..<end)
  }

  private func ends(before place: Int) -> Bool { text.words[place].gap == .sentence }

  private func isQuoted(_ place: Int) -> Bool { text.marks(before: place).contains { Self.quotes.contains($0) } }

  private func closesQuote(before place: Int) -> Bool { isQuoted(place) }

  /// Whether a word begins what happens then: "below", "and I'll", "to get", "in the comments".
  private func leads(_ place: Int) -> Bool {
    let word = text.letters(place)
    if Self.places.contains(word) { return true }
    let next = place + 1 < text.words.count ? text.letters(place + 1) : ""
    if Self.ands.contains(word) { return Self.promises.contains(next) }
    guard Self.prepositions.contains(word) else { return false }
    return Self.gets.contains(next)
      || (place + 1..<text.words.count).prefix(3).contains { Self.comments.contains(text.letters($0)) }
  }

  private static let mostWords = 4
  private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»", "'", "‘", "’"]

  private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }

  /// What stands between the call and the word.
  private static let between = words(
    "the word words keyword me us just a la el o le das mir uns mich moi nous palabra palavra mot wort stichwort clave "
      + "chave cle with con com mit avec")
  private static let places = words("below abajo aqui abaixo unten drunter darunter dessous")
  private static let ands = words("and y e que et und dann then")
  private static let promises = words(
    "i ill we well ill im get youll te os les se eu nos voce je on tu ich wir du bekommst recibe recibes recebe recois")
  private static let prepositions = words("in to on for if en para pra no nos na im um fur ins pour dans en ci")
  private static let gets = words(
    "get receive grab have recibir receber obter obtener recevoir avoir bekommen erhalten the a my free your you el la "
      + "los o a den die das le les")
  private static let comments = words(
    "comments comment comentarios comentario kommentare kommentaren kommentar commentaires commentaire direct dm "
      + "dms chat")
}
