import MediaFacts
import ReelCatalog

/// `data/site.js`: what the pages need before any reel.
extension Gallery {
  /// Grows when pages of before would misunderstand the data.
  private static let formVersion = 1

  var siteData: [UInt8] {
    Self.script("site") { json in
      json.object { json in
        json.member("form", Self.formVersion)
        json.member("title", options.title)
        json.member("generator", "hipreel \(HipReelVersion.text)")
        json.member("vocabulary", vocabularyVersion)
        json.member("reels", reels.count)
        json.member("reelsPerFile", Self.reelsPerFile)
        json.member("reasonsPerFile", Self.reasonsPerFile)
        json.member("withTexts", options.withTexts)
        json.member("facets") { writeFacets(to: &$0) }
        json.member("exercises") { json in
          json.object { json in for exercise in vocabulary.exercises { json.member(exercise.id, exercise.name) } }
        }
        json.member("coverage") { Self.write(Coverage(reels, vocabulary: vocabulary), to: &$0) }
        json.member("routines") { json in
          json.array { json in for routine in routines { Self.write(routine, to: &json) } }
        }
        if let edits = options.edits {
          json.member("edits") { json in
            json.object { json in
              json.member("address", edits.reference)
              json.member("token", edits.token)
            }
          }
        }
      }
    }
  }

  /// A classic script that hands one value to the pages: they are opened from disks, where nothing can be fetched.
  static func script(_ function: String, _ number: Int? = nil, _ value: (inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText(.inline)
    value(&json)
    return Array("HipReel.load.\(function)(\(number.map { "\($0), " } ?? "")".utf8) + json.takeBytes()
      + Array(");\n".utf8)
  }

  /// The values that a tag of each kind can have, in the order in which they are shown.
  private func writeFacets(to json: inout JSONText) {
    func values<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) -> [String] {
      Value.allCases.map(\.rawValue)
    }
    let facets: [(Facet, [String])] = [
      (.movement, values(HipMovement.self)), (.mode, values(Mode.self)), (.position, values(Position.self)),
      (.equipment, vocabulary.equipment), (.level, values(Level.self)), (.side, values(ReelSide.self)),
    ]
    json.object { json in
      for (facet, values) in facets {
        json.member(facet.rawValue) { json in json.array { json in for value in values { json.value(value) } } }
      }
    }
  }

  private static func write(_ coverage: Coverage, to json: inout JSONText) {
    json.object { json in
      json.member("reels", coverage.all.reels)
      json.member("durationMs", coverage.all.milliseconds)
      json.member("withoutMovement", coverage.withoutMovement.reels)
      json.member("movements") { json in
        json.object { json in
          for movement in HipMovement.allCases {
            json.member(movement.rawValue) { json in
              json.object { json in
                write(coverage.movements[movement] ?? Coverage.Amount(), to: &json)
                json.member("modes") { writeModes(of: movement, coverage, to: &$0) }
              }
            }
          }
        }
      }
      json.member("missing") { json in
        json.array { json in
          for cell in coverage.missingCells {
            json.array { json in
              json.value(cell.movement.rawValue)
              json.value(cell.mode.rawValue)
            }
          }
        }
      }
    }
  }

  private static func writeModes(of movement: HipMovement, _ coverage: Coverage, to json: inout JSONText) {
    json.object { json in
      for mode in Mode.allCases {
        let amount = coverage.amount(movement, mode)
        guard amount.reels > 0 else { continue }
        json.member(mode.rawValue) { json in json.object { json in write(amount, to: &json) } }
      }
    }
  }

  private static func write(_ amount: Coverage.Amount, to json: inout JSONText) {
    json.member("reels", amount.reels)
    json.member("durationMs", amount.milliseconds)
  }

  private static func write(_ item: GalleryRoutine, to json: inout JSONText) {
    let (plan, routine) = (item.plan, item.plan.routine)
    json.object { json in
      json.member("id", routine.id)
      json.member("title", routine.title)
      json.member("purpose", routine.purpose.isEmpty ? nil : routine.purpose)
      json.member("note", routine.note.isEmpty ? nil : routine.note)
      json.member("seconds", routine.totalSeconds)
      json.member("playSeconds", plan.seconds)
      json.member("slots", routine.slotCount)
      json.member("filled", plan.slots.count)
      json.member("complete", plan.isComplete)
      json.member("page", item.canBePlayed ? item.pageName : nil)
      json.member("blocks") { json in
        json.array { json in for block in routine.blocks.indices { write(block, of: item, to: &json) } }
      }
      json.member("uncovered") { json in
        json.array { json in
          for movement in plan.uncoveredMovements.elements { json.value(movement.rawValue) }
          for role in plan.uncoveredCore.elements { json.value(role.rawValue) }
        }
      }
    }
  }

  private static func write(_ index: Int, of item: GalleryRoutine, to json: inout JSONText) {
    let block = item.plan.routine.blocks[index]
    let filling = item.filling(ofBlock: index)
    let gap = item.plan.gaps.first { $0.block == index }
    json.object { json in
      json.member("label", block.label)
      json.member("asked", block.selection.asked)
      json.member("seconds", block.dose.slotSeconds)
      json.member("slots", block.slots)
      json.member("filled", filling.slots)
      json.member("reels") { json in json.array { json in for reel in filling.reels { json.value(reel.text) } } }
      json.member("gap", gap?.text)
      json.member("advice", gap?.relaxation?.text)
    }
  }
}
