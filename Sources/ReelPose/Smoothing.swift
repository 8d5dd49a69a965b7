/// Takes the tremble out of a coordinate's course, picture by picture.
///
/// A median of three against single outliers, then a parabola through five (Savitzky and Golay 1964); the ends repeat.
enum Smoothing {
  static func smoothed(_ values: [Double]) -> [Double] { fitted(medians(values)) }

  private static func medians(_ values: [Double]) -> [Double] {
    let last = values.count - 1
    return values.indices.map { place in
      let (before, here, after) = (values[max(0, place - 1)], values[place], values[min(last, place + 1)])
      return max(min(before, here), min(max(before, here), after))
    }
  }

  private static func fitted(_ values: [Double]) -> [Double] {
    let last = values.count - 1
    return values.indices.map { place in
      func value(_ step: Int) -> Double { values[min(last, max(0, place + step))] }
      return (-3 * value(-2) + 12 * value(-1) + 17 * value(0) + 12 * value(1) - 3 * value(2)) / 35
    }
  }
}
