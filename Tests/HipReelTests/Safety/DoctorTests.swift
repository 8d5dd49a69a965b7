import Foundation
import TestSupport
import Testing

/// What the doctor says of sound and of broken set-ups, and how it ends.
@Suite struct DoctorTests {
  private struct Document: Decodable {
    struct Finding: Decodable {
      let subject, severity, text: String
      let advice: String?
    }
    struct Jail: Decodable {
      let seccomp: Bool
      let landlock: Int?
    }
    struct SelfTest: Decodable {
      let attempts, refused: Int
    }
    let status: String
    let jail: Jail?
    let selftest: SelfTest?
    let findings: [Finding]

    func severity(_ subject: String) -> String? { findings.first { $0.subject == subject }?.severity }
  }

  private func doctor(
    _ folder: SampleFolder, _ environment: [String: String] = [:]
  ) throws -> (document: Document, status: Int32) {
    let run = try folder.hipreel("doctor", ".", "--json", environment: environment)
    return (try JSONDecoder().decode(Document.self, from: run.output), run.status)
  }

  private func indexed() throws -> SampleFolder {
    let folder = try SampleFolder(["IMG_4032.MOV", "standing-hip-abduction.mp4"])
    try folder.hipreel("index", ".")
    return folder
  }

  private func held(_ calls: [String], _ folder: TemporaryFolder) throws -> [String: String] {
    let program = try HeldBackKernel.program(Checkout.program("hipreel-worker"), refusing: calls, in: folder)
    return ["HIPREEL_WORKER": program.path(percentEncoded: false)]
  }

  @Test func `a sound machine and catalog are looked at in full`() throws {
    let (document, status) = try doctor(try indexed())
    #expect(
      document.findings.map(\.subject) == [
        "worker", "ffmpeg", "jail", "selftest", "pose", "text", "sqlite", "folder", "catalog", "integrity",
        "thumbnails",
        "space",
        "vocabulary", "routines",
      ])
    for subject in ["worker", "ffmpeg", "sqlite", "folder", "catalog", "integrity", "thumbnails"] {
      #expect(document.severity(subject) == "ok", "\(subject)")
    }
    // A small disk or an old kernel is no fault of the test's.
    #expect(document.status == "ok" ? status == 0 : status == 3)
    #expect(document.selftest.map { $0.attempts > 70 } == true)
  }

  @Test(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
  func `a kernel without a wall is named in plain words, ends with 3, and is refused on demand`() throws {
    let folder = try SampleFolder(["IMG_4032.MOV"])
    let scripts = try TemporaryFolder()
    let old = try held(HeldBackKernel.withoutSeccomp, scripts)
    let refused = try folder.hipreel("index", ".", "--require-sandbox", environment: old)
    #expect(refused.status == 1)
    #expect(
      refused.errors.hasPrefix(
        "hipreel: this machine cannot completely jail the programs that read videos: no seccomp\n"))
    #expect(try folder.hipreel("find").text == "")

    let run = try folder.hipreel("index", ".", environment: old)
    #expect(run.status == 0)
    let warning = "this machine cannot fully jail the programs that read videos: no seccomp\n"
    #expect(run.errors.components(separatedBy: warning).count == 2, "told once")

    let (document, status) = try doctor(folder, old)
    #expect(status == 3 && document.jail?.seccomp == false)
    #expect(document.severity("jail") == "warning" && document.severity("selftest") == "warning")
    #expect(document.findings.contains { $0.subject == "jail" && $0.text.contains("could reach the network") })
  }

  @Test(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
  func `every command that reads videos says once that a wall is missing`() throws {
    let folder = try SampleFolder(["IMG_4032.MOV"])
    let scripts = try TemporaryFolder()
    let old = try held(HeldBackKernel.withoutSeccomp, scripts)
    let warning = """
      hipreel: this machine cannot fully jail the programs that read videos: no seccomp
        hipreel doctor explains what that means; with --require-sandbox hipreel index reads no videos here

      """
    try folder.hipreel("index", ".")
    #expect(try folder.hipreel("thumbnail", "IMG_4032.MOV", "--at", "1", environment: old).errors == warning)
    #expect(try folder.hipreel("undo", environment: old).errors == warning + "hipreel: 1 reel changed back\n")
    // A run that has no video to look into but a picture to make, since that could not be made at once.
    try folder.hipreel("thumbnail", "IMG_4032.MOV", "--at", "1", environment: Tool.withoutWorker)
    #expect(try folder.hipreel("index", "--quiet", ".", environment: old).errors == warning)
    // Where no video is read nothing is said.
    #expect(try folder.hipreel("index", "--quiet", ".", environment: old).errors == "")
  }

  @Test func `what is broken is a problem or a warning, each with its status`() throws {
    let folder = try indexed()
    #expect(try doctor(folder, Tool.withoutWorker).status == 1)

    try folder.write("- {", to: ".hipreel/vocabulary.yaml")
    try folder.write("blocks: 7", to: ".hipreel/routines/mine.yaml")
    try FileManager.default.removeItem(at: folder.url.appending(path: ".hipreel/thumbnails"))
    let warned = try doctor(folder)
    #expect(warned.status == 3)
    for subject in ["vocabulary", "routines", "thumbnails"] {
      #expect(warned.document.severity(subject) == "warning", "\(subject)")
    }

    try folder.write(String(repeating: "no database ", count: 500), to: ".hipreel/catalog.sqlite")
    let damaged = try doctor(folder)
    #expect(damaged.status == 12 && damaged.document.severity("catalog") == "problem")

    // Something else in its place.
    try FileManager.default.removeItem(at: folder.url.appending(path: ".hipreel/catalog.sqlite"))
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: ".hipreel/catalog.sqlite"), withIntermediateDirectories: false)
    let unreadable = try doctor(folder)
    #expect(unreadable.status == 12 && unreadable.document.severity("catalog") == "problem")
  }

  @Test func `without a catalog the machine alone is looked at`() throws {
    let empty = try TemporaryFolder()
    let run = try Tool.run("hipreel", ["doctor"], in: empty.url)
    #expect(run.text.hasSuffix("no catalog here or above, so none was checked\n"))
    #expect(try Tool.run("hipreel", ["doctor", "."], in: empty.url).status == 10)
  }
}
