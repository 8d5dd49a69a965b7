import MediaFacts

/// The lines of a film over its pictures.
struct LineTracks {
  /// The most lines that are remembered at a time, and the most that were read.
  private static let largestTrackCount = 300
  private static let largestWitnessCount = 1_000
  /// How many readings lines that are much alike are worth.
  private static let largestFamilyReadCount = 6
  private static let largestFailedCount = 2
  /// For how many pictures an unread line and any other one are remembered.
  private static let (unreadLife, life) = (3, 24)
  /// Less sure lines are read so many times.
  private static let (sureScore, largestReadCount) = (90, 3)
  /// How sure a line is that hides what other masks show in its place.
  private static let settledScore = 80

  private var tracks: [LineTrack] = []
  private var gone: [TextVote.Witness] = []
  private var readings: [Int: (count: Int, hasFailed: Bool)] = [:]
  private var familyCount = 0
  private var picture = 0

  mutating func begin(_ picture: Int) { self.picture = picture }

  /// All that was read so far.
  var witnesses: [TextVote.Witness] { gone + tracks.compactMap(TextVote.Witness.init) }

  /// Takes a line that was found in the picture; returns whether words have come.
  mutating func take(
    _ found: FoundLine, at milliseconds: Int, in planes: Planes, _ readers: [LineReader],
    _ allowance: inout ReadingAllowance
  ) -> Bool {
    guard !isSettled(found) else { return false }
    let print = LinePrint(box: found.box, inks: found.mask.ink(in: found.box, of: planes))
    var elder: Int?
    for index in tracks.indices where tracks[index].mask == found.mask && tracks[index].lastPicture < picture {
      switch print.likeness(to: tracks[index].print) {
      case .same:
        tracks[index].box = found.box
        tracks[index].end = milliseconds
        tracks[index].lastPicture = picture
        tracks[index].pictureCount += 1
        if tracks[index].isUnread { return read(index, found, planes, readers, &allowance) }
        readAgain(index, found, planes, readers, &allowance)
        return false
      case .similar: elder = index
      case .other: break
      }
    }
    let family = elder.map { tracks[$0].family } ?? familyCount
    if elder == nil { familyCount += 1 }
    guard tracks.count < Self.largestTrackCount else { return false }
    tracks.append(
      LineTrack(
        mask: found.mask, print: print, box: found.box, family: family, start: milliseconds, end: milliseconds,
        lastPicture: picture))
    // What is only similar is read as well, as long as it's words and no two readings are alike.
    guard elder != nil, readings[family]?.hasFailed != true, !hasAgreed(family) else { return false }
    return read(tracks.count - 1, found, planes, readers, &allowance)
  }

  /// Forgets what has not been seen for a while.
  mutating func forgetOld() {
    tracks.removeAll { track in
      let age = picture - track.lastPicture
      guard age > (track.isUnread ? Self.unreadLife : Self.life) else { return false }
      if let witness = TextVote.Witness(track), gone.count < Self.largestWitnessCount { gone.append(witness) }
      return true
    }
    if readings.count > 4 * Self.largestTrackCount {
      let living = Set(tracks.map(\.family))
      readings = readings.filter { living.contains($0.key) }
    }
  }

  /// Whether sure words have been found in its place in this picture, or it's what surrounds them.
  private func isSettled(_ found: FoundLine) -> Bool {
    tracks.contains { track in
      guard track.lastPicture == picture, let line = track.line, line.score >= Self.settledScore else { return false }
      return found.box.share(in: track.box) > 0.6
        || track.box.share(in: found.box) > 0.8 && 10 * track.box.width > 7 * found.box.width
    }
  }

  /// Whether two readings of a family are the same.
  private func hasAgreed(_ family: Int) -> Bool {
    let texts = tracks.filter { $0.family == family }.compactMap { $0.line?.text }
    return Set(texts).count < texts.count
  }

  private mutating func read(
    _ index: Int, _ found: FoundLine, _ planes: Planes, _ readers: [LineReader], _ allowance: inout ReadingAllowance
  ) -> Bool {
    let family = tracks[index].family
    let earlier = readings[family] ?? (0, false)
    let largest = earlier.hasFailed ? Self.largestFailedCount : Self.largestFamilyReadCount
    guard earlier.count < largest, allowance.allows(found.mask) else { return false }
    let line = allowance.reading(CropRenderer.crop(of: found, in: planes), of: found.mask, with: readers)
    readings[family] = (earlier.count + 1, earlier.hasFailed || line == nil)
    tracks[index].state = line.map { .text($0) } ?? .nothing
    return line != nil
  }

  /// Reads a line that is not quite sure in another picture, in the same language, and keeps the surer reading.
  private mutating func readAgain(
    _ index: Int, _ found: FoundLine, _ planes: Planes, _ readers: [LineReader], _ allowance: inout ReadingAllowance
  ) {
    guard let line = tracks[index].line, line.score < Self.sureScore, tracks[index].readCount < Self.largestReadCount,
      allowance.allows(found.mask), let reader = readers.first(where: { $0.language == line.language })
    else { return }
    tracks[index].readCount += 1
    let crop = CropRenderer.crop(of: found, in: planes)
    guard let other = allowance.reading(crop, of: found.mask, with: [reader]), other.score > line.score else { return }
    tracks[index].state = .text(other)
  }
}
