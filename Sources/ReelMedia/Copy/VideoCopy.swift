import CFFmpeg
public import MediaFacts

/// Copies a video packet by packet into a new container that has its pictures, its sound and its title, and nothing else.
///
/// In two passes: the first writes nowhere and learns how much room the index needs, so that the second puts it first.
public struct VideoCopy {
  private let source: MediaSource
  private let order: CopyOrder
  private let send: (CopyStep) -> Bool

  /// Copies an open file; the last step that is sent is `whole` or `refused`.
  ///
  /// - Parameters:
  ///   - descriptor: Open for reading; stays the caller's. Its offset is neither used nor changed.
  ///   - window: Where the parts of the copy go, until the last step was sent.
  ///   - send: Takes a step to the parent; for a part, returns when the window is free again. False when nobody takes it.
  public static func make(
    of descriptor: Int32, byteCount: Int, _ order: CopyOrder, window: UnsafeMutableRawBufferPointer,
    send: @escaping (CopyStep) -> Bool
  ) {
    // A container that is not in the order of its times is read here and there, many times over: only time is a limit.
    let limits = WorkLimits(
      deadlineMilliseconds: order.deadlineMilliseconds, readBudgetByteCount: WorkLimits.readBudgets.upperBound)
    let source = MediaSource(descriptor: descriptor, byteCount: byteCount, limits: limits)
    let copy = VideoCopy(source: source, order: order, send: send)
    do throws(MediaError) {
      let size = unsafe try copy.made(window)
      _ = send(.whole(byteCount: size))
    } catch {
      let reason = PlainText.cleaned(error.reason, byteLimit: WireLimits.reasonByteCount, markingCutsWith: "…")
      _ = send(.refused(reason.isEmpty ? "\(error.status)" : reason))
    }
  }

  /// - Returns: The size of the copy.
  private func made(_ window: UnsafeMutableRawBufferPointer) throws(MediaError) -> Int {
    if try isGIF() {
      guard send(.begun(.gif, droppedSoundCount: 0)) else { throw MediaError(.ioError, "nobody takes the copy") }
      return try GIFCopy.write(source, into: unsafe CopySink(byteLimit: order.byteLimit, into: window, send: send))
    }
    let plan = try CopyPlan(for: opened(), adts: adtsHeaders())
    let counted = unsafe CopySink(byteLimit: order.byteLimit, into: nil, send: send)
    let index = try pass(plan, into: counted, reserving: nil)
    guard send(.begun(plan.container, droppedSoundCount: plan.droppedSoundCount)) else {
      throw MediaError(.ioError, "nobody takes the copy")
    }
    // Beyond 4 GB the offsets in an index are twice as long.
    let isLarge = counted.byteCount > 0xf000_0000
    let sink = unsafe CopySink(byteLimit: order.byteLimit, into: window, send: send)
    _ = try pass(plan, into: sink, reserving: isLarge ? 2 * index : index)
    return sink.byteCount
  }

  private func isGIF() throws(MediaError) -> Bool {
    source.rewind()
    return try Demuxer.open(source).container == "gif"
  }

  private func opened() throws(MediaError) -> Demuxer {
    let demuxer = try Demuxer.open(source)
    try demuxer.probeStreams(withSound: true)
    unsafe demuxer.context.pointee.flags |= AVFMT_FLAG_GENPTS
    return demuxer
  }

  /// What AAC without a header says about itself in its first packets.
  private func adtsHeaders() throws(MediaError) -> [Int: ADTSHeader] {
    let demuxer = try opened()
    var wanted = Set((0..<demuxer.streamCount).filter { demuxer.lacksSampleRate($0) })
    var headers: [Int: ADTSHeader] = [:]
    let packet = try Packet.make()
    for _ in 0..<2_000 where !wanted.isEmpty {
      guard demuxer.read(into: packet) else { break }
      guard wanted.contains(packet.streamIndex),
        let header = ADTSHeader(packet.bytes(first: ADTSHeader.byteCount))
      else { continue }
      headers[packet.streamIndex] = header
      wanted.remove(packet.streamIndex)
    }
    return headers
  }

  // MARK: A pass

  /// Copies once.
  ///
  /// - Parameter room: What to leave before the packets for MP4's index, in bytes; nil leaves it behind them.
  /// - Returns: The size of what follows the packets.
  private func pass(_ plan: CopyPlan, into sink: CopySink, reserving room: Int?) throws(MediaError) -> Int {
    let demuxer = try opened()
    let muxer = try Muxer.make(plan.container, into: sink)
    if let title = plan.title { unsafe av_dict_set(&muxer.context.pointee.metadata, "title", title, 0) }
    for index in plan.streamIndexes { try add(index, of: demuxer, plan, to: muxer) }
    for index in 0..<demuxer.streamCount where !plan.streamIndexes.contains(index) {
      unsafe demuxer.stream(index)?.pointee.discard = AVDISCARD_ALL
    }
    let isMP4 = plan.container == .mp4 || plan.container == .mov
    // Eight bytes more, for the empty atom that fills what is left.
    try muxer.begin(isMP4 ? room.map { [("moov_size", $0 + 8), ("write_tmcd", 0)] } ?? [("write_tmcd", 0)] : [])
    var clocks = CopyClocks(plan.streamIndexes, from: demuxer, to: muxer)
    let camera = try demuxer.cameraMessages(plan.streamIndexes[0])
    let packet = try Packet.make()
    var packetCount = 0
    while demuxer.read(into: packet) {
      packetCount += 1
      if packetCount.isMultiple(of: 64) { sink.sayUnderWay() }
      if packet.isEncrypted { throw MediaError(.noFrame, "a part of it is encrypted") }
      if let camera, packet.streamIndex == plan.streamIndexes[0], packet.hasCameraMarks {
        guard try packet.remove(camera) else { continue }
      }
      guard clocks.set(packet) else { continue }
      try muxer.write(packet)
    }
    if let failure = source.failure { throw failure.error }
    let size = try muxer.settle()
    try muxer.end()
    return max(0, sink.byteCount - size)
  }

