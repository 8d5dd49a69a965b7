import Glibc
import ReelCatalog

/// What runs that were killed left beside a site's place: folders with its name, `.part-` or `.old-`, and a process's number.
enum SiteLeftovers {
  /// Takes away those that no living process works on.
  ///
  /// One with anything in it that hipreel did not write stays, as does what cannot be deleted.
  static func remove(beside path: PathBytes) {
    let parent = path.parent.bytes.isEmpty && path.bytes.first != UInt8(ascii: "/") ? PathBytes(".") : path.parent
    let names: [PathBytes]
    // Where nothing can be listed nothing can be written, which is told when it is tried.
    do { names = try FolderWalk.names(in: parent.bytes.isEmpty ? PathBytes("/") : parent) } catch { return }
    for name in names {
      guard let process = process(in: name, of: path.lastComponent), !isAtWork(process) else { continue }
      let leftover = parent.appending(name)
      let site: WrittenSite?
      do { site = try WrittenSite(at: leftover) } catch { continue }
      WrittenSite.remove(site?.files ?? [], from: leftover)
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
