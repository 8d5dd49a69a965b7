import ReelSidecars
import Testing

@Suite struct PostCaptionTests {
  @Test(arguments: [
    "1. Frog pump\n2. Bird dog\n3. Pigeon pose",
    "Hips!\n\n1) Frog pump\n2) Bird dog\n3) Pigeon pose\n\nSave this. #hips",
    "1️⃣ Frog pump\n2️⃣ Bird dog\n3️⃣ Pigeon pose", "① Frog pump\n② Bird dog\n③ Pigeon pose",
    "#1 Frog pump\n#2 Bird dog\n#3 Pigeon pose", "1: Frog pump\r\n2: Bird dog\r\n3: Pigeon pose",
    "1 - Frog pump\n2 - Bird dog\n3 - Pigeon pose", "Slide 1: Frog pump\nSlide 2: Bird dog\nSlide 3: Pigeon pose",
    "Teil 1/3 Frog pump\nTeil 2/3 Bird dog\nTeil 3/3 Pigeon pose",
    "👉 Parte 1 - Frog pump\n👉 Parte 2 - Bird dog\n👉 Parte 3 - Pigeon pose",
    "VIDÉO 1 : Frog pump\nvidéo 2 : Bird dog\nVidéo 3 : Pigeon pose",
    "Lâmina 1) Frog pump\nLâmina 2) Bird dog\nLâmina 3) Pigeon pose",
    "Part 1 of my hips\n1. Frog pump\n2. Bird dog\n3. Pigeon pose",
  ])
  func `each video of a post has its item`(caption: String) {
    let text = caption.replacing("\r\n", with: "\n")
    #expect((1...3).map { PostCaption.item($0, of: 3, in: text) } == ["Frog pump", "Bird dog", "Pigeon pose"])
    #expect(PostCaption.item(1, of: 2, in: text) == nil && PostCaption.item(4, of: 3, in: text) == nil)
  }

  @Test func `an item has all its lines`() {
    #expect(PostCaption.item(2, of: 2, in: "1. Frog pump\n3 x 12\n2. Bird dog\nslowly\n\n#hips") == "Bird dog\nslowly")
    let steps = "Slide 1: Frog pump\n1. lie down\n2. lift\nSlide 2: ✅ Bird dog"
    #expect(PostCaption.item(1, of: 2, in: steps) == "Frog pump\n1. lie down\n2. lift")
    #expect(PostCaption.item(2, of: 2, in: steps) == "✅ Bird dog")
  }

  @Test(arguments: [
    "", "Frog pump, bird dog", "1. Frog pump\n3. Bird dog", "1.5 kg\n2.5 kg", "2 sets\n3 sets", "1. a\n1. b",
    "3-1-3\n1-2-1", "Slide 1-2: a\nSlide 3: b", "Part 1.5\nPart 2.5", "Slide 1 & 2: a\nSlide 3: b",
    "Sliders 1: a\nSliders 2: b",
  ])
  func `another caption has none`(caption: String) { #expect(PostCaption.item(1, of: 2, in: caption) == nil) }
}
