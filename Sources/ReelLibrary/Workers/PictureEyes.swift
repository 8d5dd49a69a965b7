import MediaFacts

/// What pictures are looked at with in one run.
struct PictureEyes: Sendable {
  /// Nil where nobody wants it, or it is not there.
  var pose: PoseWork?
  var text: TextWork?
  /// What is wanted and not there.
  var missing: Set<Product> = []

  var products: Set<Product> {
    var products: Set<Product> = []
    if pose != nil { products.insert(.pose) }
    if text != nil { products.insert(.text) }
    return products
  }

  /// The same for some of the products alone.
  func making(_ wanted: Set<Product>) -> PictureEyes {
    PictureEyes(pose: wanted.contains(.pose) ? pose : nil, text: wanted.contains(.text) ? text : nil)
  }

  /// Those that words are read in; none where they are not read.
  var languages: [TextLanguage] { text?.data.languages ?? [] }
}
