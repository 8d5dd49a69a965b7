import MediaFacts
import Testing

@Suite struct PixelSizeTests {
  @Test(arguments: [(0, 10), (10, 0), (-1, 5), (65536, 1), (1, 65536)])
  func `a side outside its range makes no size`(width: Int, height: Int) {
    #expect(PixelSize(width: width, height: height) == nil)
  }
}
