import Foundation

/// A place or a direction in the room: x to the right in the picture, y down, z away from the camera.
typealias Vector = SIMD3<Double>

/// The direction against gravity, for a camera that is held level.
let upward = Vector(0, -1, 0)

extension SIMD3<Double> {
  func dot(_ other: Vector) -> Double { (self * other).sum() }
  var length: Double { dot(self).squareRoot() }
  /// The direction; a vector without length stays nothing.
  var direction: Vector { self / (length + 1e-9) }

  func cross(_ other: Vector) -> Vector {
    Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
  }

  /// The angle to another vector, in degrees, 0...180.
  func angle(to other: Vector) -> Double {
    degrees(acos(Swift.min(1, Swift.max(-1, direction.dot(other.direction)))))
  }

  /// What is left without the part along a direction.
  func without(along axis: Vector) -> Vector { self - axis * dot(axis) }
}

extension SIMD2<Double> {
  var length: Double { (self * self).sum().squareRoot() }
}

func degrees(_ radians: Double) -> Double { radians * 180 / .pi }
