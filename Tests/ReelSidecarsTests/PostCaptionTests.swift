import ReelSidecars
import Testing

@Suite struct PostCaptionTests {
  @Test(arguments: [
    "1. Frog pump\n2. Bird dog\n3. Pigeon pose",
    "Hips!\n\n1) Frog pump\n2) Bird dog\n3) Pigeon pose\n\nSave this. #hips",
    "1️⃣ Frog pump\n2️⃣ Bird dog\n3️⃣ Pigeon pose", "① Frog pump\n② Bird dog\n③ Pigeon pose",
    "#1 Frog pump\n#2 Bird dog\n#3 Pigeon pose", "1: Frog pump\r\n2: Bird dog\r\n3: Pigeon pose",
    "1 - Frog pump\n2 - Bird dog\n3 - Pigeon pose",
  ])
  func `each video of a post has its item`(caption: String) {
    let text = caption.replacing("\r\n", with: "\n")
    #expect((1...3).map { PostCaption.item($0, of: 3, in: text) } == ["Frog pump", "Bird dog", "Pigeon pose"])
    #expect(PostCaption.item(1, of: 2, in: text) == nil && PostCaption.item(4, of: 3, in: text) == nil)
  }

  @Test func `an item has all its lines`() {
    #expect(PostCaption.item(2, of: 2, in: "1. Frog pump\n3 x 12\n2. Bird dog\nslowly\n\n#hips") == "Bird dog\nslowly")
  }

  @Test(arguments: [
    "", "Frog pump, bird dog", "1. Frog pump\n3. Bird dog", "1.5 kg\n2.5 kg", "2 sets\n3 sets", "1. a\n1. b",
    "3-1-3\n1-2-1",
  ])
  func `another caption has none`(caption: String) { #expect(PostCaption.item(1, of: 2, in: caption) == nil) }
}
