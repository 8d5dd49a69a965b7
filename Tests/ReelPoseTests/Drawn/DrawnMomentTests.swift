import Foundation
import MediaFacts
import ReelCatalog
import Testing

@testable import ReelPose

/// When things happen: repetitions, the working part and the end range.
@Suite struct DrawnMomentTests {
  @Test(arguments: DrawnDrill.moving)
  func `the end range is where the skeleton is furthest`(drill: DrawnDrill) throws {
    let film = DrawnFilm(drill)
    let seen = PoseReading(film.track).seen
    let end = try #require(seen.endRangeMilliseconds)
    let progress = film.progress(at: Double(end) / 1000)
    if drill.name == "leg swing" {
      // The furthest forward, a quarter into a repetition.
      #expect(abs(progress.truncatingRemainder(dividingBy: 1) - 0.25) < 0.1)
    } else {
      #expect(DrawnDrill.effort(progress) > 0.93)
    }
    let seconds = try #require(seen.part.contains(end) ? Double(end) / 1000 : nil)
    let figure = film.body.joints(drill.pose(film.progress(at: seconds), film.body))
    #expect(seen.figure.count == Joint.allCases.count)
    // The figure is the skeleton at that moment: the knee a metre above another lies higher in the picture, too.
    let (knee, hip) = (Joint.allCases.firstIndex(of: .leftKnee)!, Joint.allCases.firstIndex(of: .leftHip)!)
    let drawn = ((figure[.leftHip] ?? .zero).z - (figure[.leftKnee] ?? .zero).z) * film.pixelsPerMetre
    let shown = Double(seen.figure[knee].y - seen.figure[hip].y) / 1000 * Double(film.size.height)
    #expect(abs(drawn - shown) < 6)
  }

  @Test(arguments: DrawnDrill.moving, [(0.0, 0.0), (1, 1), (3, 2)])
  func `the working part goes from the first repetition to the last`(
    drill: DrawnDrill, rests: (before: Double, after: Double)
  ) throws {
    var film = DrawnFilm(drill)
    (film.before, film.after) = rests
    let seen = PoseReading(film.track).seen
    let part = try #require(seen.workingPart)
    let half = drill.periods * film.secondsPerRepetition * 500
    let (start, end) = (film.before * 1000, (film.seconds - film.after) * 1000)
    #expect(abs(Double(part.lowerBound) - start) <= half)
    #expect(abs(Double(part.upperBound) - end) <= half)
    #expect(seen.part.lowerBound <= part.lowerBound && part.upperBound <= seen.part.upperBound)
  }

  @Test(arguments: DrawnDrill.moving.filter { !$0.takesTurns })
  func `what comes once in a long film is no movement to train`(drill: DrawnDrill) {
    var film = DrawnFilm(drill).with(\.repetitions, 1)
    (film.before, film.after) = (4, 4)
    let reading = PoseReading(film.track)
    guard drill.name != "leg swing" else { return }
    #expect(reading.seen.repetitions == 1)
    #expect(reading.rulesMovement.isEmpty)
    #expect(reading.seen.movement?.isTag != true)
    #expect(reading.seen.mode?.isTag != true)
    #expect(reading.seen.workingPart == nil)
    #expect(reading.seen.periodMilliseconds == nil)
  }

  @Test(arguments: [1, 2, 3, 7])
  func `repetitions are counted`(count: Int) throws {
    for drill in DrawnDrill.moving where !drill.takesTurns || count > 1 {
      let seen = PoseReading(DrawnFilm(drill).with(\.repetitions, count).track).seen
      // Of a single repetition it isn't clear which way it goes.
      if count > 1 || drill.pattern == seen.pattern { #expect(seen.repetitions == count, "\(drill.name)") }
      guard count > 2 else { continue }
      let period = try #require(seen.periodMilliseconds)
      #expect(abs(Double(period) - drill.periods * 2000) <= 60, "\(drill.name)")
    }
  }

  @Test(arguments: DrawnDrill.still)
  func `a hold is a hold and no movement`(drill: DrawnDrill) {
    let reading = PoseReading(DrawnFilm(drill).track)
    #expect(reading.seen.isHold)
    #expect(reading.seen.movement?.isTag != true)
    #expect(reading.seen.mode?.isTag != true)
    #expect(reading.seen.repetitions == nil)
    #expect(reading.seen.periodMilliseconds == nil)
    #expect(reading.seen.workingPart == nil)
    #expect(reading.seen.endRangeMilliseconds == nil)
    #expect(reading.seen.figure.isEmpty)
    #expect(reading.rulesMovement.isEmpty)
  }

  @Test(arguments: DrawnDrill.moving, [0.5, 0.97])
  func `a movement that stops at its end range is a hold`(drill: DrawnDrill, effort: Double) {
    // Somebody keeps one moment of each drill.
    var film = DrawnFilm(drill)
    let pose = drill.pose
    film.drill = DrawnDrill(
      name: drill.name, position: drill.position, pattern: drill.pattern, axis: .none, sides: Seen.Sides.none,
      azimuth: drill.azimuth, middle: drill.middle, pose: { _, body in pose(effort / 2, body) })
    let reading = PoseReading(film.track)
    #expect(reading.seen.isHold)
    #expect(reading.seen.movement?.isTag != true)
    #expect((reading.seen.repetitions ?? 0) == 0)
  }
}
