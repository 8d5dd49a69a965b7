public import Foundation

/// Files whose names are bytes, which Foundation cannot say.
public enum RawName {
  public static func write(_ bytes: some Sequence<UInt8>, to name: [UInt8], in folder: URL) throws {
    let path = Array(folder.appending(path: "x").path(percentEncoded: false).utf8.dropLast()) + name + [0]
    let file = path.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in text.baseAddress.map { fopen($0, "w") } ?? nil }
    }
    guard let file else { throw CocoaError(.fileWriteUnknown) }
    defer { fclose(file) }
    let content = Array(bytes)
    guard fwrite(content, 1, content.count, file) == content.count else { throw CocoaError(.fileWriteUnknown) }
  }
}
