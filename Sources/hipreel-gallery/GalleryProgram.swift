import Dispatch
import Foundation
import Glibc
import MediaFacts
import ReelCatalog
import ReelLibrary

/// The server behind `hipreel gallery`, which starts it: `hipreel-gallery PORT OPEN`, the catalog's folder in
/// `HIPREEL_CATALOG` because arguments are text and names are bytes.
@main
enum GalleryProgram {
  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let port = UInt16(arguments[1]), ["open", "stay"].contains(arguments[2]),
      let named = getenv("HIPREEL_CATALOG")
    else {
      say("is started by: hipreel gallery")
      exit(64)
    }
    let catalog = PathBytes(UnsafeBufferPointer(start: named, count: strlen(named)).map { UInt8(bitPattern: $0) })
    do {
      let server = GalleryServer(try LibraryFolder(cataloguedIn: catalog))
      try await server.run(port: Int(port), until: stopWish()) { address in
        announce(address, opening: arguments[2] == "open")
      }
    } catch let error as LibraryError {
      say(error.message)
      exit(1)
    } catch {
      say("cannot listen on port \(port): \(error)")
      exit(1)
    }
  }

  private static func announce(_ address: String, opening: Bool) {
    FileHandle.standardOutput.write(Data("\(address)\n".utf8))
    guard opening else { return }
    do { try SystemPlayer.open(page: address) } catch { say("\(error.message); open the address above yourself") }
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
        DispatchQueue.global().asyncAfter(deadline: .now() + farewellSeconds) { exit(0) }
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
