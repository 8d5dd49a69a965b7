import CFFmpeg
import Testing

@testable import ReelMedia

@Suite struct PictureTimesTests {
  private func times(_ moments: [Int64], duration: Int64? = nil) -> PictureTimes {
    var times = PictureTimes()
    for moment in moments { times.add(moment, duration: duration) }
    return times
  }

  @Test(
    arguments: [
      ([], nil), ([0], nil), ([0, 40], nil), ([0, 40, 80, 120], false), ([0, 120, 40, 80, 160], false),
      // Rounded to milliseconds, and with a camera's jitter.
      ([0, 33, 67, 100, 133, 167], false), ([0, 1000, 2050, 3000, 4020], false),
      // One picture was lost.
      ([0, 40, 80, 160, 200, 240, 280], false),
      ([0, 40, 80, 120, 240, 360, 480], true), ([0, 40, 140, 150, 300, 310], true),
    ] as [([Int64], Bool?)])
  func `steps are told apart`(moments: [Int64], isVariable: Bool?) {
    #expect(times(moments).isVariable == isVariable)
  }

  @Test func `pictures out of order have a first, a last and an end`() {
    let times = times([40, 160, 80, 120])
    #expect(times.first == 40 && times.last == 160 && times.count == 4)
    #expect(times.usualStep == 40 && times.end(step: nil) == 200)
  }

  @Test func `the last picture's own duration counts before the usual step`() {
    #expect(times([0, 40, 80], duration: 500).end(step: nil) == 580)
    #expect(times([0]).end(step: 33) == 33 && times([0]).end(step: nil) == 0 && times([]).end(step: 33) == nil)
  }

  @Test func `times at the ends of the range do not trap`() {
    let times = times([.min, .max, 0])
    #expect(times.end(step: .max) == .max && times.isVariable != nil)
    #expect(Int64.min.distance(clampedTo: .max) == .max && Int64.max.addingClamped(1) == .max)
  }
}

@Suite struct CodecConfigurationTests {
  private func record(_ head: [UInt8], at offset: Int = 0, _ byte: UInt8 = 0) -> [UInt8] {
    var record = head + Array(repeating: 0, count: 32 - head.count)
    if offset > 0 { record[offset] = byte }
    return record
  }

  @Test func `records of each codec give the profile and the depth`() {
    let cases: [([UInt8], AVCodecID, Int32?, Int?)] = [
      (record([1, 66, 0xC0, 30]), AV_CODEC_ID_H264, FF_PROFILE_H264_CONSTRAINED_BASELINE, 8),
      (record([1, 100, 0, 40]), AV_CODEC_ID_H264, FF_PROFILE_H264_HIGH, 8),
      (record([1, 110, 0, 40]), AV_CODEC_ID_H264, FF_PROFILE_H264_HIGH_10, nil),
      (record([1, 110, 0x10, 40]), AV_CODEC_ID_H264, FF_PROFILE_H264_HIGH_10_INTRA, nil),
      (record([1, 2], at: 17, 0xFA), AV_CODEC_ID_HEVC, FF_PROFILE_HEVC_MAIN_10, 10),
      (record([0x81, 0x05, 0x40]), AV_CODEC_ID_AV1, FF_PROFILE_AV1_MAIN, 10),
      (record([0x81, 0x45, 0x60]), AV_CODEC_ID_AV1, FF_PROFILE_AV1_PROFESSIONAL, 12),
      // No such record: a start code, a cut one, another codec.
      (record([0, 0, 0, 1, 0x67]), AV_CODEC_ID_H264, nil, nil), ([1, 100], AV_CODEC_ID_H264, nil, nil),
      ([], AV_CODEC_ID_HEVC, nil, nil), (record([1, 100, 0, 40]), AV_CODEC_ID_VP8, nil, nil),
    ]
    for (bytes, codec, profile, depth) in cases {
      let found = CodecConfiguration(bytes, codec: codec)
      #expect(found.profile == profile && found.bitDepth == depth, "\(bytes.prefix(4))")
    }
  }
}
