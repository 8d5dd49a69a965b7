import CFFmpeg
import Foundation
import Glibc
import MediaFacts
import ReelMedia
import TestMedia

/// What came of copying a file here, in the test's own process.
struct CopiedVideo {
  private(set) var container: CopyContainer?
  private(set) var droppedSoundCount: Int?
  private(set) var bytes: [UInt8] = []
  /// Why there is no copy.
  private(set) var refusal: String?

  /// - Parameter change: Changes the order.
  init(_ path: String, _ change: (inout CopyOrder) -> Void = { _ in }) {
    let descriptor = open(path, O_RDONLY)
    precondition(descriptor >= 0, "a test's own file opens")
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    var order = CopyOrder(fileByteCount: size)
    change(&order)
    let taker = Taker()
    let window = UnsafeMutableRawBufferPointer.allocate(byteCount: CopyOrder.windowByteCount, alignment: 1)
    defer { window.deallocate() }
    VideoCopy.make(of: descriptor, byteCount: size, order, window: window) { step in
      taker.take(step, from: window)
      return true
    }
    guard case .whole(let count) = taker.steps.last else {
      if case .refused(let reason) = taker.steps.last { refusal = reason }
      return
    }
    precondition(count == taker.bytes.count, "the copy has the size that it says")
    bytes = taker.bytes
    (container, droppedSoundCount) = (taker.container, taker.droppedSoundCount)
  }

  private final class Taker {
    var steps: [CopyStep] = []
    var bytes: [UInt8] = []
    var container: CopyContainer?
    var droppedSoundCount: Int?

    func take(_ step: CopyStep, from window: UnsafeMutableRawBufferPointer) {
      steps.append(step)
      if case .begun(let container, let droppedSoundCount) = step {
        (self.container, self.droppedSoundCount) = (container, droppedSoundCount)
      }
      guard case .part(let offset, let count) = step else { return }
      if bytes.count < offset + count { bytes += [UInt8](repeating: 0, count: offset + count - bytes.count) }
      bytes.replaceSubrange(offset..<(offset + count), with: window[..<count])
    }
  }

  /// Writes the copy into a file of its own.
  func write(to path: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  func contains(_ text: String) -> Bool { Data(bytes).range(of: Data(text.utf8)) != nil }
}

/// The packets of a file, in its order, as FFmpeg reads them without looking inside.
struct PacketList: Equatable {
  var pictures: [[UInt8]] = []
  var sounds: [[UInt8]] = []
  private(set) var streamCount = 0
  private(set) var title: String?

  init(_ path: String) {
    var format: UnsafeMutablePointer<AVFormatContext>?
    guard avformat_open_input(&format, path, nil, nil) >= 0, let format else { return }
    defer {
      var format: UnsafeMutablePointer<AVFormatContext>? = format
      avformat_close_input(&format)
    }
    streamCount = Int(format.pointee.nb_streams)
    title = av_dict_get(format.pointee.metadata, "title", nil, 0).map { String(cString: $0.pointee.value) }
    var packet = av_packet_alloc()
    defer { av_packet_free(&packet) }
    while let packet, av_read_frame(format, packet) >= 0 {
      let bytes = Array(UnsafeBufferPointer(start: packet.pointee.data, count: Int(packet.pointee.size)))
      switch format.pointee.streams[Int(packet.pointee.stream_index)]?.pointee.codecpar.pointee.codec_type {
      case AVMEDIA_TYPE_VIDEO: pictures.append(bytes)
      case AVMEDIA_TYPE_AUDIO: sounds.append(bytes)
      default: break
      }
      av_packet_unref(packet)
    }
  }
}
