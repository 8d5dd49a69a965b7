import Foundation
import ReelCatalog
import Testing
import TestSupport

/// Queries as people type them into bash, zsh and fish, each of which has signs of its own.
@Suite struct QueryShellTests {
  /// What is typed, and the query that it must become.
  private static let lines = [
    (
      "movement:extension mode:stretch duration:..60 -equipment:loop-band",
      "movement:extension mode:stretch duration:..60 -equipment:loop-band"
    ),
    (
      ":begin mode:mobility , mode:cars :end -equipment:loop-band duration-",
      "(mode:mobility or mode:cars) -equipment:loop-band duration-"
    ),
    (
      "'(mode:mobility or mode:cars) -equipment:loop-band' duration-",
      "(mode:mobility or mode:cars) -equipment:loop-band duration-"
    ),
    ("stand% name:~%hip%", "stand* name:~*hip*"), ("'stand*' 'name:~*hip*'", "stand* name:~*hip*"),
    ("height:ge:100 duration:lt:1m ^mode:stretch", "height:>=100 duration:<1m -mode:stretch"),
    ("'height:>=100' 'duration:<1m' not mode:stretch", "height:>=100 duration:<1m -mode:stretch"),
    ("\"hip flexor\" side:left", "\"hip flexor\" side:left"),
    ("name:\"half kneeling\"", "name:\"half kneeling\""), ("'name:half kneeling'", "name:\"half kneeling\""),
    ("name:=IMG_4032.MOV", "name:=IMG_4032.MOV"),
    (
      "added:-2w.. movement:any=flexion mode:stretch@0.5",
      "added:-2w.. movement:any=flexion mode:stretch@0.5"
    ),
    ("size:..1kB , size:1kB..", "size:..1kB or size:1kB.."), ("rating:none note:none", "rating:none note:none"),
  ]

  @Test(arguments: [["bash", "--norc", "-c"], ["zsh", "-f", "-c"], ["fish", "--no-config", "-c"]])
  func `no shell takes a sign of a query for itself`(shell: [String]) throws {
    guard try Shell.run("command -v \(shell[0])", in: IndexedSamples.folder.get().url).status == 0 else { return }
    for (typed, query) in Self.lines {
      let wanted = try IndexedSamples.run(["find", query, "--paths"]).output
      let line = "\(shell.joined(separator: " ")) \"$LINE\""
      let found = try Shell.run(
        line, in: IndexedSamples.folder.get().url, environment: ["LINE": "hipreel find \(typed) --paths"])
      #expect(found.text == wanted && found.errors.isEmpty && !wanted.isEmpty, "\(shell[0]): \(typed): \(found.errors)")
    }
  }
}
