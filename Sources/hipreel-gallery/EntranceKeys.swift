import Synchronization

/// Keys that work once: whoever opens an address with one gets the cookie, and the address is worthless from then on.
///
/// An address shows up in a browser's history and on the screen; the cookie does not.
final class EntranceKeys: Sendable {
  private let keys = Mutex<[SessionKey]>([])

  /// A new key.
  func make() -> SessionKey {
    let key = SessionKey()
    keys.withLock { $0.append(key) }
    return key
  }

  /// Whether a text is a key that has not been used yet; from now on it has.
  func use(_ text: some StringProtocol) -> Bool {
    keys.withLock { keys in
      guard let index = keys.firstIndex(where: { $0.matches(text) }) else { return false }
      keys.remove(at: index)
      return true
    }
  }
}
