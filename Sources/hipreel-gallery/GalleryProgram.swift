import Dispatch
import Foundation
import Glibc
import MediaFacts
import ReelCatalog
import ReelLibrary
import Synchronization

/// The server behind `hipreel gallery`, which starts it: `hipreel-gallery PORT OPEN`, the catalog's folder in
/// `HIPREEL_CATALOG` because arguments are text and names are bytes.
@main
enum GalleryProgram {
  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let port = UInt16(arguments[1]), ["open", "stay"].contains(arguments[2]),
      let catalog = NamedPath.inEnvironment("HIPREEL_CATALOG")
    else {
      say("start it with: hipreel gallery")
      exit(64)
    }
    do {
      try OpenFileLimit.ensure(128)
      let server = GalleryServer(try LibraryFolder(cataloguedIn: catalog))
      let opens = arguments[2] == "open"
      try await server.run(port: Int(port), until: stopWish()) { announce($0, opens: opens) }
      page.withLock { $0 = nil }
    } catch let error as LibraryError {
      say(error.message + (error.advice.map { "\n  \($0)" } ?? ""))
      exit(1)
    } catch {
      say("cannot listen on port \(port): \(error)")
      exit(1)
    }
  }

  /// What sends the browser in, until it is in.
  private static let page = Mutex<PrivatePage?>(nil)

  private static func announce(_ event: GalleryServer.Event, opens: Bool) {
    switch event {
    case .started(_, let printed, let opened):
      FileHandle.standardOutput.write(Data("\(printed)\n".utf8))
      guard opens else { return }
      do throws(LibraryError) {
        // The address itself would be an argument of the browser's, which other users of the machine can read.
        let way = try PrivatePage(
          """
          <!doctype html><html lang="en"><meta charset="utf-8"><meta name="referrer" content="no-referrer">
          <meta http-equiv="refresh" content="0;url=\(opened)"><title>hipreel</title>

          """)
        page.withLock { $0 = way }
        try SystemPlayer.open(way)
      } catch {
        say("\(error.message); open the address above yourself")
      }
    case .entered(let another):
      page.withLock { $0 = nil }
      say("for another browser: \(another)")
    }
  }

  /// How long what is under way may take after a wish to stop. Decisions are kept when they are answered, not at the end.
  private static let farewellSeconds = 2.0

  /// Ends with Ctrl-C or a polite kill.
  private static func stopWish() -> AsyncStream<Never> {
    let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        continuation.finish()
        DispatchQueue.global().asyncAfter(deadline: .now() + farewellSeconds) {
          page.withLock { $0 = nil }
          exit(0)
        }
        withExtendedLifetime(source) {}  // The handler keeps its source alive.
      }
      source.activate()
    }
    return stream
  }

  private static func say(_ message: String) {
    FileHandle.standardError.write(Data("hipreel-gallery: \(message)\n".utf8))
  }
}
