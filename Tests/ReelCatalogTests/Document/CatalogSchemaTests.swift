import Foundation
import MediaFacts
import ReelCatalog
import Testing

/// Holds the published schema to the code's own lists; a validator checks whole documents in CI.
@Suite struct CatalogSchemaTests {
  private let schema: [String: Any]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
    let data = try Data(contentsOf: root.appending(path: "catalog/catalog.schema.json"))
    schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The value at a path of keys.
  private func value(_ path: String) throws -> Any {
    try path.split(separator: ".").reduce(schema as Any) { value, key in
      try #require((value as? [String: Any])?[String(key)], "no \(key) in \(path)")
    }
  }

  @Test(arguments: [
    ("$defs.reel.properties.status.enum", FileStatus.allCases.map(\.rawValue)),
    ("$defs.video.properties.durationSource.enum", DurationSource.allCases.map(\.rawValue)),
    ("$defs.video.properties.hdr.enum", HDRKind.allCases.map(\.rawValue)),
    ("$defs.video.properties.probe.enum", ProbePath.allCases.map(\.rawValue)),
    ("$defs.recorded.properties.source.enum", RecordingDate.Source.allCases.map(\.rawValue)),
    ("$defs.evidence.properties.source.enum", EvidenceSource.allCases.map(\.rawValue)),
    ("$defs.screenLine.properties.language.enum", TextLanguage.allCases.map(\.code)),
    ("$defs.seen.properties.gate.enum", Seen.Gate.allCases.map(\.rawValue)),
    ("$defs.seen.properties.pattern.enum", MovementPattern.allCases.map(\.rawValue)),
    ("$defs.seen.properties.axis.enum", Seen.Axis.allCases.map(\.rawValue)),
    ("$defs.seen.properties.sides.enum", Seen.Sides.allCases.map(\.rawValue)),
    ("$defs.seenPosition.properties.value.enum", Position.allCases.map(\.rawValue)),
    ("$defs.seenMovement.properties.value.enum", HipMovement.allCases.map(\.rawValue)),
    ("$defs.seenMode.properties.value.enum", Mode.allCases.map(\.rawValue)),
    ("$defs.facet.enum", Facet.allCases.map(\.rawValue)), ("$defs.role.enum", MovementRole.allCases.map(\.rawValue)),
    ("$defs.edit.properties.action.enum", EditFields.Action.allCases.map(\.rawValue)),
  ])
  func `a list of values in the schema is the code's`(path: String, values: [String]) throws {
    #expect(try value(path) as? [String] == values)
  }

  @Test func `the version in the schema is the code's`() throws {
    let version = "\(CatalogJSON.formName)/\(CatalogJSON.formVersion)"
    #expect(try value("properties.schema.const") as? String == version)
  }

  @Test func `every member has a description and every object says what it may hold`() throws {
    let definitions = try #require(try value("$defs") as? [String: [String: Any]])
    for (name, definition) in definitions.merging(["catalog": schema], uniquingKeysWith: { first, _ in first }) {
      #expect(definition["description"] is String, "\(name)")
      guard let members = definition["properties"] as? [String: [String: Any]] else { continue }
      #expect(definition["additionalProperties"] as? Bool == false, "\(name)")
      for (member, form) in members {
        #expect(form["description"] is String || form["$ref"] is String, "\(name).\(member)")
      }
    }
  }
}
