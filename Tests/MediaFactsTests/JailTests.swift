import MediaFacts
import Testing

@Suite struct JailTests {
  @Test(
    arguments: [
      (true, 7, []), (true, nil, [.landlock]), (false, 1, [.seccomp]), (false, nil, [.seccomp, .landlock]),
    ] as [(Bool, Int?, [Jail.Wall])])
  func `a jail names the walls that it lacks`(filtersCalls: Bool, version: Int?, missing: [Jail.Wall]) {
    let jail = Jail(filtersCalls: filtersCalls, landlockVersion: version)
    #expect(jail.missing == missing && jail.isWhole == missing.isEmpty)
  }
}
