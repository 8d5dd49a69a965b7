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
    ("90/90 hip switch", "90/90 hip switch"),
  ])
  func `what follows an address, and addresses of people and machines, are left out`(text: String, kept: String) {
    #expect(PrivateText.removed(from: text) == kept)
  }
}
