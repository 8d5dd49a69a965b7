import MediaFacts

extension Reel {
  /// The reel without what names or describes people, files and places, for sharing numbers.
  ///
  /// Facts of the video and tags stay; paths, texts, chapters' titles, places, dates, hashes and the person's decisions go,
  /// and the id, which comes from a hash, becomes a number.
  ///
  /// - Parameter number: From 1, in the order in which reels are written.
  public func redacted(number: Int) -> Reel {
    let digits = String(number, radix: 16)
    guard let id = ReelID(String(repeating: "0", count: max(12 - digits.utf8.count, 0)) + digits) else {
      preconditionFailure("a count of reels has at most twelve hex digits")
    }
    return Reel(
      id: id, paths: [], isGone: isGone, status: status, byteCount: byteCount, video: video,
      chapters: chapters.map {
        Chapter(startMilliseconds: $0.startMilliseconds, endMilliseconds: $0.endMilliseconds)
      },
      hasThumbnail: hasThumbnail, thumbnailMilliseconds: thumbnailMilliseconds, thumbnailReason: thumbnailReason,
      tagging: Tagging(
        tags: tagging.tags.map {
          Tag(facet: $0.facet, value: $0.value, role: $0.role, confidence: $0.confidence, matches: [])
        }))
  }
}
