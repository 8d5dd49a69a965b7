import CLinux
import Glibc
import MediaFacts
import ReelMedia

/// The worker's life: enter the jail, say hello, and answer requests until the parent is gone.
enum Worker {
  private static let socket: Int32 = 3

  /// - Parameter arguments: What the kind's senses are loaded with.
  /// - Returns: The exit status: 0 when the parent is gone, 1 when the worker could not confine itself or received
  ///   something that is not a request.
  static func run(_ kind: WorkerKind, _ arguments: some Collection<String> = []) -> Int32 {
    // Before the jail: everything that reads a system file when it is first used.
    MediaLibraries.prepare()
    guard hr_keep_freed_memory() == 0 else { return 1 }
    var senses = Senses()
    if kind.products.contains(.pose) {
      do throws(PoseModel.Refusal) { senses.networks = try PoseModel.load() } catch { return error.exitStatus }
    }
    if kind.products.contains(.text) {
      do throws(TextTrouble) { senses.readers = try TextModel.load(arguments) } catch { return error.exitStatus }
    }
    let held = hr_enter_jail(kind.limits.addressSpaceByteCount, UInt32(kind.limits.cpuSeconds))
    guard held.has_limits == 1 else { return 1 }
    let jail = Jail(
      filtersCalls: held.filters_calls == 1,
      landlockVersion: held.landlock_version > 0 ? Int(held.landlock_version) : nil)
    // What does not work inside the walls is known before the first file.
    if let status = senses.trouble() { return status }
    guard send(Hello(kind: kind, jail: jail).encoded) else { return 1 }
    while let message = receive() {
      guard answer(message, kind, senses) else { return 1 }
    }
    return 0
  }

  /// Answers one request; false when it is not one, or nobody takes the answer.
  private static func answer(_ message: borrowing Message, _ kind: WorkerKind, _ senses: Senses) -> Bool {
    do throws(WireError) {
      let request = try Request(decoding: message.bytes)
      guard message.descriptors.count == request.descriptorCount, kind.products.isSuperset(of: request.products) else {
        return false
      }
      let file = message.descriptors[0]
      #if FAULT_HOOKS
        let hasAnswered = FaultHook.act(
          on: file, memory: message.descriptors.last, request: request, send: send, isTaken: { isTaken(request) })
        if hasAnswered { return true }
      #endif
      if request.lookLimits != nil {
        return look(request, file: file, memory: message.descriptors.last, senses)
      }
      return try fulfil(request, file: file, memory: message.descriptors.last)
    } catch {
      return false
    }
  }

  private static func fulfil(_ request: Request, file: Int32, memory: Int32?) throws(WireError) -> Bool {
    guard let byteCount = request.copy.map({ _ in CopyOrder.windowByteCount }) ?? request.still?.byteCount else {
      let none = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
      return reply(to: request, unsafe FileExaminer.examine(descriptor: file, request, pixels: none))
    }
    guard let memory, let bytes = PictureMemory(descriptor: memory, byteCount: byteCount) else { return false }
    if request.products != [.copy] {
      let findings = unsafe FileExaminer.examine(descriptor: file, request, pixels: bytes.bytes)
      guard reply(to: request, findings) else { return false }
    }
    guard let order = request.copy else { return true }
    var isHeard = true
    unsafe VideoCopy.make(of: file, byteCount: request.fileByteCount, order, window: bytes.bytes) { step in
      isHeard = isHeard && send(Reply(sequence: request.sequence, body: .copy(step)).encoded)
      if case .part = step { isHeard = isHeard && isTaken(request) }
      return isHeard
    }
    return isHeard
  }

  private static func look(_ request: Request, file: Int32, memory: Int32?, _ senses: Senses) -> Bool {
    let look = FilmLook(request, of: file, with: senses)
    guard let order = request.pose else {
      let none = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
      return reply(to: request, unsafe look.replies(memory: none))
    }
    guard let memory, let window = PictureMemory(descriptor: memory, byteCount: order.byteCount) else { return false }
    return reply(to: request, unsafe look.replies(memory: window.bytes))
  }

  private static func reply(to request: Request, _ bodies: [Reply.Body]?) -> Bool {
    guard let bodies else { return false }
    return bodies.allSatisfy { send(Reply(sequence: request.sequence, body: $0).encoded) }
  }

  /// Waits until the parent has taken a part of a copy; false when it says anything else.
  private static func isTaken(_ request: Request) -> Bool {
    guard let message = receive(), message.descriptors.isEmpty else { return false }
    do throws(WireError) {
      return try CopyReceipt(decoding: message.bytes).sequence == request.sequence
    } catch {
      return false
    }
  }

  /// Answers with every product but a copy.
  private static func reply(to request: Request, _ findings: FileExaminer.Findings) -> Bool {
    request.products.allSatisfy { product in
      let body: Reply.Body
      switch product {
      case .facts: body = .facts(findings.report)
      case .still: body = .still(findings.still)
      case .subtitles: body = .subtitles(findings.subtitles)
      case .traces: body = .traces(findings.traces)
      case .copy, .pose, .text: return true
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
