/// A name that says what moves without saying which exercise, such as "squat", "leg swing" or "bench press".
public struct ExerciseFamily: Sendable, Equatable {
  /// Such as `squat`.
  public let id: String
  /// Nil for a family away from hip, spine, core, knee and ankle.
  public let region: Region?
  public let primary: [HipMovement]
  public let secondary: [HipMovement]
  /// Nil if the name doesn't say how it works.
  public let mode: Mode?
  /// Other modes that are just as usual.
  public let otherModes: [Mode]
  /// What any of its exercises involves: nobody knows which of them is shown. Empty if its exercises aren't listed.
  public let exposures: [String]
  public var forms: [SurfaceForm] { surface.all }
  private var surface: SurfaceForms

  public init(
    id: String, region: Region?, primary: [HipMovement], secondary: [HipMovement], mode: Mode?,
    otherModes: [Mode] = [], exposures: [String] = [], forms: [SurfaceForm]
  ) {
    self.id = id
    self.region = region
    self.primary = primary
    self.secondary = secondary
    self.mode = mode
    self.otherModes = otherModes
    self.exposures = exposures
    surface = SurfaceForms(forms)
  }
}

extension ExerciseFamily {
  /// The same with forms that are read on demand.
  func withForms(_ forms: SurfaceForms) -> ExerciseFamily {
    var copy = self
    copy.surface = forms
    return copy
  }
}
