import Foundation
import TestSupport
import Testing

/// What docs say of the house, against Package.swift and the sources.
@Suite struct HouseTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Checkout.root.appending(path: path), encoding: .utf8)
  }

  /// The targets of Package.swift but the tests', each with the targets that it may import.
  private static func targets() throws -> [String: Set<String>] {
    let manifest = try text("Package.swift")
    let declaration =
      /\.(?:target|executableTarget|systemLibrary)\(\s*name: "(?<name>[^"]+)"(?<rest>.*?)\n    (?=[.\/]|\])/
    var targets: [String: Set<String>] = [:]
    for found in manifest.matches(of: declaration.dotMatchesNewlines()) {
      let dependencies =
        found.rest.firstMatch(of: /dependencies: \[(.*?)\](?:,\n|, [a-z]|\))/.dotMatchesNewlines())?.1 ?? ""
      // Products of packages have a name of their own.
      let own = dependencies.replacing(/\.product\([^)]*\)/, with: "")
      targets[String(found.name)] = Set(own.matches(of: /"([^"]+)"/).map { String($0.1) })
    }
    for name in ["TestSupport", "TestMedia"] { targets[name] = nil }
    return targets
  }

  /// The cells of a table's rows whose first cell is a name in backticks, by that name.
  private static func rows(of page: String) -> [String: [String]] {
    var rows: [String: [String]] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      for name in cells[0].matches(of: /`([^`]+)`/) { rows[String(name.1)] = cells }
    }
    return rows
  }

  @Test func `the picture and the tables show every target and its arrows`() throws {
    let targets = try Self.targets()
    #expect(targets.count > 14)
    let page = try Self.text("docs/ARCHITECTURE.md")
    let picture = try #require(page.firstMatch(of: /```\n(.*?)```/.dotMatchesNewlines())).1
    let table = Self.rows(of: page)
    let map = Self.rows(of: try Self.text("CONTRIBUTING.md"))
    for (name, dependencies) in targets {
      #expect(picture.contains(name), "the picture in ARCHITECTURE lacks \(name)")
      let words = try #require(table[name], "the table in ARCHITECTURE lacks \(name)")[2].split(separator: /[, ]+/)
      #expect(Set(words.map(String.init)).intersection(targets.keys) == dependencies, "\(name) in ARCHITECTURE")
      #expect(map[name] != nil, "the map in CONTRIBUTING lacks \(name)")
    }
  }

  private static func rooms(in root: URL) throws -> Tool {
    try Tool.run(at: Checkout.root.appending(path: "scripts/rooms"), ["--root", root.path], in: root)
  }

  @Test func `rooms look up only`() throws {
    let run = try Self.rooms(in: Checkout.root)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func `a file that uses a room below its own is named`() throws {
    let folder = try SampleFolder([])
    let sources = [
      "docs/ARCHITECTURE.md": "```rooms Some\nUpper/  first\nLower/  then\n```\n",
      "Sources/Some/Upper/README.md": "", "Sources/Some/Lower/README.md": "",
      "Sources/Some/Lower/Plan.swift":
        "struct Plan {\n  let reel: Reel\n}\nextension Reel {\n  var length: Int { 0 }\n}\n",
    ]
    for (path, text) in sources { try folder.write(text, to: path) }
    try folder.write("// Not a Plan.\nstruct Reel {\n  let plan = \"a Plan\"\n}\n", to: "Sources/Some/Upper/Reel.swift")
    #expect(try Self.rooms(in: folder.url).status == 0)

    try folder.write("struct Reel {\n  let plan: Plan\n}\n", to: "Sources/Some/Upper/Reel.swift")
    let byType = try Self.rooms(in: folder.url)
    #expect(byType.status == 1)
    #expect(byType.errors == "rooms: Some/Upper is above Lower, and Reel.swift uses Plan of Plan.swift\n")

    try folder.write("struct Reel {}\nfunc f(reel: Reel) -> Int { reel.length }\n", to: "Sources/Some/Upper/Reel.swift")
    #expect(try Self.rooms(in: folder.url).errors.contains("uses .length of Plan.swift"))

    try folder.write("struct Loose {}\n", to: "Sources/Some/Attic/Loose.swift")
    #expect(try Self.rooms(in: folder.url).errors.contains("Some/Attic is not listed"))
  }
}
