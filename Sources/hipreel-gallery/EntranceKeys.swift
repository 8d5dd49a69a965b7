import Synchronization

/// Keys that each let in once: who opens an address with one gets the cookie, and the address is worth nothing from then on.
///
/// An address shows in a browser's history, and on the screen; the cookie does not.
final class EntranceKeys: Sendable {
  private let keys = Mutex<[SessionKey]>([])

  /// A new key.
  func make() -> SessionKey {
    let key = SessionKey()
    keys.withLock { $0.append(key) }
    return key
  }

  /// Whether a text is a key that was not used yet; from now on it is.
  func use(_ text: some StringProtocol) -> Bool {
    keys.withLock { keys in
      guard let index = keys.firstIndex(where: { $0.matches(text) }) else { return false }
      keys.remove(at: index)
      return true
    }
  }
}
