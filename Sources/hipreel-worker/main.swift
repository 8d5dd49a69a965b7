import Glibc
import MediaFacts

// Started by hipreel without arguments and with a socket as descriptor 3; a person can only ask for the version.
switch CommandLine.arguments.dropFirst() {
case []:
  exit(Worker.run())
case ["--version"]:
  print(HipReelVersion.text)
default:
  print("hipreel-worker is started by hipreel; by hand it knows --version only")
  exit(64)
}
