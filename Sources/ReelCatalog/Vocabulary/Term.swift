/// A word or phrase that stands for one value of one kind.
public struct Term: Sendable, Equatable {
  public let kind: Kind
  /// The value: a movement, a mode, a side, a body part and so on, as its kind says.
  public let value: String
  public var forms: [SurfaceForm] { surface.all }
  private var surface: SurfaceForms

  /// What a term is about.
  public enum Kind: String, Sendable, CaseIterable {
    /// A hip movement with the hip named, such as "hip flexion".
    case movement
    /// A movement whose joint is not named, such as "external rotation".
    case bareMovement = "bare-movement"
    case mode
    /// Says that something is trained: strength, where nothing else in the text says how.
    case work
    case side, position, equipment, level
    /// A part of the body; the value `hip` is the hip itself.
    case body
    /// Talk about the hips that names no movement, such as "hip openers" or "leg day".
    case generic
    /// Takes back what follows it, such as "instead of".
    case negation
    /// Ends what a negation takes back, such as "try".
    case resume
    /// Asks for a word in return: "comment" in "comment CLAM and I'll send it".
    case call
    /// Says that nothing is taught here: prices, outfits, announcements.
    case aside
    /// Another subject, in which everyday names mean what they say: "animals", "food".
    case topic
    /// Says that something is taught: "tutorial", "proper form".
    case teaching
    /// Says that what follows is only where or with what something is done, such as "on the".
    case place
    /// Can be inside a phrase without changing it, such as "the".
    case filler
    /// Says nothing in a file name, such as "final".
    case noise
  }

  public init(kind: Kind, value: String, forms: [SurfaceForm]) {
    self.kind = kind
    self.value = value
    surface = SurfaceForms(forms)
  }
}

extension Term {
  /// The same with forms that are read on demand.
  func withForms(_ forms: SurfaceForms) -> Term {
    var copy = self
    copy.surface = forms
    return copy
  }
}
