import CLinux
import Glibc
import MediaFacts
import ReelCatalog

/// One running `hipreel-worker` and the socket to it.
///
/// Belongs to the thread that started it: when that thread ends, the system kills the worker.
struct WorkerProcess: ~Copyable {
  let processID: pid_t
  let kind: WorkerKind
  /// What jails it; nil when nobody waited for its hello.
  private(set) var jail: Jail?
  private let socket: OwnedDescriptor

  private init(processID: pid_t, kind: WorkerKind, socket: consuming OwnedDescriptor) {
    self.processID = processID
    self.kind = kind
    self.socket = socket
  }

  /// Starts a worker and waits for its hello.
  ///
  /// - Parameters:
  ///   - senses: What it looks at pictures with; none means one that reads files.
  ///   - jail: What to do with a worker whose jail lacks a wall.
  ///   - patience: On a starved machine loading FFmpeg has taken more than ten seconds, and giving up here ends the run.
  /// - Throws: `LibraryError.workerBroken` when the program does not start, stays silent, or is another version
  ///   or kind; `.poseUnavailable` when one of its files is not the right one, or they do not work here;
  ///   `.textUnavailable` when Tesseract is not there or does not work; `.jailIncomplete` as the parameter says.
  static func start(
    _ executable: PathBytes, with senses: WorkerSenses = .none, jail demand: JailDemand = .asFarAsPossible,
    unless stop: borrowing StopSignal,
    helloWithin patience: Duration = .seconds(60)
  ) throws(LibraryError) -> WorkerProcess {
    var pair: [Int32] = [-1, -1]
    guard hr_message_sockets(&pair) == 0 else { throw broken(executable, "no socket: \(SystemError.last.words)") }
    let ours = OwnedDescriptor(owning: pair[0])
    let theirs = OwnedDescriptor(owning: pair[1])
    let kind = senses.kind
    let processID: pid_t
    if let pose = senses.pose {
      let files = try pose.open()
      processID = try spawn(executable, senses.arguments, socket: theirs, handing: files.raws)
      extendLifetime(files)
    } else {
      processID = try spawn(executable, senses.arguments, socket: theirs, handing: [])
    }
    var worker = WorkerProcess(processID: processID, kind: kind, socket: ours)
    switch worker.receive(by: Deadline(in: patience), unless: stop) {
    case .message(let bytes):
      let jail: Jail
      do { jail = try hello(bytes, from: kind).jail } catch {
        worker.kill()
        throw broken(executable, error.reason)
      }
      worker.jail = jail
      if demand == .whole, !jail.isWhole {
        worker.kill()
        throw LibraryError(jail)
      }
      return worker
    case .stopped:
      return worker
    case .silence:
      worker.kill()
      throw broken(executable, "does not answer")
    case .gone:
      let end = worker.end()
      let needed = kind.limits.addressSpaceByteCount
      if let room = addressSpaceByteCount, room < needed {
        throw LibraryError(
          .workerBroken,
          "a worker needs \(needed >> 20) MiB of address space, but only \(room >> 20) are allowed",
          advice: "raise it with: ulimit -v")
      }
      if let failure = senses.failure(of: end) { throw failure }
      throw broken(executable, "it \(end) instead of starting")
    }
  }

