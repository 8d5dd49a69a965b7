import Glibc
import MediaFacts
import ReelMedia

// Started by hipreel without arguments and with a socket as descriptor 3. `hipreel doctor` and people ask the rest.
switch CommandLine.arguments.dropFirst() {
case []:
  exit(Worker.run())
case ["--selftest"]:
  exit(SelfTest.run())
case ["--version"]:
  print(HipReelVersion.text)
  for library in MediaLibraries.versions { print(library) }
default:
  print("hipreel-worker is started by hipreel; by hand it knows --version and --selftest")
  exit(64)
}
