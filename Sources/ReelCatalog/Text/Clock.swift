/// A moment of a film as texts of a catalog write it: `0:03`, `12:40`, `75:00`; minutes and seconds.
enum Clock {
  static func text(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
  }
}
