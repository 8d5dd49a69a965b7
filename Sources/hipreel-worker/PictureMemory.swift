import CLinux
import Glibc

/// The parent's shared memory, mapped for one picture.
@safe struct PictureMemory: ~Copyable {
  // Owned by self; unmapped in deinit.
  let bytes: UnsafeMutableRawBufferPointer

  /// Nil unless the descriptor is memory that cannot shrink under the mapping.
  init?(descriptor: Int32, byteCount: Int) {
    guard hr_cannot_shrink(descriptor) == 1, lseek(descriptor, 0, SEEK_END) >= byteCount else { return nil }
    // Populated in one go: a page fault for each 4 KB costs more than the copying.
    let flags = MAP_SHARED | Int32(MAP_POPULATE)
    let address = unsafe mmap(nil, byteCount, PROT_READ | PROT_WRITE, flags, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else { return nil }
    unsafe bytes = unsafe UnsafeMutableRawBufferPointer(start: address, count: byteCount)
  }

  deinit { unsafe munmap(bytes.baseAddress, bytes.count) }
}
