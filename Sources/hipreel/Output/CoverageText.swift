import ReelCatalog

/// How coverage reads to a person and to a program.
enum CoverageText {
  /// A bar for each movement, then a table by movement and mode, then what is missing, in words.
  static func lines(_ coverage: Coverage) -> [String] {
    var lines = bars(coverage)
    let modes = Mode.allCases.filter { coverage.modes[$0] != nil }
    if !modes.isEmpty { lines += [""] + grid(coverage, modes) }
    return lines + [""] + missing(coverage)
  }

  private static func bars(_ coverage: Coverage) -> [String] {
    let most = coverage.movements.values.map(\.reels).max() ?? 0
    var table = TextTable([.left, .right, .right, .left])
    for movement in HipMovement.allCases {
      let amount = coverage.movements[movement] ?? Coverage.Amount()
      // At least one block for a movement that has any reels.
      let length = most == 0 ? 0 : (amount.reels * 24 + most - 1) / most
      table.add([
        movement.rawValue, HumanText.count(amount.reels, "reel"),
        amount.reels == 0 ? "" : HumanText.duration(milliseconds: amount.milliseconds),
        String(repeating: "█", count: length),
      ])
    }
    return table.lines(width: nil)
  }

  private static func grid(_ coverage: Coverage, _ modes: [Mode]) -> [String] {
    var table = TextTable(
      [.left] + modes.map { _ in .right }, header: ["reels"] + modes.map(\.rawValue))
    for movement in HipMovement.allCases {
      table.add(
        [movement.rawValue]
          + modes.map { mode in
            let reels = coverage.amount(movement, mode).reels
            return reels == 0 ? "·" : "\(reels)"
          })
    }
    return table.lines(width: nil)
  }

  private static func missing(_ coverage: Coverage) -> [String] {
    let total = HumanText.count(coverage.all.reels, "reel")
    var lines = ["\(total), \(coverage.withoutMovement.reels) without a primary hip movement"]
    if coverage.missingMovements.isEmpty {
      lines.append("all six movements are covered")
    } else {
      lines.append("missing: " + coverage.missingMovements.map(\.rawValue).joined(separator: ", "))
    }
    for movement in HipMovement.allCases {
      let modes = coverage.missingCells.filter { $0.movement == movement }.map(\.mode.rawValue)
      if !modes.isEmpty { lines.append("no \(movement.rawValue) as " + modes.joined(separator: ", ")) }
    }
    return lines
  }

  static func json(_ coverage: Coverage) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("reels", coverage.all.reels)
      json.member("durationMs", coverage.all.milliseconds)
      json.member("withoutMovement", coverage.withoutMovement.reels)
      json.member("movements") { json in
        json.object { json in
          for movement in HipMovement.allCases { write(movement, of: coverage, to: &json) }
        }
      }
      json.member("missing") { json in
        json.array(.inline) { json in for movement in coverage.missingMovements { json.value(movement.rawValue) } }
      }
    }
    json.endLine()
    return json.takeBytes()
  }

  private static func write(_ movement: HipMovement, of coverage: Coverage, to json: inout JSONText) {
    let amount = coverage.movements[movement] ?? Coverage.Amount()
    json.member(movement.rawValue) { json in
      json.object { json in
        json.member("reels", amount.reels)
        json.member("durationMs", amount.milliseconds)
        json.member("modes") { json in
          json.object(.inline) { json in
            for mode in Mode.allCases where coverage.amount(movement, mode).reels > 0 {
              json.member(mode.rawValue, coverage.amount(movement, mode).reels)
            }
          }
        }
      }
    }
  }
}
