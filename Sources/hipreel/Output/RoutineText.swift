import ReelCatalog

/// How routines are written for a person and for a program.
enum RoutineText {
  static func list(_ values: [String]) -> String { values.isEmpty ? "nothing" : values.joined(separator: ", ") }

  static func json(_ routines: [Routine]) -> [UInt8] {
    var json = JSONText()
    json.array { json in
      for routine in routines { write(routine, to: &json) }
    }
    json.endLine()
    return json.takeBytes()
  }

  private static func write(_ routine: Routine, to json: inout JSONText) {
    json.object { json in
      json.member("id", routine.id)
      json.member("title", routine.title)
      json.member("purpose", routine.purpose)
      json.member("intent", routine.intent.rawValue)
      json.member("seconds", routine.totalSeconds)
      json.member("toleranceSeconds", routine.toleranceSeconds)
      json.member("level", routine.maximumLevel.rawValue)
      json.member("fill", routine.fill.rawValue)
      json.member(redFlags: SafetyNotice(routine.redFlags, vocabulary: .standard).redFlags)
      json.member("equipment") { json in
        json.array(.inline) { json in for item in routine.allowedEquipment { json.value(item) } }
      }
      json.member("blocks") { json in
        json.array { json in
          for block in routine.blocks {
            json.object(.inline) { json in
              json.member("id", block.id)
              json.member("label", block.label)
              json.member("slots", block.slots)
              json.member("seconds", block.dose.slotSeconds)
              json.member("select", block.selection.asked)
            }
          }
        }
      }
    }
  }
}
