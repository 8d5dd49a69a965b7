import Dispatch
import Glibc
import ReelLibrary

/// Turns Ctrl-C and a polite kill into a request to stop.
///
/// The first signal asks for a clean stop; a second one ends the process immediately.
enum Interruption {
  /// Listens for the rest of the process's life.
  ///
  /// The workers inherit the ignored signals, so that Ctrl-C, which reaches the whole group, leaves them to finish.
  static func listen() -> StopRequest {
    let stop = StopRequest()
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if stop.isMade { _exit(ExitStatus.interrupted) }
        stop.make()
        withExtendedLifetime(source) {}  // The handler keeps its source alive.
      }
      source.activate()
    }
    return stop
  }
}
