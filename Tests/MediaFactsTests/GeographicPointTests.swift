import MediaFacts
import Testing

@Suite struct GeographicPointTests {
  @Test(arguments: [
    ("+48.2082+016.3738/", true), ("+48.2082+016.3738", true), ("-33.8568+151.2153+012.000/", true),
    ("+4812.49+01622.43/", true), ("+481229.4+0162225.6/", true), ("+48+016/", true), ("+90.0-180.0/", true),
    ("+90.1+016.0/", false), ("+48.2-180.5/", false), ("+4860.0+01600.0/", false), ("+48.2082/", false),
    ("48.2082+016.3738/", false), ("+48.2082+16.3738/", false), ("+48.2082+016.3738/x", false), ("", false),
    ("+48.2+016.3+1CRSWGS_84/", true), ("+nan+inf/", false),
    ("+48.2+016." + String(repeating: "0", count: 99) + "/", false),
  ])
  func `a place is one that exists, as ISO 6709 writes it`(text: String, isValid: Bool) {
    #expect(GeographicPoint.isValid(text) == isValid)
  }

  @Test(arguments: [
    ("title-eng", "title"), ("title", "title"), ("-eng", "-eng"), ("title-EN", "title-EN"), ("a-b-deu", "a-b"),
    ("creation-time", "creation-time"),
  ])
  func `a key loses its language`(key: String, plain: String) {
    #expect(MetadataField.withoutLanguage(key) == plain)
  }
}
