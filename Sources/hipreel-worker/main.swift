import Glibc
import MediaFacts
import ReelMedia

// hipreel starts it with a socket as descriptor 3: without a word, or as a pose worker, with the model behind the socket. The
// rest is for `hipreel doctor` and people.
switch CommandLine.arguments.dropFirst() {
case []:
  exit(Worker.run(.media))
case ["pose"]:
  exit(Worker.run(.pose))
case ["--selftest"]:
  exit(SelfTest.run(.media))
case ["pose", "--selftest"]:
  exit(SelfTest.run(.pose))
case ["--version"]:
  print(HipReelVersion.text)
  for library in MediaLibraries.versions { print(library) }
  print("pose: \(PoseFile.runtimePackage), models of \(PoseFile.modelPackage)")
default:
  print("hipreel starts this program; by hand, use --version or --selftest")
  exit(64)
}
