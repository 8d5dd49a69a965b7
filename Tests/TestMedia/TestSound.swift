import CFFmpeg

/// A second of silence in a container that could hold video.
public enum TestSound {
  public static func write(to path: String) throws {
    var format: UnsafeMutablePointer<AVFormatContext>?
    guard avformat_alloc_output_context2(&format, nil, "mov", path) >= 0, let format,
      let stream = avformat_new_stream(format, nil), let parameters = stream.pointee.codecpar
    else { throw TestVideo.Failure(what: "muxer", status: 0) }
    defer { avformat_free_context(format) }
    parameters.pointee.codec_type = AVMEDIA_TYPE_AUDIO
    parameters.pointee.codec_id = AV_CODEC_ID_PCM_S16LE
    parameters.pointee.sample_rate = 8000
    parameters.pointee.format = AV_SAMPLE_FMT_S16.rawValue
    av_channel_layout_default(&parameters.pointee.ch_layout, 1)
    parameters.pointee.block_align = 2
    parameters.pointee.bits_per_coded_sample = 16
    stream.pointee.time_base = AVRational(num: 1, den: 8000)
    guard avio_open(&format.pointee.pb, path, AVIO_FLAG_WRITE) >= 0 else {
      throw TestVideo.Failure(what: "open \(path)", status: 0)
    }
    defer { avio_closep(&format.pointee.pb) }
    var packet = av_packet_alloc()
    defer { av_packet_free(&packet) }
    guard let packet, avformat_write_header(format, nil) >= 0, av_new_packet(packet, 16_000) >= 0 else {
      throw TestVideo.Failure(what: "header", status: 0)
    }
    packet.pointee.data.update(repeating: 0, count: 16_000)
    packet.pointee.pts = 0
    packet.pointee.dts = 0
    packet.pointee.duration = 8000
    guard av_interleaved_write_frame(format, packet) >= 0, av_write_trailer(format) >= 0 else {
      throw TestVideo.Failure(what: "write", status: 0)
    }
  }
}
