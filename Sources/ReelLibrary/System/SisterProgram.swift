import CLinux
import Glibc
public import ReelCatalog

/// One of our programs that another one starts.
public struct SisterProgram: Sendable {
  /// The file's name.
  public let name: String
  /// The environment variable that names another path.
  let variable: String

  /// The server behind `hipreel gallery`.
  public static let gallery = SisterProgram(name: "hipreel-gallery", variable: "HIPREEL_GALLERY")

  /// Finds the program: where the environment says, else beside the running one, else in `../libexec/hipreel`
  /// from there.
  ///
  /// - Throws: `LibraryError.workerBroken` when there is none.
  public func locate() throws(LibraryError) -> PathBytes {
    if let path = NamedPath.inEnvironment(variable) {
      guard isExecutable(path) else {
        throw LibraryError(
          .workerBroken, path: path, "\(variable) does not name a program: \(SystemError.last.words)",
          advice: "unset \(variable), or set it to \(name)")
      }
      return path
    }
    let folder = try Self.runningProgram().parent
    let places = [folder.appending(name), folder.parent.appending("libexec/hipreel/\(name)")]
    for place in places where isExecutable(place) { return place }
    throw LibraryError(
      .workerBroken, path: folder, "the program \(name) is missing",
      advice: "install it beside hipreel, or set \(variable) to its path")
  }

  /// Becomes the program: this one ends, and the same process goes on as the other.
  ///
  /// - Parameters:
  ///   - arguments: Those after the program's name.
  ///   - environment: Variables to set first, as bytes.
  /// - Throws: `LibraryError.workerBroken` when it cannot be started; otherwise it does not return.
  public func become(_ arguments: [String], settingInEnvironment environment: [String: PathBytes]) throws(LibraryError)
  {
    let path = try locate()
    for (name, value) in environment { _ = value.withCString { setenv(name, $0, 1) } }
    var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
    words.append(nil)
    _ = path.withCString { execv($0, words) }
    let error = SystemError.last
    for word in words { free(word) }
    throw LibraryError(.workerBroken, path: path, "cannot be started: \(error.words)")
  }

  private func isExecutable(_ path: PathBytes) -> Bool {
    NamedPath.mayBe(path, X_OK)
  }

  /// The file of this program, without links.
  static func runningProgram() throws(LibraryError) -> PathBytes {
    // Where /proc is hidden, what the kernel was asked to start; both follow a link to the program.
    let places = [PathBytes("/proc/self/exe")] + (hr_program_path().map { [PathBytes(cString: $0)] } ?? [])
    for place in places {
      do { return try NamedPath.real(place) } catch { continue }
    }
    throw LibraryError(.workerBroken, "cannot find the running program: \(SystemError.last.words)")
  }
}
