import MediaFacts

/// What pictures are looked at with in one run.
struct PictureEyes: Sendable {
  /// Nil where nobody wants it, or it is not there.
  var pose: PoseWork?
  var text: TextWork?

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

extension LibraryError {
  /// What no worker makes because of it; nil of an error about anything else.
  var lostProduct: Product? {
    switch code {
    case .poseUnavailable: .pose
    case .textUnavailable: .text
    default: nil
    }
  }
}
