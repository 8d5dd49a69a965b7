import Foundation
import ReelCatalog

/// A planning problem as a mixed integer programme, solved tier by tier by GLPK: an oracle that shares no method with
/// the planner.
struct LinearProgram {
  /// Where `glpsol` is, or nil when GLPK is not installed.
  static let solver: URL? = ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(fileURLWithPath: $0) }

  private let routine: Routine
  private let uses: [PlanUse]
  /// What each tier adds up.
  private var tiers: [[(Int, String)]] = []
  private var constraints: [String] = []
  private var integers: Set<String> = []

  init(_ routine: Routine, _ candidates: [PlanCandidate], _ filters: PlanFilters) {
    self.routine = routine
    uses = PlanUse.all(routine, candidates, filters)
    tiers = [gapTier(), coverageTier()]
    let (outside, off) = timeTiers()
    tiers += [outside, balanceTier()]
    tiers += [weighted(\.warnings), weighted(\.points), weighted(\.staleness), off]
    for item in Set(uses.map(\.item)) { add(terms { $0.item == item ? 1 : 0 }, "<= 1") }
  }

  /// The best value of every tier, the earlier ones held at theirs.
  func solved(with solver: URL, in folder: URL) throws -> [Int] {
    var best: [Int] = []
    for tier in tiers.indices {
      var fixed = constraints
      for (earlier, value) in best.enumerated() where !tiers[earlier].isEmpty {
        fixed.append("\(Self.sum(tiers[earlier])) <= \(value)")
      }
      best.append(
        tiers[tier].isEmpty ? 0 : try minimum(of: tiers[tier], subjectTo: fixed, solver: solver, folder: folder))
    }
    return best
  }

  // MARK: Tiers

  private mutating func gapTier() -> [(Int, String)] {
    for (index, block) in routine.blocks.enumerated() {
      add(terms { $0.block == index ? 1 : 0 } + [(1, "g\(index)")], "= \(block.slots)")
      integers.insert("g\(index)")
    }
    return routine.blocks.indices.map { (1, "g\($0)") }
  }

  private mutating func coverageTier() -> [(Int, String)] {
    var tier: [(Int, String)] = []
    func require(_ name: String, _ program: inout LinearProgram, _ covers: (PlanTraits) -> Bool) {
      program.add(program.terms { covers($0.traits) ? 1 : 0 } + [(1, name)], ">= 1")
      tier.append((1, name))
    }
    for (index, movement) in routine.rules.requiredMovements.elements.enumerated() {
      require("um\(index)", &self) { $0.primary.contains(movement) }
    }
    for (index, plane) in routine.rules.requiredPlanes.elements.enumerated() {
      require("up\(index)", &self) { $0.primary.elements.contains { $0.plane == plane } }
    }
    for (index, role) in routine.rules.requiredCore.elements.enumerated() {
      require("uc\(index)", &self) { $0.core.contains(role) }
    }
    return tier
  }

  private mutating func timeTiers() -> (outside: [(Int, String)], off: [(Int, String)]) {
    let time = terms { $0.seconds + routine.blocks[$0.block].dose.transitionSeconds }
    for (name, slack) in [("outside", routine.toleranceSeconds), ("off", 0)] {
      add(time + [(-1, name)], "<= \(routine.totalSeconds + slack)")
      add(time + [(1, name)], ">= \(routine.totalSeconds - slack)")
    }
    return ([(1, "outside")], [(1, "off")])
  }

  private mutating func balanceTier() -> [(Int, String)] {
    var tier: [(Int, String)] = []
    for (index, balance) in routine.rules.balances.enumerated() {
      let difference = terms { use in
        if let scope = balance.scope, scope.isDisjoint(with: use.traits.modes) { return 0 }
        let counts = [balance.one, balance.other].map { use.traits.primary.isDisjoint(with: $0) ? 0 : use.seconds }
        return counts[0] - counts[1]
      }
      let name = "v\(index)"
      tier.append((1, name))
      switch balance.bound {
      case .atLeastTheOther: add(difference + [(1, name)], ">= 0")
      case .difference(let most):
        add(difference + [(1, name)], ">= \(-most)")
        add(difference + [(-1, name)], "<= \(most)")
      }
    }
    guard let least = routine.rules.minimumStretchSeconds else { return tier }
    for (index, movement) in routine.rules.requiredMovements.elements.enumerated() {
      add(
        terms { PlanMeaning.isStretch($0.traits, towards: movement) ? $0.seconds : 0 } + [(1, "s\(index)")],
        ">= \(least)")
      tier.append((1, "s\(index)"))
    }
    return tier
  }

  private func weighted(_ weight: KeyPath<PlanUse, Int>) -> [(Int, String)] { terms { $0[keyPath: weight] } }

  private func terms(_ weight: (PlanUse) -> Int) -> [(Int, String)] {
    uses.indices.compactMap { index in
      let weight = weight(uses[index])
      return weight == 0 ? nil : (weight, "x\(index)")
    }
  }

  private mutating func add(_ terms: [(Int, String)], _ bound: String) {
    if !terms.isEmpty { constraints.append("\(Self.sum(terms)) \(bound)") }
  }

  // MARK: GLPK

  private static func sum(_ terms: [(Int, String)]) -> String {
    terms.map { "\($0.0 < 0 ? "-" : "+") \(abs($0.0)) \($0.1)" }.joined(separator: "\n ")
  }

  private func minimum(
    of objective: [(Int, String)], subjectTo constraints: [String], solver: URL, folder: URL
  ) throws -> Int {
    var text = "Minimize\n obj: \(Self.sum(objective))\nSubject To\n"
    for (index, constraint) in constraints.enumerated() { text += " c\(index): \(constraint)\n" }
    if !uses.isEmpty { text += "Binary\n \(uses.indices.map { "x\($0)" }.joined(separator: "\n "))\n" }
    text += "General\n \(integers.sorted().joined(separator: "\n "))\nEnd\n"
    let problem = folder.appendingPathComponent("problem.lp")
    let solution = folder.appendingPathComponent("solution.txt")
    try Data(text.utf8).write(to: problem)
    let process = Process()
    process.executableURL = solver
    process.arguments = ["--lp", problem.path, "--write", solution.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    // `s mip ROWS COLUMNS o VALUE` says that the optimum was found.
    let lines = try String(contentsOf: solution, encoding: .utf8).split(separator: "\n")
    let words = lines.first { $0.hasPrefix("s ") }?.split(separator: " ") ?? []
    guard words.count == 6, words[4] == "o", let value = Double(words[5]) else {
      throw Failure(text: words.joined(separator: " "))
    }
    return Int(value.rounded())
  }

  struct Failure: Error {
    let text: String
  }
}
