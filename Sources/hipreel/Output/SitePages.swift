import MediaFacts
import ReelCatalog
import ReelGallery
import ReelLibrary

/// A catalog's pages on their way into a folder.
struct SitePages {
  let folder: LibraryFolder
  /// From the root.
  let target: PathBytes
  /// How reels get into the folder; nil leaves them where they are.
  let way: VideoTransfer?
  /// Whether files may be linked that tell more than their pictures.
  let metadata: MetadataChoice
  let options: Gallery.Options

  /// What was written.
  struct Report {
    let target: PathBytes
    let isDry: Bool
    var reels = 0
    var routines = 0
    var complete = 0
    var files = 0
    /// The size of the reels that were put in.
    var byteCount = 0
    /// Reels that could not be put in, each with the reason.
    var failures: [String] = []
    /// What copies of reels lack.
    var notes: [String] = []

    var line: String {
      let content = "\(HumanText.count(reels, "reel")), \(complete) of \(HumanText.count(routines, "routine")) complete"
      let size = byteCount > 0 ? ", \(HumanText.byteCount(byteCount)) of videos" : ""
      return content + size + (isDry ? "; nothing written" : "; open \(target.text)/index.html")
    }

    var json: [UInt8] {
      var json = JSONText()
      json.object { json in
        json.member("folder", target)
        json.member("reels", reels)
        json.member("routines", routines)
        json.member("completeRoutines", complete)
        json.member("files", files)
        json.member("videoByteCount", byteCount)
        json.member("failures", failures.count)
      }
      json.endLine()
      return json.takeBytes()
    }
  }

  /// What is wrong with the folder for these reels; nil when nothing is.
  var mistake: (message: String, advice: String)? {
    if target == folder.root { return ("is the folder of the reels", "name a folder inside it, such as pages") }
    switch (target.relative(to: folder.root) != nil, way) {
    case (true, nil), (false, .some): return nil
    case (false, nil):
      return (
        "is outside the folder of the reels",
        "put the reels in with --link or --copy, or name a folder inside \(folder.root.text)"
      )
    case (true, .some):
      return (
        "is inside the folder of the reels, which would then hold them twice", "leave out --link and --copy"
      )
    }
  }

  /// Writes everything, or only counts it.
  ///
  /// - Throws: `LibraryError` when the folder cannot be written; what was there before stays.
  func write(
    _ reels: [Reel], vocabulary: LibraryVocabulary, routines: [Routine], isDry: Bool
  ) throws -> Report {
    var report = Report(target: target, isDry: isDry)
    var site = isDry ? nil : try SiteFolder(at: target)
    let copier = !isDry && (way == .cleanCopy || way == .link && metadata == .dropped) ? try VideoCopier() : nil
    var sources: [ReelID: String] = [:]
    var shown: [Reel] = []
    for var reel in reels where !reel.isGone && reel.status == .ok {
      sources[reel.id] = try putVideo(of: reel, into: &site, copier, &report)
      reel.hasThumbnail = try putStill(of: reel, into: &site)
      shown.append(reel)
    }
    let gallery = Gallery(
      shown, vocabulary: vocabulary.vocabulary, vocabularyVersion: vocabulary.version, routines: routines,
      sources: sources, options: options)
    for name in gallery.names { try site?.add(gallery.file(named: name) ?? [], as: name) }
    report.reels = gallery.reels.count
    report.routines = routines.count
    report.complete = gallery.completeRoutineCount
    report.files += gallery.names.count + gallery.reels.count(where: \.hasThumbnail)
    try site.take()?.commit()
    return report
  }

  /// Where the pages find a reel's video; nil when it could not be put in, which is noted.
  ///
  /// - Parameter copier: Makes clean copies, and says what a file tells; nil where neither is wanted.
  private func putVideo(
    of reel: Reel, into site: inout SiteFolder?, _ copier: VideoCopier?, _ report: inout Report
  ) throws -> String? {
    guard let path = reel.paths.first, !reel.awaitsIndex || way != nil else { return nil }
    guard let way else {
      return PlaylistPlace(reelFolder: folder.root, playlistFolder: target).relativeReference(to: path)
    }
    let stem = "reels/\(reel.id.text)"
    var name = "\(stem).\(FileKind.videoEnding(of: path) ?? "mp4")"
    do {
      let video = try MediaFile.open(reel, at: path, of: folder)
      if way == .cleanCopy {
        if let copier, let copy = try site?.addCopy(of: video, as: stem, by: copier) {
          name = copy.name
          if let note = copy.note(about: path) { report.notes.append(note) }
        }
      } else {
        if let copier { try refusePrivate(copier.traces(of: video), path) }
        try site?.add(video, as: name, by: way)
      }
    } catch let refusal as MediaFile.Refusal {
      report.failures.append("\(path.text): \(refusal.message)")
      return nil
    } catch let error as LibraryError {
      guard error.code == .system else { throw error }
      report.failures.append("\(path.text): \(error.message)")
      return nil
    }
    report.byteCount += reel.byteCount
    report.files += 1
    return name
  }

  /// Refuses to give away a file itself that tells where, with what or by whom it was filmed, or may do so.
  private func refusePrivate(_ traces: Set<Trace>?, _ path: PathBytes) throws(LibraryError) {
    guard let traces else {
      throw LibraryError(
        .system, path: path,
        "is not linked, since hipreel cannot tell what the file says; use --copy, or --keep-metadata")
    }
    guard !traces.isDisjoint(with: [.place, .device, .serialNumber, .owner]) else { return }
    let told = traces.sorted().map(\.words).joined(separator: ", ")
    throw LibraryError(
      .system, path: path, "is not linked, since the file tells: \(told); use --copy, or --keep-metadata")
  }

  /// Whether the reel has a still to show. A missing one, as after an import, is not a failure: the next index run
  /// makes it.
  private func putStill(of reel: Reel, into site: inout SiteFolder?) throws(LibraryError) -> Bool {
    guard reel.hasThumbnail else { return false }
    let still: [UInt8]?
    do { still = try ThumbnailFolder(folder).jpeg(of: reel.id) } catch {
      guard error.code == .system else { throw error }
      return false
    }
    guard let still else { return false }
    try site?.add(still, as: Gallery.stillName(of: reel.id))
    return true
  }
}

extension Trace {
  /// For a person.
  fileprivate var words: String {
    switch self {
    case .place: "place"
    case .device: "device"
    case .serialNumber: "serial number"
    case .owner: "person"
    case .date: "date"
    case .comment: "comment"
    }
  }
}
