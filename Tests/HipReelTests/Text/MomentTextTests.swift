import Testing

@testable import hipreel

@Suite struct MomentTextTests {
  @Test(arguments: [
    ("0", 0), ("3.2", 3200), ("3.2004", 3200), ("75", 75_000), ("1:02.5", 62_500), ("01:02:03.25", 3_723_250),
    ("90:00", 5_400_000),
  ])
  func `a moment is seconds, or minutes and seconds`(text: String, milliseconds: Int) {
    #expect(MomentText.milliseconds(text) == milliseconds)
  }

  @Test(arguments: [
    "", "-1", "x", "1:60", "1:", ":5", "1:2:3:4", "1e3", "nan", "inf", "3,2", "0x10", "172801", "1.2.3",
  ])
  func `anything else is none`(text: String) {
    #expect(MomentText.milliseconds(text) == nil)
  }
}
