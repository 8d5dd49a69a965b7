/// A routine as far as the lines of `RoutineLiteral` read so far say.
struct RoutineDraft {
  let id: String
  private var texts: [String: String] = [:]
  private var titles: [String: String] = [:]
  private var blocks: [Routine.Block] = []
  private var balances: [Routine.Balance] = []

  init(id: String) { self.id = id }

  mutating func read(_ key: String, _ value: String) throws(RoutineError) {
    do {
      if key == "block" {
        blocks.append(try block(value))
      } else if key == "balance" {
        balances.append(try balance(value))
      } else if key.hasPrefix("title.") {
        titles[String(key.dropFirst("title.".count))] = value
      } else if key.hasPrefix("select.") {
        try select(try Selection.Key(word: String(key.dropFirst("select.".count))), words(value))
      } else {
        texts[key] = value
      }
    } catch let error as UnknownWord {
      throw RoutineError("unknown word \"\(error.word)\"", suggestion: error.suggestion)
    } catch let error as RoutineError {
      throw error
    } catch {
      throw RoutineError("\(error)")
    }
  }

  func routine() throws(RoutineError) -> Routine {
    do {
      return try Routine(
        id: id, title: texts["title"] ?? "", titles: titles, purpose: texts["purpose"] ?? "",
        intent: try Routine.Intent(word: texts["intent"] ?? ""), totalSeconds: try number(texts["total"]),
        toleranceSeconds: try number(texts["tolerance"]), maximumLevel: try Level(word: texts["level"] ?? ""),
        allowedEquipment: words(texts["equipment"]), forbiddenExposures: words(texts["forbid"]),
        fill: try Routine.Fill(word: texts["fill"] ?? ""),
        part: try texts["part"].map { try Routine.Part(word: $0) } ?? .whole, blocks: blocks,
        rules: Routine.Rules(
          requiredMovements: try CaseSet(words: words(texts["movements"])),
          requiredPlanes: try CaseSet(words: words(texts["planes"])),
          requiredCore: try CaseSet(words: words(texts["core"])), balances: balances,
          maximumStaticHoldSeconds: try texts["hold"].map(number),
          minimumStretchSeconds: try texts["stretch"].map(number)),
        note: texts["note"] ?? "",
        redFlags: words(texts["flags"]), sources: words(texts["sources"]))
    } catch let error as UnknownWord {
      throw RoutineError("unknown word \"\(error.word)\" in \(id)", suggestion: error.suggestion)
    } catch let error as RoutineError {
      throw error
    } catch {
      throw RoutineError("\(error)")
    }
  }

  private func block(_ value: String) throws -> Routine.Block {
    let parts = value.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6 else { throw RoutineError("a block has six parts") }
    return Routine.Block(
      id: parts[0], label: parts[1], selection: Selection(), slots: try number(parts[2]),
      dose: Routine.Dose(
        slotSeconds: try number(parts[3]), setSeconds: try number(parts[4]), transitionSeconds: try number(parts[5])))
  }

  private mutating func select(_ key: Selection.Key, _ words: [String]) throws {
    guard let block = blocks.popLast() else { throw RoutineError("a selection comes before any block") }
    var selection = block.selection
    try selection.set(key, to: words)
    blocks.append(
      Routine.Block(id: block.id, label: block.label, selection: selection, slots: block.slots, dose: block.dose))
  }

  private func balance(_ value: String) throws -> Routine.Balance {
    let parts = value.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 else { throw RoutineError("a balance has four parts") }
    return Routine.Balance(
      one: try CaseSet(words: words(parts[0])), other: try CaseSet(words: words(parts[1])),
      scope: parts[2].isEmpty ? nil : try CaseSet(words: words(parts[2])),
      bound: parts[3].isEmpty ? .atLeastTheOther : .difference(atMost: try number(parts[3])))
  }

  private func number(_ text: String?) throws -> Int {
    guard let text, let number = Int(text) else { throw RoutineError("\"\(text ?? "")\" isn't a whole number") }
    return number
  }

  private func words(_ text: String?) -> [String] {
    text.map { $0.split(separator: ",").map(String.init) } ?? []
  }
}
