/// One element of a small XML document.
struct XMLElement: Equatable {
  /// With its prefix, as written: `dc:description`.
  let name: String
  let attributes: [String: String]
  var children: [XMLElement] = []
  /// The text directly inside, in one piece.
  var text = ""

  /// The children of a name.
  func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The text of the first child of a name.
  func text(of name: String) -> String? { children.first { $0.name == name }?.text }

  /// All elements below, each before those inside it.
  var descendants: [XMLElement] { children.flatMap { [$0] + $0.descendants } }
}
