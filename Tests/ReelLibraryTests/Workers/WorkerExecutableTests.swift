import ReelCatalog
import ReelLibrary
import Testing

@Suite struct WorkerExecutableTests {
  @Test func `the worker is found beside the running program`() throws {
    let path = try WorkerExecutable.locate()
    #expect(path.lastComponent.text == "hipreel-worker")
  }
}
