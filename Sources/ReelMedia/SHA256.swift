import CFFmpeg
import MediaFacts

/// SHA-256 as libavutil computes it; owns a computation.
@safe public struct SHA256: ~Copyable {
  // Owned by self; freed in deinit.
  private let context: OpaquePointer

  /// - Throws: `.outOfMemory`.
  static func make() throws(MediaError) -> SHA256 {
    guard let context = unsafe av_sha_alloc() else { throw MediaError(.outOfMemory, "no memory for a digest") }
    // Fails only for lengths that SHA does not have.
    _ = unsafe av_sha_init(context, 256)
    return unsafe SHA256(owning: context)
  }

  private init(owning context: OpaquePointer) { unsafe self.context = unsafe context }

  deinit { unsafe av_free(UnsafeMutableRawPointer(context)) }

  func update(_ bytes: UnsafeRawBufferPointer) {
    unsafe av_sha_update(context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  /// The digest, 32 bytes.
  consuming func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe av_sha_final(context, &digest)
    return digest
  }

  /// The digest of some bytes in hexadecimal; nil without memory for it.
  public static func hexadecimal(of bytes: UnsafeRawBufferPointer) -> String? {
    do throws(MediaError) {
      let sha = try make()
      unsafe sha.update(bytes)
      return sha.finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    } catch {
      return nil
    }
  }
}
