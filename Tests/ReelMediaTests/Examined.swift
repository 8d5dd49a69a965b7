import Foundation
import Glibc
import MediaFacts
import ReelMedia

/// What came of examining a file here, in the test's own process, and the picture.
struct Examined {
  let report: Report
  let still: StillFrame?
  private let pixels: [UInt8]

  init(
    _ path: String, choice: StillOrder.Choice = .chosen, facts: WorkLimits = WorkLimits(),
    limits: WorkLimits = WorkLimits()
  ) {
    let descriptor = open(path, O_RDONLY)
    precondition(descriptor >= 0, "a test's own file opens")
    defer { close(descriptor) }
    let order = StillOrder(choice: choice, limits: limits)
    var pixels = [UInt8](repeating: 0, count: order.byteCount)
    let request = Request(
      sequence: 1, fileByteCount: Int(lseek(descriptor, 0, SEEK_END)), facts: facts, still: order)
    let findings = pixels.withUnsafeMutableBytes {
      FileExaminer.examine(descriptor: descriptor, request, pixels: $0)
    }
    report = findings.report
    still = findings.still
    self.pixels = pixels
  }

  init(_ file: URL) { self.init(file.path(percentEncoded: false)) }

  /// The brightness, blue and red of the still at a place given as shares of its sides.
  func pixel(_ x: Double, _ y: Double) -> (y: Int, u: Int, v: Int) {
    guard let size = still?.size else { return (-1, -1, -1) }
    let column = min(size.width - 1, Int(Double(size.width) * x))
    let row = min(size.height - 1, Int(Double(size.height) * y))
    let chromaWidth = (size.width + 1) / 2
    let luma = size.width * size.height
    let chroma = luma + row / 2 * chromaWidth + column / 2
    let chromaCount = chromaWidth * ((size.height + 1) / 2)
    return (Int(pixels[row * size.width + column]), Int(pixels[chroma]), Int(pixels[chroma + chromaCount]))
  }
}
