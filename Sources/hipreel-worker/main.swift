import Glibc
import MediaFacts
import ReelMedia
import TextReading

// hipreel starts it with a socket as descriptor 3: without a word, or with the one of another kind and what that is loaded
// with. The rest is for `hipreel doctor` and people.
let arguments = Array(CommandLine.arguments.dropFirst())
if let kind = WorkerKind.allCases.first(where: { $0.argument == arguments.first }) {
  let rest = arguments.dropFirst()
  exit(rest == ["--selftest"] ? SelfTest.run(kind) : Worker.run(kind, rest))
}
switch arguments {
case ["--selftest"]:
  exit(SelfTest.run(.media))
case ["--version"]:
  print(HipReelVersion.text)
  for library in MediaLibraries.versions { print(library) }
  print("pose: \(PoseFile.runtimePackage), models of \(PoseFile.modelPackage)")
  if let version = Tesseract.version { print("tesseract \(version)") }
default:
  print("hipreel starts this program; by hand, use --version or --selftest")
  exit(64)
}
