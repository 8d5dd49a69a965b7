/// Writes a playlist as JSON of the form `hipreel-playlist/1`, which docs/PLANNER.md describes.
enum JSONPlaylist {
  static let schema = "hipreel-playlist/1"

  static func bytes(_ playlist: Playlist) -> [UInt8] {
    let plan = playlist.plan
    var json = JSONText()
    json.object { json in
      json.member("schema", schema)
      if let plan { json.member("routine") { write(plan.routine, playlist.notice, into: &$0) } }
      json.member("seconds", playlist.seconds)
      if let plan { json.member("complete", plan.isComplete) }
      json.member("entries") { $0.array { json in playlist.entries.forEach { write($0, into: &json) } } }
      guard let plan else { return }
      json.member("gaps") { $0.array { json in plan.gaps.forEach { write($0, of: plan, into: &json) } } }
      json.member("coverage") { write(coverageOf: plan, into: &$0) }
      json.member("score") { write(plan.score, into: &$0) }
    }
    json.endLine()
    return json.takeBytes()
  }

  private static func write(_ routine: Routine, _ notice: SafetyNotice, into json: inout JSONText) {
    json.object { json in
      json.member("id", routine.id)
      json.member("title", routine.title)
      json.member("intent", routine.intent.rawValue)
      json.member("fill", routine.fill.rawValue)
      json.member("seconds", routine.totalSeconds)
      json.member("toleranceSeconds", routine.toleranceSeconds)
      json.member("note", routine.note.isEmpty ? nil : routine.note)
      json.member(redFlags: notice.redFlags)
    }
  }

  private static func write(_ entry: Playlist.Entry, into json: inout JSONText) {
    json.object { json in
      json.member("reel", entry.reel.text)
      json.member("path", entry.path)
      json.member("exercise", entry.exercise)
      json.member("title", entry.title)
      json.member("block", entry.block)
      json.member("slot", entry.slot)
      json.member("side", entry.side?.rawValue)
      json.member("sets", entry.sets)
      json.member("seconds", entry.seconds)
      json.member("startMs", entry.part.lowerBound)
      json.member("endMs", entry.part.upperBound)
      json.member("plays", entry.plays)
      json.member("transitionSeconds", entry.transitionSeconds)
      json.member("cue", entry.cue)
      if !entry.cautions.isEmpty {
        json.member("cautions") { json in
          json.array(.inline) { json in for caution in entry.cautions { json.value(caution["en"]) } }
        }
      }
    }
  }

  private static func write(_ gap: PlanGap, of plan: Plan, into json: inout JSONText) {
    json.object { json in
      json.member("block", plan.routine.blocks[gap.block].id)
      json.member("label", gap.label)
      json.member("slots", gap.slots)
      json.member("emptySlots", gap.emptySlots)
      json.member("asked", gap.asked)
      json.member("text", gap.text)
      json.member("funnel") { json in
        json.object(.inline) { json in
          for step in gap.funnel { json.member(step.question.rawValue, step.remaining) }
        }
      }
      json.member("relaxation", gap.relaxation?.text)
    }
  }

  private static func write(coverageOf plan: Plan, into json: inout JSONText) {
    let rules = plan.routine.rules
    json.object { json in
      write("movements", rules.requiredMovements, plan.uncoveredMovements, into: &json)
      write("planes", rules.requiredPlanes, plan.uncoveredPlanes, into: &json)
      write("core", rules.requiredCore, plan.uncoveredCore, into: &json)
    }
  }

  private static func write<Element: RawRepresentable<String>>(
    _ name: String, _ required: CaseSet<Element>, _ uncovered: CaseSet<Element>, into json: inout JSONText
  ) {
    json.member(name) { json in
      json.object(.inline) { json in
        json.member("covered") { json in
          json.array { json in
            for element in required.subtracting(uncovered).elements { json.value(element.rawValue) }
          }
        }
        json.member("uncovered") { json in
          json.array { json in
            for element in uncovered.elements { json.value(element.rawValue) }
          }
        }
      }
    }
  }

  private static func write(_ score: PlanScore, into json: inout JSONText) {
    json.object(.inline) { json in
      json.member("emptySlots", score.emptySlots)
      json.member("uncovered", score.uncovered)
      json.member("secondsOutside", score.secondsOutside)
      json.member("imbalanceSeconds", score.imbalanceSeconds)
      json.member("warnings", score.warnings)
      json.member("points", score.points)
      json.member("staleness", score.staleness)
      json.member("secondsOff", score.secondsOff)
    }
  }
}
