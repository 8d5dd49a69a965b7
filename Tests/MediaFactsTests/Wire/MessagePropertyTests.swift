import MediaFacts
import Testing

/// Whatever arrives, decoding neither traps nor believes: bytes that decode are exactly the bytes of what they say.
@Suite struct MessagePropertyTests {
  private struct Form {
    let samples: [[UInt8]]
    /// The bytes of the decoded message; throws when there is none.
    let again: ([UInt8]) throws -> [UInt8]
  }

  private let forms = [
    Form(samples: MessageSamples.hellos.map(\.encoded)) { try Hello(decoding: $0).encoded },
    Form(samples: MessageSamples.requests.map(\.encoded)) { try Request(decoding: $0).encoded },
    Form(samples: MessageSamples.replies.map(\.encoded)) { try Reply(decoding: $0).encoded },
    Form(samples: [CopyReceipt(sequence: 0), CopyReceipt(sequence: .max)].map(\.encoded)) {
      try CopyReceipt(decoding: $0).encoded
    },
  ]

  /// Whether the bytes were taken for a message.
  private func holds(_ bytes: [UInt8], in form: Form, _ location: SourceLocation = #_sourceLocation) throws -> Bool {
    do {
      #expect(try form.again(bytes) == bytes, sourceLocation: location)
      return true
    } catch is WireError {
      return false
    }
  }

  @Test func `no part of a message is a message`() throws {
    for form in forms {
      for sample in form.samples {
        for count in 0..<sample.count { #expect(try !holds(Array(sample[..<count]), in: form)) }
        #expect(try !holds(sample + [0], in: form))
      }
    }
  }

  @Test func `a flipped bit is refused or says something that may be said`() throws {
    for form in forms {
      for sample in form.samples {
        for bit in 0..<sample.count * 8 {
          var bytes = sample
          bytes[bit / 8] ^= 1 << UInt8(bit % 8)
          _ = try holds(bytes, in: form)
        }
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `random bytes and random changes never trap`(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    for form in forms {
      for _ in 0..<500 {
        let count = Int.random(in: 0...200, using: &random)
        _ = try holds((0..<count).map { _ in .random(in: 0...255, using: &random) }, in: form)

        var bytes = try #require(form.samples.randomElement(using: &random))
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
        }
        _ = try holds(bytes, in: form)
      }
    }
  }
}

/// Sebastiano Vigna's SplitMix64: the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