  private func add(
    _ index: Int, of demuxer: borrowing Demuxer, _ plan: CopyPlan, to muxer: borrowing Muxer
  ) throws(MediaError) {
    guard let original = unsafe demuxer.stream(index), let said = unsafe original.pointee.codecpar else { return }
    let stream = unsafe try muxer.addStream()
    guard let parameters = unsafe stream.pointee.codecpar, unsafe avcodec_parameters_copy(parameters, said) >= 0 else {
      throw MediaError(.outOfMemory, "no memory to write")
    }
    unsafe parameters.pointee.codec_tag = unsafe plan.tag(of: parameters, from: demuxer.container)
    if let header = plan.adts[index] {
      unsafe parameters.pointee.sample_rate = Int32(header.sampleRate)
      unsafe av_channel_layout_default(&parameters.pointee.ch_layout, Int32(header.channelCount))
    }
    unsafe stream.pointee.time_base = unsafe original.pointee.time_base
    unsafe stream.pointee.avg_frame_rate = unsafe original.pointee.avg_frame_rate
    unsafe stream.pointee.r_frame_rate = unsafe original.pointee.r_frame_rate
    // The container's word counts; FFmpeg refuses a stream whose own differs.
    let shape = unsafe original.pointee.sample_aspect_ratio
    unsafe stream.pointee.sample_aspect_ratio = unsafe shape.num > 0 ? shape : said.pointee.sample_aspect_ratio
    unsafe parameters.pointee.sample_aspect_ratio = unsafe stream.pointee.sample_aspect_ratio
    unsafe stream.pointee.disposition = unsafe original.pointee.disposition & AV_DISPOSITION_DEFAULT
    unsafe copyLanguage(from: original, to: stream)
    for kind in Self.pictureData { unsafe try copySideData(kind, from: original, to: stream) }
  }

  /// How the pictures are to be shown, and nothing else.
  private static let pictureData = [
    AV_PKT_DATA_DISPLAYMATRIX, AV_PKT_DATA_MASTERING_DISPLAY_METADATA, AV_PKT_DATA_CONTENT_LIGHT_LEVEL,
    AV_PKT_DATA_DOVI_CONF, AV_PKT_DATA_STEREO3D, AV_PKT_DATA_SPHERICAL,
  ]

  private func copySideData(
    _ kind: AVPacketSideDataType, from original: UnsafeMutablePointer<AVStream>,
    to stream: UnsafeMutablePointer<AVStream>
  ) throws(MediaError) {
    var byteCount = 0
    guard let data = unsafe av_stream_get_side_data(original, kind, &byteCount) else { return }
    guard let copy = unsafe av_stream_new_side_data(stream, kind, byteCount) else {
      throw MediaError(.outOfMemory, "no memory to write")
    }
    unsafe copy.update(from: data, count: byteCount)
  }

  /// A code of a language, and no sentence in its place.
  private func copyLanguage(from original: UnsafeMutablePointer<AVStream>, to stream: UnsafeMutablePointer<AVStream>) {
    guard let entry = unsafe av_dict_get(original.pointee.metadata, "language", nil, 0) else { return }
    let code = unsafe MetadataReader.cleaned(entry.pointee.value, byteCount: WireLimits.languageByteCount)
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x61...0x7a).contains($0) }) else { return }
    unsafe av_dict_set(&stream.pointee.metadata, "language", code, 0)
  }
}

extension Demuxer {
  fileprivate func cameraMessages(_ index: Int) throws(MediaError) -> CameraMessages? {
    guard let parameters = unsafe stream(index)?.pointee.codecpar else { return nil }
    let header = unsafe UnsafeBufferPointer(
      start: parameters.pointee.extradata, count: max(0, Int(parameters.pointee.extradata_size)))
    return unsafe try CameraMessages(codec: parameters.pointee.codec_id, header: Array(header))
  }

  /// Whether a stream is AAC of which the header does not say how fast it plays.
  fileprivate func lacksSampleRate(_ index: Int) -> Bool {
    guard let parameters = unsafe stream(index)?.pointee.codecpar else { return false }
    return unsafe parameters.pointee.codec_id == AV_CODEC_ID_AAC && parameters.pointee.sample_rate <= 0
  }
}
