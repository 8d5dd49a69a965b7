import CFFmpeg
import MediaFacts

/// What of a video goes into its clean copy: its pictures, its sound, and into which container.
///
/// Subtitles, chapters, covers, timecodes, attachments and tracks of data stay behind, and so does all text but the title.
struct CopyPlan {
  let container: CopyContainer
  /// The streams that are copied, by their index in the original; the pictures come first.
  let streamIndexes: [Int]
  /// How many tracks of sound stay behind.
  let droppedSoundCount: Int
  /// What the header does not say about AAC, by the stream's index.
  let adts: [Int: ADTSHeader]
  let title: String?

  /// - Throws: `.noVideo` without a video stream, `.codecNotAllowed` when no container takes the codecs.
  init(for demuxer: borrowing Demuxer, adts: [Int: ADTSHeader]) throws(MediaError) {
    guard let video = VideoStream.main(of: demuxer), video.isAllowed else {
      throw MediaError(.noVideo, "there is no video stream")
    }
    let sounds = Self.knownSounds(of: demuxer)
    guard !sounds.isEmpty || demuxer.audioCodecName == nil else {
      throw MediaError(.codecNotAllowed, "the codec of its sound is unknown")
    }
    let codecs = sounds.map { demuxer.codec($0) }
    let isWebM = demuxer.container == "matroska"
    // A container that takes all of the sound; else one for its first stream, which is what players play.
    if let container = Self.container(for: video.codec, codecs, prefersWebM: isWebM) {
      self.container = container
      streamIndexes = [video.index] + sounds
    } else if let container = Self.container(for: video.codec, Array(codecs.prefix(1)), prefersWebM: isWebM) {
      self.container = container
      streamIndexes = [video.index] + sounds.prefix(1)
    } else {
      let names = ([video.codec] + codecs).map { unsafe String(cString: avcodec_get_name($0)) }
      throw MediaError(.codecNotAllowed, "no container takes \(names.joined(separator: " and "))")
    }
    droppedSoundCount = demuxer.soundIndexes.count - (streamIndexes.count - 1)
    self.adts = adts
    title = demuxer.title
  }

  /// The streams of sound whose codec FFmpeg knows: others are for devices of their maker (Apple's spatial sound).
  private static func knownSounds(of demuxer: borrowing Demuxer) -> [Int] {
    Array(demuxer.soundIndexes.filter { demuxer.codec($0) != AV_CODEC_ID_NONE }.prefix(mostSounds))
  }

  private static let mostSounds = 8

  /// The container that players expect for some codecs.
  static func container(for video: AVCodecID, _ sounds: [AVCodecID], prefersWebM: Bool) -> CopyContainer? {
    func fits(_ videos: [AVCodecID], _ others: [AVCodecID]) -> Bool {
      videos.contains(video) && sounds.allSatisfy(others.contains)
    }
    let fitsWebM = fits(webMVideos, webMSounds)
    if fitsWebM, prefersWebM || video == AV_CODEC_ID_VP8 { return .webm }
    if fits(mp4Videos, mp4Sounds) { return .mp4 }
    if fits(mp4Videos + movVideos, mp4Sounds + movSounds) { return .mov }
    if fitsWebM { return .webm }
    return fits(mp4Videos + movVideos + webMVideos + otherVideos, mp4Sounds + webMSounds + movSounds + otherSounds)
      ? .matroska : nil
  }

  private static let mp4Videos = [
    AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_AV1, AV_CODEC_ID_VP9, AV_CODEC_ID_MPEG4,
  ]
  private static let mp4Sounds = [
    AV_CODEC_ID_AAC, AV_CODEC_ID_MP3, AV_CODEC_ID_MP2, AV_CODEC_ID_AC3, AV_CODEC_ID_EAC3, AV_CODEC_ID_ALAC,
    AV_CODEC_ID_FLAC, AV_CODEC_ID_OPUS,
  ]
  private static let movVideos = [AV_CODEC_ID_PRORES, AV_CODEC_ID_MJPEG, AV_CODEC_ID_H263, AV_CODEC_ID_MPEG2VIDEO]
  private static let movSounds = [
    AV_CODEC_ID_PCM_U8, AV_CODEC_ID_PCM_S8, AV_CODEC_ID_PCM_S16LE, AV_CODEC_ID_PCM_S16BE, AV_CODEC_ID_PCM_S24LE,
    AV_CODEC_ID_PCM_S24BE, AV_CODEC_ID_PCM_S32LE, AV_CODEC_ID_PCM_S32BE, AV_CODEC_ID_PCM_F32LE, AV_CODEC_ID_PCM_F32BE,
    AV_CODEC_ID_PCM_F64LE, AV_CODEC_ID_PCM_F64BE, AV_CODEC_ID_PCM_ALAW, AV_CODEC_ID_PCM_MULAW, AV_CODEC_ID_ADPCM_IMA_QT,
    AV_CODEC_ID_ADPCM_IMA_WAV, AV_CODEC_ID_ADPCM_MS, AV_CODEC_ID_AMR_NB, AV_CODEC_ID_AMR_WB, AV_CODEC_ID_QDM2,
  ]
  private static let webMVideos = [AV_CODEC_ID_VP8, AV_CODEC_ID_VP9, AV_CODEC_ID_AV1]
  private static let webMSounds = [AV_CODEC_ID_OPUS, AV_CODEC_ID_VORBIS]
  /// What only Matroska takes.
  private static let otherVideos = [AV_CODEC_ID_FLV1]
  private static let otherSounds = [
    AV_CODEC_ID_DTS, AV_CODEC_ID_TRUEHD, AV_CODEC_ID_WMAV1, AV_CODEC_ID_WMAV2, AV_CODEC_ID_WMAPRO, AV_CODEC_ID_MP1,
    AV_CODEC_ID_ADPCM_SWF, AV_CODEC_ID_NELLYMOSER, AV_CODEC_ID_SPEEX,
  ]

  /// Whether a codec's tag in the original means the same in the copy; FFmpeg chooses another one otherwise.
  ///
  /// Of HEVC's two, Apple's players take `hvc1` only.
  func tag(of parameters: UnsafeMutablePointer<AVCodecParameters>, from original: String) -> UInt32 {
    guard container == .mp4 || container == .mov else { return 0 }
    let (codec, tag) = unsafe (parameters.pointee.codec_id, parameters.pointee.codec_tag)
    let hev1 = fourCharacters("hev1")
    if codec == AV_CODEC_ID_HEVC { return original == "mov" && tag == hev1 ? hev1 : fourCharacters("hvc1") }
    return 0
  }

  private func fourCharacters(_ text: String) -> UInt32 {
    text.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension Demuxer {
  fileprivate var soundIndexes: [Int] {
    (0..<streamCount).filter { unsafe stream($0)?.pointee.codecpar?.pointee.codec_type == AVMEDIA_TYPE_AUDIO }
  }

  fileprivate func codec(_ index: Int) -> AVCodecID {
    unsafe stream(index)?.pointee.codecpar?.pointee.codec_id ?? AV_CODEC_ID_NONE
  }

  /// The container's title, without any place in it.
  fileprivate var title: String? {
    guard let entry = unsafe av_dict_get(context.pointee.metadata, "title", nil, 0) else { return nil }
    let title = unsafe MetadataReader.cleaned(entry.pointee.value, byteCount: WireLimits.valueByteCount)
    let blanked = PlaceText.blanked(title)
    return blanked.isEmpty ? nil : blanked
  }
}