  /// What a process of this user may use; nil without a limit.
  private static var addressSpaceByteCount: Int? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_max < rlim_t(Int.max) else {
      return nil
    }
    return Int(limit.rlim_max)
  }

  /// Why a program that answered is not the right worker.
  private struct Mismatch: Error {
    let reason: String
  }

  private static func hello(_ bytes: [UInt8], from kind: WorkerKind) throws(Mismatch) -> Hello {
    let hello: Hello
    do { hello = try Hello(decoding: bytes) } catch {
      throw Mismatch(reason: "it is not a worker of this version: \(error)")
    }
    guard hello.protocolVersion == Hello.currentProtocolVersion, hello.version == HipReelVersion.text else {
      throw Mismatch(reason: "it is version \(hello.version), this program is \(HipReelVersion.text)")
    }
    guard hello.kind == kind, hello.products == kind.products else {
      throw Mismatch(reason: "it is not a worker of the kind \(kind)")
    }
    return hello
  }

  private static func broken(_ executable: PathBytes, _ message: String) -> LibraryError {
    LibraryError(.workerBroken, path: executable, message, advice: "install hipreel and hipreel-worker together")
  }

  // MARK: Messages

  /// The result of waiting for a worker's message.
  enum Received {
    case message([UInt8])
    /// The deadline passed.
    case silence
    /// The worker closed its end, usually by dying.
    case gone
    case stopped
  }

  /// Sends a request; false when the worker is gone.
  func send(_ request: Request, file: Int32, memory: Int32?) -> Bool {
    let message = request.encoded
    let descriptors = [file] + (memory.map { [$0] } ?? [])
    return hr_send_message(socket.raw, message, message.count, descriptors, Int32(descriptors.count)) == 0
  }

  /// Tells the worker that a part of a copy was taken; false when it is gone.
  func send(_ receipt: CopyReceipt) -> Bool {
    let message = receipt.encoded
    return hr_send_message(socket.raw, message, message.count, nil, 0) == 0
  }

  func receive(by deadline: Deadline, unless stop: borrowing StopSignal) -> Received {
    while true {
      var waits = [
        pollfd(fd: socket.raw, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      // A deadline in the past still takes an answer that is already there, as after a suspended terminal job.
      let ready = poll(&waits, 2, deadline.millisecondsLeft)
      if ready < 0, errno == EINTR { continue }
      if waits[1].revents != 0 { return .stopped }
      guard ready > 0 else { return .silence }
      var isTooLong = false
      let message = [UInt8](unsafeUninitializedCapacity: WireLimits.messageByteCount) { buffer, count in
        var descriptorCount: Int32 = 0
        let received = hr_receive_message(socket.raw, buffer.baseAddress, buffer.count, nil, &descriptorCount)
        isTooLong = received < 0 && errno == EMSGSIZE
        count = max(0, received)
      }
      // A message that is too long makes as little sense as an empty one, which is the end.
      return message.isEmpty && !isTooLong ? .gone : .message(message)
    }
  }

  // MARK: Its end

  /// How a worker ended, as far as the system has said.
  struct End: CustomStringConvertible {
    /// As `waitpid` gave it; nil when the process would not go within half a second.
    let status: Int32?
    /// Its peak memory, in bytes.
    let peakByteCount: Int

    /// The status that it ended with by itself; nil when it was killed.
    var exitStatus: Int32? { status.flatMap { $0 & 0x7f == 0 ? $0 >> 8 & 0xff : nil } }

    var signal: Int32? { status.flatMap { $0 & 0x7f == 0 ? nil : $0 & 0x7f } }

    var description: String {
      guard let status else { return "could not be stopped" }
      if let signal { return "was killed by signal \(signal)" }
      return "exited with status \(status >> 8 & 0xff)"
    }
  }

  /// Ends the worker and takes its status; one that is already dying gets the chance to say why.
  ///
  /// Never waits long: a process that hangs in the kernel, as on a dead network mount, does not die of SIGKILL immediately.
  /// It is then left to `init`.
  @discardableResult consuming func kill() -> End {
    var end = reaped(attempts: 1)
    if end.status == nil {
      Glibc.kill(processID, SIGKILL)
      end = reaped(attempts: 10)
    }
    return end
  }

  /// Takes the status of a worker whose socket is closed: it is about to die, or lying.
  consuming func end() -> End {
    let end = reaped(attempts: 8)
    return end.status == nil ? kill() : end
  }

  private func reaped(attempts: Int) -> End {
    var pause = 500
    for attempt in 1...attempts {
      var status: Int32 = 0
      var usage = rusage()
      let found = wait4(processID, &status, WNOHANG, &usage)
      if found == processID { return End(status: status, peakByteCount: usage.ru_maxrss * 1024) }
      // ECHILD: somebody set SIGCHLD to be ignored, so that the system keeps no status.
      if found < 0, errno != EINTR { return End(status: 0, peakByteCount: 0) }
      guard attempt < attempts else { break }
      usleep(UInt32(pause))
      pause = min(pause * 2, 100_000)
    }
    return End(status: nil, peakByteCount: 0)
  }

  // MARK: What it uses

  /// The memory in use, in bytes; 0 when it cannot be read.
  var residentByteCount: Int {
    let bytes: [UInt8]
    do throws(SystemError) {
      let file = try NamedPath.file(PathBytes("/proc/\(processID)/statm"))
      bytes = try Folder.bytes(of: file.raw, from: 0, count: 128)
    } catch {
      return 0
    }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    guard words.count > 1, let pages = Int(words[1]) else { return 0 }
    return pages * Int(getpagesize())
  }

  /// The processor time it has used.
  var cpuTime: Duration {
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(processID, &clock) == 0, clock_gettime(clock, &time) == 0 else { return .zero }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
