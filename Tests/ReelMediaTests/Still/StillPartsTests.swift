import CFFmpeg
import Testing

@testable import ReelMedia

/// What the choice of a still is made of.
@Suite struct StillPartsTests {
  @Test func `bars are what both pictures have`() {
    let one = PictureBars(top: 10, bottom: 12, left: 0, right: 4)
    #expect(one.common(with: PictureBars(top: 8, bottom: 20)) == PictureBars(top: 8, bottom: 12))
    #expect(one.common(with: .none).isNone)
  }

  @Test(arguments: [
    (PictureBars(top: 9, bottom: 10), 100, 100, PictureBars(top: 12, bottom: 12)),
    (PictureBars(left: 1), 100, 100, PictureBars(left: 4)),
    // More than 60 % would go.
    (PictureBars(top: 40, bottom: 40), 100, 100, .none), (PictureBars(top: 4, bottom: 4), 20, 20, .none),
    (.none, 8, 8, .none),
  ])
  func `bars are cut two pixels further in and even, unless too little is left`(
    bars: PictureBars, width: Int, height: Int, cut: PictureBars
  ) {
    #expect(bars.cropping(width: width, height: height) == cut)
  }

  @Test func `effort grows with pixels and bytes, and twice as fast for newer codecs`() {
    let (avc, hevc) = (
      StillEffort(pixelCount: 1000, codec: AV_CODEC_ID_H264), StillEffort(pixelCount: 1000, codec: AV_CODEC_ID_HEVC)
    )
    #expect(avc.ofPicture(byteCount: 10) == 2500 && hevc.ofPicture(byteCount: 10) == 5000)
    #expect(StillEffort.allowance(opening: 1_000_000) == 9_000_000)
    // A costly opening does not buy without end.
    #expect(StillEffort.allowance(opening: .max) == StillEffort.allowance(opening: 24_000_000))
    let allowance = StillAllowance(now: StillEffort.allowance(opening: 0), further: StillEffort.furtherAllowance)
    #expect(allowance.further > allowance.now)
  }

  /// A grid whose left half is dark and right half bright, or the other way round.
  private func sample(_ moment: Int64, brightLeft: Bool, moving: Int = 0, isBlank: Bool = false) -> StillSample {
    let cells = (0..<LumaGrid.columns * LumaGrid.rows).map { place -> UInt8 in
      isBlank ? 0 : (place % LumaGrid.columns < LumaGrid.columns / 2) == brightLeft ? 200 : 40
    }
    return StillSample(moment: moment, grid: LumaGrid(cells: cells), followingByteCount: moving)
  }

  @Test func `the main shot is the one in which most moves, also when it comes back`() {
    let card = sample(0, brightLeft: true, moving: 10)
    let drill = sample(1, brightLeft: false, moving: 500)
    let black = sample(2, brightLeft: false, isBlank: true)
    #expect(StillShots(of: [card, drill, black, card, drill]).main == [1, 4])
    // Without movement the longer one.
    #expect(StillShots(of: [0, 1, 2].map { sample($0, brightLeft: $0 != 1) }).main == [0, 2])
    #expect(StillShots(of: [black]).main == [] && StillShots(of: []).main == [])
  }

  @Test func `steps are even but for jitter and a hole, and the usual one is the middle one`() {
    var steps = PictureSteps()
    #expect(steps.usual == nil && steps.isVariable == nil)
    steps.add(512)
    #expect(steps.usual == 512 && steps.isVariable == nil)
    for step in [512, 513, 511, 5000, 512] as [Int64] { steps.add(step) }
    #expect(steps.count == 6 && steps.usual == 512 && steps.isVariable == false)
    var uneven = PictureSteps()
    for number in 0..<200 { uneven.add(number.isMultiple(of: 3) ? 900 : 512) }
    #expect(uneven.isVariable == true)
    var hostile = PictureSteps()
    for step in [.min, .max, 0, -1] as [Int64] { hostile.add(step) }
    #expect(hostile.isVariable != nil)
  }

  @Test(arguments: [
    ("mov,mp4,m4a,3gp,3g2,mj2", true), ("matroska,webm", true), ("hls", false), ("concat", false), ("", false),
  ])
  func `a container is allowed by any of its names`(names: String, isAllowed: Bool) {
    #expect(Allowlist.allows(format: names) == isAllowed)
  }

  @Test func `only decoders on the list are found`() {
    #expect(unsafe Allowlist.decoder(for: AV_CODEC_ID_H264) != nil)
    #expect(unsafe Allowlist.decoder(for: AV_CODEC_ID_TIFF) == nil)
    #expect(unsafe Allowlist.textDecoder(for: AV_CODEC_ID_MOV_TEXT) != nil)
    #expect(unsafe Allowlist.textDecoder(for: AV_CODEC_ID_H264) == nil)
  }
}
