import ReelCatalog
import ReelLibrary
import ReelSidecars

/// What in a table could not be imported.
enum TableImportText {
  /// Reports it on standard error: the columns, then the rows and cells by line.
  static func say(_ report: TableImport.Report, of importing: TableImport, in file: String) {
    for column in importing.table.unknownColumns {
      Messages.say("\(file): unknown column \"\(column.name)\", which was ignored")
      if let nearest = column.nearest { Messages.advise("did you mean \(nearest)?") }
    }
    for problem in report.problems { Messages.say("\(file):\(problem.line): \(problem.problem)") }
  }

  static func json(_ report: TableImport.Report, of importing: TableImport) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      ImportText.members(report.edits, to: &json)
      json.member("unknownColumns") { json in
        json.array(.inline) { json in for column in importing.table.unknownColumns { json.value(column.name) } }
      }
      json.member("problems") { json in
        json.array { json in
          for problem in report.problems {
            json.object(.inline) { json in
              json.member("line", problem.line)
              json.member("problem", problem.problem)
            }
          }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}
