import MediaFacts
public import ReelCatalog

/// Finds exact copies: size and fingerprint say where to look, and every byte decides.
///
/// Reads files and changes nothing. Two files are open at a time, however many copies there are.
public struct DuplicateSearch: Sendable {
  private let folder: LibraryFolder

  public init(_ folder: LibraryFolder) { self.folder = folder }

  /// Looks for copies among the files of some reels.
  ///
  /// - Parameter reels: Gone ones are skipped.
  /// - Throws: `LibraryError.unreadableFolder` when the folder is missing.
  public func report(on reels: [Reel]) throws(LibraryError) -> DuplicateReport {
    let root = try folder.openRoot()
    var report = DuplicateReport()
    for reel in reels where !reel.isGone && reel.paths.count > 1 && reel.fingerprint != nil {
      search(reel, below: root, &report)
    }
    report.groups.sort { $0.copies[0].path < $1.copies[0].path }
    return report
  }

  /// Files with the same bytes, and the one that the next file is compared with.
  private struct Kind {
    let first: PathBytes
    var copies: [DuplicateReport.Copy]
  }

  private func search(_ reel: Reel, below root: Folder, _ report: inout DuplicateReport) {
    var kinds: [Kind] = []
    var names: [FileName: PathBytes] = [:]
    for path in reel.paths.sorted() {
      do throws(MediaFile.Refusal) {
        let file = try MediaFile.open(path, below: root)
        guard file.stamp.byteCount == reel.byteCount else {
          throw MediaFile.Refusal(status: .changed, reason: "it changed since it was indexed; index again")
        }
        let name = try file.name()
        if let earlier = names[name] {
          guard let index = kinds.firstIndex(where: { $0.copies.contains { $0.path == earlier } }) else { continue }
          kinds[index].copies.append(DuplicateReport.Copy(path: path, sameFileAs: earlier))
          continue
        }
        try sort(file, at: path, into: &kinds, below: root, &report)
        names[name] = path
      } catch {
        report.unread.append(DuplicateReport.Unread(path: path, status: error.status, reason: error.reason))
      }
    }
    for kind in kinds.dropFirst() {
      report.lookalikes.append(DuplicateReport.Lookalike(path: kind.first, other: kinds[0].first))
    }
    report.groups += kinds.filter { $0.copies.count > 1 }.map {
      DuplicateReport.Group(reel: reel.id, byteCount: reel.byteCount, copies: $0.copies)
    }
  }

  private func sort(
    _ file: borrowing MediaFile, at path: PathBytes, into kinds: inout [Kind], below root: Folder,
    _ report: inout DuplicateReport
  ) throws(MediaFile.Refusal) {
    let copy = DuplicateReport.Copy(path: path, sameFileAs: nil)
    for index in kinds.indices {
      let other: MediaFile
      do {
        other = try MediaFile.open(kinds[index].first, below: root)
      } catch {
        // It existed a moment ago.
        report.unread.append(
          DuplicateReport.Unread(path: kinds[index].first, status: error.status, reason: error.reason))
        continue
      }
      if try FileComparison.areEqual(file, other) {
        kinds[index].copies.append(copy)
        return
      }
    }
    kinds.append(Kind(first: path, copies: [copy]))
  }
}
