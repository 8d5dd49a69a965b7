import ReelCatalog
import Testing

@Suite struct ReelIDTests {
  @Test(arguments: ["0123456789ab", "ffffffffffff-2", "0123456789ab-17"])
  func `an id is twelve hex digits with a number after a collision`(text: String) {
    #expect(ReelID(text)?.text == text)
  }

  @Test(arguments: [
    "", "0123456789a", "0123456789abc", "0123456789AB", "0123456789ab-1", "0123456789ab-02", "../../etc",
  ])
  func `anything else is no id`(text: String) {
    #expect(ReelID(text) == nil)
  }
}
