import Foundation
import GRDB
import MediaFacts
import ReelCatalog

/// What a catalog keeps of what was found inside a file.
struct ReelFacts {
  var reason: String?
  var fingerprint: [UInt8]?
  /// 16 hex digits.
  var oshash: String?
  var video: VideoFacts?
  var recorded: RecordingDate?
  var location: String?
  var thumbnailMilliseconds: Int?
  var thumbnailReason: StillReason?
}

/// The columns of `reel` that hold `ReelFacts`: the one list of them, for reading, recording, importing and mending.
///
/// A new fact is a case here, with its name, its range and its value, and a line of `ReelFacts.init`.
enum FactColumn: Int32, CaseIterable {
  case reason, fingerprint, oshash, recordedText, recordedUnix, recordedSource, location, thumbnail, thumbnailReason
  case container, duration, durationSource, firstPicture, fileDuration, width, height, codedWidth, codedHeight, rotation
  case mirrored, rateNumerator, rateDenominator, variableRate, codec, profile, bitDepth, hdr, primaries, transfer
  case matrix, range, audioCodec, probe

  var name: String {
    switch self {
    case .reason: "reason"
    case .fingerprint: "fingerprint"
    case .oshash: "oshash"
    case .recordedText: "recorded_text"
    case .recordedUnix: "recorded_unix"
    case .recordedSource: "recorded_source"
    case .location: "location"
    case .thumbnail: "thumbnail_ms"
    case .thumbnailReason: "thumbnail_reason"
    case .container: "container"
    case .duration: "duration_ms"
    case .durationSource: "duration_source"
    case .firstPicture: "first_picture_ms"
    case .fileDuration: "file_duration_ms"
    case .width: "width"
    case .height: "height"
    case .codedWidth: "coded_width"
    case .codedHeight: "coded_height"
    case .rotation: "rotation"
    case .mirrored: "mirrored"
    case .rateNumerator: "fps_num"
    case .rateDenominator: "fps_den"
    case .variableRate: "variable_fps"
    case .codec: "video_codec"
    case .profile: "profile"
    case .bitDepth: "bit_depth"
    case .hdr: "hdr"
    case .primaries: "color_primaries"
    case .transfer: "color_transfer"
    case .matrix: "color_matrix"
    case .range: "color_range"
    case .audioCodec: "audio_codec"
    case .probe: "probe"
    }
  }

  /// The range of the column's numbers, both ends included; nil where it holds any number, or none.
  var numbers: ClosedRange<Int>? {
    switch self {
    case .duration, .firstPicture, .fileDuration, .thumbnail: WireLimits.milliseconds
    case .rotation: 0...270
    case .mirrored, .variableRate: 0...1
    case .bitDepth: VideoFacts.bitDepths
    default: nil
    }
  }

  private func value(of facts: ReelFacts) -> (any DatabaseValueConvertible)? {
    let video = facts.video
    return switch self {
    case .reason: facts.reason
    case .fingerprint: facts.fingerprint.map { Data($0) }
    case .oshash: facts.oshash
    case .recordedText: facts.recorded?.text
    case .recordedUnix: facts.recorded?.unixSeconds
    case .recordedSource: facts.recorded?.source.rawValue
    case .location: facts.location
    case .thumbnail: facts.thumbnailMilliseconds
    case .thumbnailReason: facts.thumbnailReason?.rawValue
    case .container: video?.container
    case .duration: video?.durationMilliseconds
    case .durationSource: video?.durationSource?.rawValue
    case .firstPicture: video?.firstPictureMilliseconds
    case .fileDuration: video?.fileDurationMilliseconds
    case .width: video?.displaySize.width
    case .height: video?.displaySize.height
    case .codedWidth: video?.codedSize.width
    case .codedHeight: video?.codedSize.height
    case .rotation: video?.rotation
    case .mirrored: video?.isMirrored
    case .rateNumerator: video?.frameRate?.numerator
    case .rateDenominator: video?.frameRate?.denominator
    case .variableRate: video?.isVariableFrameRate
    case .codec: video?.videoCodec
    case .profile: video?.profile
    case .bitDepth: video?.bitDepth
    case .hdr: video?.hdr?.rawValue
    case .primaries: video?.colors.primaries
    case .transfer: video?.colors.transfer
    case .matrix: video?.colors.matrix
    case .range: video?.colors.range
    case .audioCodec: video?.audioCodec
    case .probe: video?.probe.rawValue
    }
  }

