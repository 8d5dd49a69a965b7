import CFFmpeg
import MediaFacts

/// Finds what a file tells of a person: in its texts, its tracks, between its first pictures, and in MP4 also in the atoms
/// that FFmpeg does not read.
///
/// It knows what cameras, telephones and editors write. What it does not find may be there all the same: for a file that
/// surely tells nothing there is `VideoCopy`.
struct TraceReader {
  private(set) var traces: Set<Trace> = []
  /// Whether no limit was reached.
  private var isWhole = true

  /// What a file tells; nil for one that cannot be read, or is more than the limits let through.
  static func traces(of source: MediaSource) -> Set<Trace>? {
    do throws(MediaError) {
      let demuxer = try Demuxer.open(source)
      var reader = TraceReader()
      // First, since some containers have their texts among the packets.
      try reader.addPictures(of: demuxer)
      unsafe reader.add(demuxer.context.pointee.metadata)
      for index in 0..<demuxer.streamCount {
        guard let stream = unsafe demuxer.stream(index) else { continue }
        unsafe reader.add(stream.pointee.metadata)
        unsafe reader.add(stream, isMP4: demuxer.container == "mov")
      }
      if demuxer.container == "mov" {
        var atoms = TraceAtoms()
        atoms.walk(in: source.byteCount) { source.bytes(at: $0, count: $1) }
        reader.traces.formUnion(atoms.traces)
        reader.isWhole = reader.isWhole && atoms.isWhole
      }
      return reader.isWhole && source.failure == nil ? reader.traces : nil
    } catch {
      return nil
    }
  }

  /// Looks between the first pictures: cameras write into every one, or before every key frame.
  private mutating func addPictures(of demuxer: borrowing Demuxer) throws(MediaError) {
    for index in 0..<demuxer.streamCount where !demuxer.isPictures(index) {
      unsafe demuxer.stream(index)?.pointee.discard = AVDISCARD_ALL
    }
    let packet = try Packet.make()
    var (pictureCount, byteCount) = (0, 0)
    for _ in 0..<Self.mostPackets where pictureCount < Self.mostPictures && byteCount < Self.mostPictureBytes {
      guard demuxer.read(into: packet) else { break }
      byteCount += packet.byteCount
      guard demuxer.isPictures(packet.streamIndex) else { continue }
      pictureCount += 1
      if packet.hasCameraMarks { traces.formUnion([.place, .device, .date]) }
    }
    if pictureCount == 0 { isWhole = false }
  }

  private static let mostPackets = 4000
  private static let mostPictures = 100
  private static let mostPictureBytes = 16 << 20

  private mutating func add(_ dictionary: OpaquePointer?) {
    var entry: UnsafeMutablePointer<AVDictionaryEntry>?
    for _ in 0..<Self.mostFields {
      unsafe entry = unsafe av_dict_get(dictionary, "", entry, AV_DICT_IGNORE_SUFFIX)
      guard let entry = unsafe entry else { return }
      let key = unsafe MetadataReader.cleaned(entry.pointee.key, byteCount: WireLimits.keyByteCount).lowercased()
      let value = unsafe MetadataReader.cleaned(entry.pointee.value, byteCount: WireLimits.valueByteCount)
      guard !value.isEmpty else { continue }
      traces.formUnion(Self.traces(ofKey: key, value: value))
    }
    isWhole = false
  }

  private static let mostFields = 4096

  static func traces(ofKey key: String, value: String) -> Set<Trace> {
    var traces: Set<Trace> = PlaceFields.tellsPlace(key: key) || PlaceText.occurs(in: value) ? [.place] : []
    for (trace, words) in Self.words where words.contains(where: key.contains) { traces.insert(trace) }
    // FFmpeg's own name, which any editor leaves.
    if key == "software", value.hasPrefix("Lavf") { traces.remove(.device) }
    return traces
  }

  /// Parts of keys, in lower case.
  private static let words: [(Trace, [String])] = [
    (
      .device,
      ["make", "model", "manufacturer", "device", "camera", "lens", "android", "firmware", "software", "reel_"]
    ),
    (.serialNumber, ["serial", "imei", "uuid", "udid", "umid", "unique"]),
    (
      .owner,
      [
        "artist", "author", "owner", "copyright", "performer", "composer", "director", "producer", "uploader",
        "encoded_by",
      ]
    ),
    (.date, ["creation", "date", "year", "timecode", "\u{a9}day"]),
    (.comment, ["comment", "description", "synopsis", "keyword", "lyrics", "subject"]),
  ]

