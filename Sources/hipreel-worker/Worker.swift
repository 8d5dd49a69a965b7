import CLinux
import Glibc
import MediaFacts
import ReelMedia

/// The worker's life: enter the jail, say hello, and answer requests until the parent is gone.
enum Worker {
  private static let socket: Int32 = 3

  /// - Returns: The exit status: 0 when the parent is gone, 1 when the worker could not confine itself or received
  ///   something that is not a request.
  static func run() -> Int32 {
    // Before the jail: everything that reads a system file when it is first used.
    MediaLibraries.prepare()
    guard hr_keep_freed_memory() == 0 else { return 1 }
    let held = hr_enter_jail(WorkerLimits.addressSpaceByteCount, UInt32(WorkerLimits.cpuSeconds))
    guard held.has_limits == 1 else { return 1 }
    let jail = Jail(
      filtersCalls: held.filters_calls == 1,
      landlockVersion: held.landlock_version > 0 ? Int(held.landlock_version) : nil)
    guard send(Hello(jail: jail).encoded) else { return 1 }
    while let message = receive() {
      guard answer(message) else { return 1 }
    }
    return 0
  }

  /// Answers one request; false when it is not one, or nobody takes the answer.
  private static func answer(_ message: borrowing Message) -> Bool {
    do throws(WireError) {
      let request = try Request(decoding: message.bytes)
      guard message.descriptors.count == request.descriptorCount else { return false }
      let file = message.descriptors[0]
      #if FAULT_HOOKS
        let hasAnswered = FaultHook.act(on: file, memory: message.descriptors.last, request: request, send: send)
        if hasAnswered { return true }
      #endif
      guard let order = request.still else {
        let none = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
        return reply(to: request, unsafe FileExaminer.examine(descriptor: file, request, pixels: none))
      }
      guard let pixels = PictureMemory(descriptor: message.descriptors[1], byteCount: order.byteCount) else {
        return false
      }
      return reply(to: request, unsafe FileExaminer.examine(descriptor: file, request, pixels: pixels.bytes))
    } catch {
      return false
    }
  }

  private static func reply(to request: Request, _ findings: FileExaminer.Findings) -> Bool {
    request.products.allSatisfy { product in
      let body: Reply.Body =
        switch product {
        case .facts: .facts(findings.report)
        case .still: .still(findings.still)
        case .subtitles: .subtitles(findings.subtitles)
        }
      return send(Reply(sequence: request.sequence, body: body).encoded)
    }
  }

  // MARK: Messages

  /// A message and the descriptors that came with it, which it closes.
  private struct Message: ~Copyable {
    let bytes: [UInt8]
    let descriptors: [Int32]

    deinit {
      for descriptor in descriptors { close(descriptor) }
    }
  }

  /// Waits for the next message; nil when the parent is gone or sends one that does not fit.
  private static func receive() -> Message? {
    var descriptors: [Int32] = [-1, -1]
    var descriptorCount = Int32(descriptors.count)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: WireLimits.messageByteCount) { buffer, count in
      count = unsafe max(
        0, hr_receive_message(socket, buffer.baseAddress, buffer.count, &descriptors, &descriptorCount))
    }
    guard !bytes.isEmpty else { return nil }
    return Message(bytes: bytes, descriptors: Array(descriptors.prefix(Int(descriptorCount))))
  }

  @Sendable private static func send(_ bytes: [UInt8]) -> Bool {
    unsafe hr_send_message(socket, bytes, bytes.count, nil, 0) == 0
  }
}
