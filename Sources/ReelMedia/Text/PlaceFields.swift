import MediaFacts

/// Tells which fields say where a video was filmed: nobody's business in a catalog that is exported and shown.
enum PlaceFields {
  /// Whether a field's key is about a place.
  static func tellsPlace(key: String) -> Bool { words.contains(where: key.contains) }

  /// The place that a value is; FFmpeg puts the name of 3GPP's `loci` behind it, which is left out.
  static func place(in value: String) -> String? {
    if GeographicPoint.isValid(value) { return value }
    guard let solidus = value.firstIndex(of: "/") else { return nil }
    let place = String(value[...solidus])
    return GeographicPoint.isValid(place) ? place : nil
  }

  /// Parts of keys, in lower case. XMP and EXIF packets carry coordinates among much else, and nothing that we read.
  private static let words = [
    "location", "gps", "geo", "latitude", "longitude", "coordinate", "iso6709", "\u{a9}xyz", "xmp", "exif",
  ]
}
