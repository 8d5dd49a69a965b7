/// A muscle group, and what it means to work it or to stretch it.
///
/// A stretch gains range against the muscle's own action, so the two columns differ.
public struct MuscleGroup: Sendable, Equatable {
  public let id: String
  public let region: Region
  /// Movements of an exercise that works it.
  public let work: Movements
  /// Movements of an exercise that stretches it.
  public let stretch: Movements
  public var forms: [SurfaceForm] { surface.all }
  private var surface: SurfaceForms

  /// What is trained, and what is also visited.
  public struct Movements: Sendable, Equatable {
    public let primary: [HipMovement]
    public let secondary: [HipMovement]

    public init(primary: [HipMovement], secondary: [HipMovement]) {
      self.primary = primary
      self.secondary = secondary
    }
  }

  public init(id: String, region: Region, work: Movements, stretch: Movements, forms: [SurfaceForm]) {
    self.id = id
    self.region = region
    self.work = work
    self.stretch = stretch
    surface = SurfaceForms(forms)
  }
}

extension MuscleGroup {
  /// The same with forms that are read on demand.
  func withForms(_ forms: SurfaceForms) -> MuscleGroup {
    var copy = self
    copy.surface = forms
    return copy
  }
}
