import Glibc
import MediaFacts
import ReelMedia

// hipreel starts it without arguments and with a socket as descriptor 3. The rest is for `hipreel doctor` and people.
switch CommandLine.arguments.dropFirst() {
case []:
  exit(Worker.run())
case ["--selftest"]:
  exit(SelfTest.run())
case ["--version"]:
  print(HipReelVersion.text)
  for library in MediaLibraries.versions { print(library) }
default:
  print("hipreel starts this program; by hand, use --version or --selftest")
  exit(64)
}
