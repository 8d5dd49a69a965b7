import Glibc
import MediaFacts
import Testing

@testable import ReelLibrary

@Suite struct SharedPixelsTests {
  @Test(arguments: [0, 1, 4095, 100_000])
  func `memory for a worker keeps its size whatever its holder does`(size: Int) throws {
    let pixels = try SharedPixels.make(byteCount: 4096)
    let raw = pixels.descriptor.raw
    #expect(ftruncate(raw, size) == -1 && errno == EPERM)
    #expect(lseek(raw, 0, SEEK_END) == 4096)
  }

  @Test func `a picture larger than the memory is not copied`() throws {
    let size = try #require(PixelSize(width: 64, height: 64))
    let pixels = try SharedPixels.make(byteCount: 64)
    let copy = pixels.copy(of: StillFrame(size: size, timeMilliseconds: 0, reason: .first))
    #expect(copy == nil)
  }
}
