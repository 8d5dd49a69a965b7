import MediaFacts

/// A decoded picture, its moment, and what is known of it.
struct ChosenPicture: ~Copyable {
  let frame: Frame
  /// In the stream's time base; nil when unknown.
  let timestamp: Int64?
  let reason: StillReason
  /// Flat bars that all pictures looked at have; none when only one was.
  let bars: PictureBars

  /// Takes the bars off the frame.
  ///
  /// - Returns: The size that is left; nil when there was nothing to take off.
  func crop() -> PixelSize? {
    let bars = bars.cropping(width: frame.width, height: frame.height)
    guard !bars.isNone, frame.crop(bars) else { return nil }
    return PixelSize(width: frame.width, height: frame.height)
  }
}
