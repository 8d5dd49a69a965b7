/// One thing that one text says about a reel, before texts are weighed against each other.
struct Claim {
  let facet: Facet
  let value: String
  /// Only for movements.
  var role: MovementRole?
  /// The vocabulary entry it rests on.
  let entry: String
  /// The UTF-8 bytes of the text it rests on.
  let span: Range<Int>
  /// How much it says, in thousandths.
  let weight: Int
}
