import MediaFacts
import Testing

@testable import ReelLibrary

@Suite struct ExchangeTests {
  private func taken(_ exchange: Exchange<Int>) -> String {
    switch exchange.take(within: 0.01) {
    case .result(let number): "\(number)"
    case .silence: "silence"
    case .ended: "ended"
    }
  }

  @Test func `results come in order, then silence, then the end with the last thread`() {
    let exchange = Exchange<Int>(threadCount: 2)
    exchange.put(1)
    exchange.put(2)
    exchange.threadEnded()
    #expect([taken(exchange), taken(exchange), taken(exchange)] == ["1", "2", "silence"])
    exchange.threadEnded()
    #expect(taken(exchange) == "ended" && exchange.finish(within: 1) == nil)
  }

  @Test func `closing drops what has not begun, and the first reason stands`() {
    let exchange = Exchange<Int>(threadCount: 1)
    exchange.offer(
      ExaminationJob(token: 1) { () throws(MediaFile.Refusal) in
        throw MediaFile.Refusal(status: .vanished, reason: "gone")
      })
    exchange.close(because: LibraryError(.workerBroken, "first"))
    exchange.close(because: LibraryError(.system, "second"))
    #expect(exchange.next() == nil)
    exchange.threadEnded()
    #expect(exchange.finish(within: 1)?.code == .workerBroken)
  }

  @Test func `without any thread the reason is why none started`() {
    let exchange = Exchange<Int>(threadCount: 2)
    exchange.threadDidNotStart(SystemError(number: 11))
    exchange.threadDidNotStart(SystemError(number: 11))
    #expect(exchange.finish(within: 1)?.code == .system && taken(exchange) == "ended")
  }

  @Test func `deaths count in a row, and the jail is told once`() {
    let exchange = Exchange<Int>(threadCount: 1)
    #expect([exchange.workerDied(), exchange.workerDied()] == [1, 2])
    exchange.workerAnswered()
    #expect(exchange.workerDied() == 1)
    #expect(exchange.takeJail() == nil)
    exchange.workerStarted(in: Jail(filtersCalls: true, landlockVersion: 3))
    #expect(exchange.takeJail() == Jail(filtersCalls: true, landlockVersion: 3) && exchange.takeJail() == nil)
  }
}
