import Testing

@testable import ReelSidecars

@Suite struct PrivateTextTests {
  @Test(arguments: [
    ("Clamshell, 3x10 @coach.anna", "Clamshell, 3x10 @coach.anna"),
    ("see https://youtu.be/abc?si=SECRET now", "see https://youtu.be/abc now"),
    ("https://user:pass@cdn.example/v.mp4?sig=SECRET#t", "https://cdn.example/v.mp4"),
    ("www.example.org/x?token=SECRET", "www.example.org/x"),
    ("write to anna@clinic.example please", "write to  please"),
    ("server 192.168.1.20 down", "server  down"),
    ("http://10.0.0.1:8080/secret", "http://"),
    ("v1.2.3.4567 of the plan 1.2.3", "v1.2.3.4567 of the plan 1.2.3"),
    ("90/90 hip switch", "90/90 hip switch"), ("tempo 3.1.2.0, then (4.0.1.0)", "tempo 3.1.2.0, then (4.0.1.0)"),
    ("at 10.0.0.7:8080 now", "at  now"), ("net 10.1.0.0/16 now", "net  now"), ("http://8.8.4.4/x", "http://"),
  ])
  func `what follows an address, and addresses of people and machines, are left out`(text: String, kept: String) {
    #expect(PrivateText.removed(from: text) == kept)
  }
}
