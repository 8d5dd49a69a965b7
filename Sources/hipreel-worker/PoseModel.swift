import CLinux
import Glibc
import MediaFacts
import PoseTracking
import ReelMedia

/// The pose model that the parent handed over, loaded before the jail closes.
enum PoseModel {
  /// Why it is not used: a file is not the one that was measured, or it does not work here.
  struct Refusal: Error {
    /// The worker's exit status, from which the parent knows what to say.
    let exitStatus: Int32
  }

  /// Loads the files from the descriptors that the parent handed over, and closes those.
  static func load() throws(Refusal) -> PoseNetworks {
    let runtime = try PinnedFile(.runtime)
    let detector = try PinnedFile(.detector)
    let landmarks = try PinnedFile(.landmarks)
    do throws(LiteRT.Failure) {
      return unsafe try LiteRT.load(runtime.path, detector: detector.bytes, landmarks: landmarks.bytes)
    } catch {
      throw Refusal(exitStatus: PoseFile.unusableStatus)
    }
  }

  /// A copy of a file, in memory that nobody can change any more: what is loaded is what was hashed.
  @safe private struct PinnedFile: ~Copyable {
    private let descriptor: Int32
    /// Mapped for the rest of the process's life: models are run from where they lie.
    let bytes: UnsafeRawBufferPointer

    /// The library's own name for the copy.
    var path: String { "/proc/self/fd/\(descriptor)" }

    init(_ file: PoseFile) throws(Refusal) {
      let copy = hr_make_sealed_copy(file.descriptor, file.byteCount)
      close(file.descriptor)
      guard copy >= 0 else { throw Refusal(exitStatus: file.refusalStatus) }
      let address = unsafe mmap(nil, file.byteCount, PROT_READ, MAP_SHARED, copy, 0)
      guard let address = unsafe address, unsafe address != MAP_FAILED else {
        close(copy)
        throw Refusal(exitStatus: PoseFile.unusableStatus)
      }
      let bytes = unsafe UnsafeRawBufferPointer(start: address, count: file.byteCount)
      guard unsafe SHA256.hexadecimal(of: bytes) == file.sha256 else {
        close(copy)
        throw Refusal(exitStatus: file.refusalStatus)
      }
      descriptor = copy
      unsafe self.bytes = unsafe bytes
    }

    deinit { close(descriptor) }
  }
}
