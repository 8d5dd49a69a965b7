/// One exercise of the vocabulary: what it is called and what it does to the hip.
public struct Exercise: Sendable, Equatable {
  /// A stable slug, never reused, such as `ninety-ninety-switch`.
  public let id: String
  /// The English name that is shown.
  public let name: String
  public let region: Region
  public let primary: [HipMovement]
  public let secondary: [HipMovement]
  /// Movements resisted isometrically to hold the pelvis.
  public let control: [HipMovement]
  public let core: [CoreRole]
  public let mode: Mode
  /// Other modes that are just as usual: a glute bridge is activation and strength.
  public let otherModes: [Mode]
  public let positions: [Position]
  /// Groups of equipment: you need one item of every group.
  public let equipment: [[String]]
  public let optionalEquipment: [String]
  public let side: ExerciseSide
  public let level: Level
  /// Positions and loads that the exercise involves: keys of the vocabulary's exposures.
  public private(set) var exposures: [String]
  /// Whether its exposures are known; if not, a missing exposure means nothing.
  public let hasKnownExposures: Bool
  /// How the muscles work, if it is a position that is held; nil if it moves.
  public let contraction: Contraction?
  /// Every surface form with its language: names, aliases, abbreviations, misspellings.
  public var forms: [SurfaceForm] { surface.all }
  private var surface: SurfaceForms

  public init(
    id: String, name: String, region: Region, primary: [HipMovement], secondary: [HipMovement],
    control: [HipMovement], core: [CoreRole], mode: Mode, otherModes: [Mode] = [],
    positions: [Position], equipment: [[String]],
    optionalEquipment: [String], side: ExerciseSide, level: Level, exposures: [String],
    hasKnownExposures: Bool = true, contraction: Contraction?,
    forms: [SurfaceForm]
  ) {
    self.id = id
    self.name = name
    self.region = region
    self.primary = primary
    self.secondary = secondary
    self.control = control
    self.core = core
    self.mode = mode
    self.otherModes = otherModes
    self.positions = positions
    self.equipment = equipment
    self.optionalEquipment = optionalEquipment
    self.side = side
    self.level = level
    self.exposures = exposures
    self.hasKnownExposures = hasKnownExposures
    self.contraction = contraction
    surface = SurfaceForms(forms)
  }
}

extension Exercise {
  /// The same with other exposures.
  public func involving(_ exposures: [String]) -> Exercise {
    var copy = self
    copy.exposures = exposures
    return copy
  }

  /// The same with forms that are read on demand.
  func withForms(_ forms: SurfaceForms) -> Exercise {
    var copy = self
    copy.surface = forms
    return copy
  }
}
