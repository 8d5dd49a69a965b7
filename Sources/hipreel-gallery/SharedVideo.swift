import ReelLibrary

/// An open video, from which the pieces of one answer are read.
final class SharedVideo: Sendable {
  private let file: MediaFile

  init(_ file: consuming MediaFile) { self.file = file }

  var byteCount: Int { file.stamp.byteCount }

  func bytes(from offset: Int, count: Int) throws(MediaFile.Refusal) -> [UInt8] {
    try file.bytes(from: offset, count: count)
  }
}
