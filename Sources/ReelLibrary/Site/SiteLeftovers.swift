import Glibc
import ReelCatalog

/// What killed runs left beside a site's place: folders with its name, `.part-` or `.old-`, and a process's number.
enum SiteLeftovers {
  /// Deletes those that no living process works on.
  ///
  /// One with anything in it that hipreel did not write stays, as does what cannot be deleted.
  static func remove(beside place: FolderPlace) {
    let names: [PathBytes]
    // Where nothing can be listed nothing can be written, and trying to write reports that.
    do { names = try place.parent.names() } catch { return }
    for name in names {
      guard let process = process(in: name, of: place.name), !isAtWork(process) else { continue }
      let site: WrittenSite?
      do { site = try WrittenSite(name, in: place.parent) } catch { continue }
      guard let site else {
        do { try place.parent.removeFolder(name) } catch {}
        continue
      }
      WrittenSite.remove(site.files, from: site.folder, named: name, in: place.parent)
    }
  }

  private static func process(in name: PathBytes, of site: PathBytes) -> pid_t? {
    for sign in [".part-", ".old-"] {
      let start = site.bytes + Array(sign.utf8)
      guard name.bytes.starts(with: start) else { continue }
      return pid_t(String(decoding: name.bytes.dropFirst(start.count), as: UTF8.self))
    }
    return nil
  }

  /// Whether a process other than this one has the number.
  private static func isAtWork(_ process: pid_t) -> Bool {
    process <= 0 || (process != getpid() && (kill(process, 0) == 0 || errno == EPERM))
  }
}
