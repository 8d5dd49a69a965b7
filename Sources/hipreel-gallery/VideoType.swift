/// The media types of the containers that are read, as IANA registers them or browsers know them.
enum VideoType {
  /// - Parameter container: FFmpeg's name of the demuxer, as the catalog has it.
  static func name(of container: String?) -> String {
    switch container {
    case "mov": "video/mp4"
    case "matroska": "video/webm"
    case "avi": "video/x-msvideo"
    case "mpegts": "video/mp2t"
    case "mpeg": "video/mpeg"
    case "flv": "video/x-flv"
    case "gif": "image/gif"
    default: "application/octet-stream"
    }
  }
}
