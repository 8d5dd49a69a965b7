import Foundation
import ReelGallery
import TestSupport
import Testing

/// What the pages' own files may and may not hold.
@Suite struct PageFileTests {
  @Test func `what is compiled in is what lies in web`() throws {
    let run = try Tool.run(
      at: URL(filePath: "/bin/sh"), ["scripts/compile-pages", "--check"], in: Checkout.root)
    #expect(run.status == 0, "run scripts/compile-pages: \(run.errors)\(run.text)")
  }

  @Test func `texts reach the page as text, and nothing is asked from elsewhere`() {
    for file in PageFile.all where file.name != "page/icon.svg" {
      for word in [
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "http:", "https:",
        "javascript:", "srcdoc", "import(", "\nimport ", "style=\"", "onclick=\"",
      ] where !(word == "http:" && file.text.contains("www.w3.org/2000/svg")) {
        #expect(!file.text.contains(word), "\(file.name) has \(word)")
      }
    }
  }

  @Test func `the scripts together stay under 95 kB`() {
    let bytes = PageFile.all.filter { $0.name.hasSuffix(".js") }.reduce(0) { $0 + $1.text.utf8.count }
    #expect(bytes < 95_000)
  }

  @Test func `the page loads every script once, under a policy that forbids everything else`() throws {
    let page = try #require(PageFile.all.first { $0.name == "index.html" }).text
    for file in PageFile.all where file.name.hasSuffix(".js") {
      #expect(page.components(separatedBy: "src=\"\(file.name)\"").count == 2, "\(file.name)")
    }
    let policy = Gallery.policy(ofFile: "index.html").replacing("; frame-ancestors 'none'", with: "")
    #expect(policy.hasPrefix("default-src 'none'; ") && !policy.contains("unsafe"))
    #expect(page.contains("Content-Security-Policy\" content=\"\(policy)\""))
    #expect(!page.contains("<script>") && !page.contains("<style"))
  }
}