  /// A track of data in MP4 is a camera's receiver or clock as often as not, in transport streams a drone's if it is KLV;
  /// an attachment can be anything.
  private mutating func add(_ stream: UnsafeMutablePointer<AVStream>, isMP4: Bool) {
    guard let parameters = unsafe stream.pointee.codecpar else { return }
    switch unsafe parameters.pointee.codec_type {
    case AVMEDIA_TYPE_DATA where unsafe parameters.pointee.codec_tag == Self.timecode: traces.insert(.date)
    case AVMEDIA_TYPE_DATA where unsafe isMP4 || parameters.pointee.codec_id == AV_CODEC_ID_SMPTE_KLV:
      traces.insert(.place)
    case AVMEDIA_TYPE_ATTACHMENT: traces.insert(.comment)
    default: break
    }
  }

  /// `tmcd`.
  private static let timecode: UInt32 = 0x6463_6d74
}

extension Demuxer {
  fileprivate func isPictures(_ index: Int) -> Bool {
    unsafe stream(index)?.pointee.codecpar?.pointee.codec_type == AVMEDIA_TYPE_VIDEO
  }
}

/// The part of it that looks into MP4's atoms: user data, metadata and what makers of cameras invented.
///
/// Whatever the bytes are, it ends: atoms are inside their parents, and depth, number and bytes are bounded.
struct TraceAtoms {
  private(set) var traces: Set<Trace> = []
  /// Whether every atom could be looked at.
  private(set) var isWhole = true
  private var atomCount = 0
  private var searchedByteCount = 0

  static let deepestLevel = 6
  static let mostAtoms = 1 << 16
  static let longestPayload = 1 << 20
  static let mostSearchedBytes = 8 << 20

  mutating func walk(in byteCount: Int, _ read: Atom.Read) {
    walk(0..<max(0, byteCount), isText: false, depth: 0, read)
  }

  private mutating func walk(_ range: Range<Int>, isText: Bool, depth: Int, _ read: Atom.Read) {
    var offset = range.lowerBound
    while range.upperBound - offset >= 8 {
      guard depth <= Self.deepestLevel, atomCount < Self.mostAtoms else { return isWhole = false }
      guard let atom = Atom(at: offset, in: range, zeroMeansToTheEnd: true, read) else { return isWhole = false }
      atomCount += 1
      look(at: atom.type, atom.payload, isText: isText, depth: depth, read)
      offset = atom.payload.upperBound
    }
  }

  private mutating func look(at type: String, _ payload: Range<Int>, isText: Bool, depth: Int, _ read: Atom.Read) {
    if let found = Self.kinds[type] { traces.formUnion(found) }
    switch type {
    case "moov", "trak": walk(payload, isText: false, depth: depth + 1, read)
    case "udta": walk(payload, isText: true, depth: depth + 1, read)
    case "mdat", "free", "skip", "wide", "mdia", "edts", "tref", "ftyp", "mvhd", "tkhd": break
    case "meta", "uuid", "XMP_", "xml ", "Exif", "exif", "pict", "thmb": search(payload, read)
    default: if isText { search(payload, read) }
    }
  }

  /// Atoms whose presence is enough: Apple, 3GPP, GoPro, Canon, Novatek's dashcams.
  private static let kinds: [String: Set<Trace>] = [
    "\u{a9}xyz": [.place], "loci": [.place], "gps ": [.place], "GPS ": [.place], "gps0": [.place],
    "\u{a9}mak": [.device], "\u{a9}mod": [.device], "FIRM": [.device], "LENS": [.device], "CNCV": [.device],
    "manu": [.device], "modl": [.device], "CAME": [.serialNumber], "MUID": [.serialNumber], "SNum": [.serialNumber],
    "auth": [.owner], "cprt": [.owner], "perf": [.owner], "\u{a9}ART": [.owner], "\u{a9}aut": [.owner],
    "\u{a9}cpy": [.owner], "\u{a9}day": [.date], "yrrc": [.date], "\u{a9}cmt": [.comment], "dscp": [.comment],
    "\u{a9}des": [.comment],
  ]

  /// Looks for words in a payload of unknown form: XMP and other XML, EXIF, lists of makers.
  private mutating func search(_ payload: Range<Int>, _ read: Atom.Read) {
    let count = min(payload.count, Self.longestPayload, Self.mostSearchedBytes - searchedByteCount)
    let bytes = read(payload.lowerBound, count)
    searchedByteCount += bytes.count
    if bytes.count < payload.count { isWhole = false }
    let text = String(decoding: bytes.map { (0x20...0x7e).contains($0) ? $0 : 0x20 }, as: UTF8.self)
    if PlaceText.occurs(in: text) { traces.insert(.place) }
    let lower = text.lowercased()
    for (trace, words) in Self.words where words.contains(where: lower.contains) { traces.insert(trace) }
  }

  private static let words: [(Trace, [String])] = [
    (.place, ["gps", "latitude", "location", "iso6709"]),
    (.device, ["tiff:make", "tiff:model", "modelname", "quicktime.make"]),
    (.serialNumber, ["serial"]), (.owner, ["ownername", "dc:creator", "dc:rights", "quicktime.author"]),
    (.date, ["createdate", "creationdate"]), (.comment, ["dc:description", "quicktime.comment"]),
  ]
}