  /// For SELECT, in the order of the cases.
  static let list = allCases.map { "reel.\($0.name)" }.joined(separator: ", ")
  /// For UPDATE, in the same order.
  static let assignments = allCases.map { "\($0.name) = ?" }.joined(separator: ", ")
  /// The place of the first column after `list`.
  static let count = Int32(allCases.count)

  /// The values for `assignments`.
  static func arguments(_ facts: ReelFacts) -> StatementArguments {
    StatementArguments(allCases.map { $0.value(of: facts) })
  }
}

extension ReelFacts {
  /// Reads a row that begins with `FactColumn.list`.
  init(_ row: SQLRow) throws {
    let fingerprint = FactColumn.fingerprint.rawValue
    reason = try row.text(.reason)
    self.fingerprint = row.isNull(fingerprint) ? nil : try row.withBytes(fingerprint) { Array($0) }
    oshash = try row.text(.oshash)
    video = try VideoFacts(row)
    recorded = try RecordingDate(row)
    location = try row.text(.location)
    thumbnailMilliseconds = try row.number(.thumbnail)
    thumbnailReason = try row.text(.thumbnailReason).flatMap { StillReason(rawValue: $0) }
  }
}

extension SQLRow {
  fileprivate func text(_ column: FactColumn) throws(StoredValueError) -> String? { try textIfAny(column.rawValue) }

  fileprivate func number(_ column: FactColumn) throws(StoredValueError) -> Int? {
    try numberIfAny(column.rawValue, in: column.numbers ?? SQLRow.numbers)
  }
}

extension VideoFacts {
  /// Nil when the row has no video.
  fileprivate init?(_ row: SQLRow) throws(StoredValueError) {
    guard let container = try row.text(.container), let codec = try row.text(.codec),
      let display = PixelSize(width: try row.number(.width) ?? 0, height: try row.number(.height) ?? 0),
      let coded = PixelSize(width: try row.number(.codedWidth) ?? 0, height: try row.number(.codedHeight) ?? 0)
    else { return nil }
    self.init(
      container: container, durationMilliseconds: try row.number(.duration),
      durationSource: try row.text(.durationSource).flatMap { DurationSource(rawValue: $0) },
      firstPictureMilliseconds: try row.number(.firstPicture),
      fileDurationMilliseconds: try row.number(.fileDuration), displaySize: display, codedSize: coded,
      rotation: try row.number(.rotation) ?? 0, isMirrored: try row.number(.mirrored) == 1,
      frameRate: FrameRate(
        numerator: try row.number(.rateNumerator) ?? 0, denominator: try row.number(.rateDenominator) ?? 0),
      isVariableFrameRate: try row.number(.variableRate).map { $0 == 1 }, videoCodec: codec,
      profile: try row.text(.profile), bitDepth: try row.number(.bitDepth),
      hdr: try row.text(.hdr).flatMap { HDRKind(rawValue: $0) },
      colors: ColorTags(
        primaries: try row.text(.primaries), transfer: try row.text(.transfer), matrix: try row.text(.matrix),
        range: try row.text(.range)),
      audioCodec: try row.text(.audioCodec), probe: try row.text(.probe).flatMap { ProbePath(rawValue: $0) } ?? .header)
  }
}

extension RecordingDate {
  fileprivate init?(_ row: SQLRow) throws(StoredValueError) {
    guard let text = try row.text(.recordedText),
      let unixSeconds = try row.number(.recordedUnix), RecordingDate.unixSecondsRange.contains(unixSeconds),
      let source = try row.text(.recordedSource).flatMap({ Source(rawValue: $0) })
    else { return nil }
    self.init(text: text, unixSeconds: unixSeconds, source: source)
  }
}
