import Foundation
import Testing
import TestSupport

/// What people do wrong, and what they are told.
@Suite struct MistakeTests {
  @Test func `without a catalog every reading command says how to make one`() throws {
    let empty = try TemporaryFolder()
    for command in ["find", "coverage", "status", "export"] {
      let run = try Tool.run("hipreel", [command], in: empty.url)
      #expect(run.status == 10)
      #expect(run.errors.hasSuffix("no catalog here or in a folder above\n  make one with: hipreel index FOLDER\n"))
    }
  }

  @Test(arguments: [
    (["find", "movment:extension"], "no field is called \"movment\"", "did you mean \"movement\"?"),
    (["find", "movement:extention"], "extention", "extension"),
    (["find", "(mode:stretch"], "(", ")"),
    (["find", "exercise:clamshel"], "no exercise is called \"clamshel\"", "did you mean \"clamshell\"?"),
    (["find", "side:left -equipment:lop-band"], "no equipment is called \"lop-band\"", "did you mean \"loop-band\"?"),
    (["export", "--query", "exposure:deep-hip-flexn"], "no exposure is called", "did you mean \"deep-hip-flexion\"?"),
    (["find", "rating>=4"], "\"rating>=4\" is neither a term nor a word", "did you mean \"rating:>=4\"?"),
    (["playlist", "desk-worker-rest"], "desk-worker-rest: no such routine", "did you mean desk-worker-reset?"),
    (["playlist", "desk-worker-reset", "--avoid", "sore-nees"], "sore-nees: no such profile", "sore-knees"),
    (["playlist", "desk-worker-reset", "--equipment", "char"], "char: no such equipment", "chair"),
  ])
  func `a mistake is shown with what was probably meant, and ends with status 64`(
    arguments: [String], problem: String, hint: String
  ) throws {
    let run = try IndexedSamples.run(arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.contains(problem))
    #expect(run.errors.contains(hint))
  }

  @Test(arguments: [
    ["find", "--bogus"], ["find", "--json", "--paths"], ["why"], ["frobnicate"], ["index", "--workers", "0"],
  ])
  func `a wrong command line ends with status 64`(arguments: [String]) throws {
    #expect(try IndexedSamples.run(arguments).status == 64)
  }

  @Test func `a reel that is not there and a query without results end with status 1`() throws {
    #expect(try IndexedSamples.run(["show", "nothing.mp4"]).status == 1)
    let none = try IndexedSamples.run(["find", "equipment:barbell"])
    #expect(none.status == 1)
    #expect(none.output == "")
    #expect(none.errors == "hipreel: no reel matches\n")
  }

  @Test func `a reader that goes away early is no error`() throws {
    let folder = try IndexedSamples.folder.get()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\"$0\" export | head -c 10; exit ${PIPESTATUS:-0}", Checkout.program("hipreel").path]
    process.currentDirectoryURL = folder.url
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "")
  }
}
