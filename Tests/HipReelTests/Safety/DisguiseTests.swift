import Foundation
import TestSupport
import Testing

/// Files that name other files, and files whose names are addresses: what the system saw while they were indexed.
@Suite(.enabled(if: HeldBackKernel.isThere, Comment(rawValue: HeldBackKernel.absence)))
struct DisguiseTests {
  private static let canary = "canary-6b1d"

  /// Playlists and scripts that ask for a file beside them or elsewhere.
  private static func disguises(of secret: String) -> [String: String] {
    [
      "hls.mp4": "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://\(secret)\n#EXT-X-ENDLIST\n",
      "hls.avi": "#EXTM3U\n#EXTINF:1,\nconcat:http://127.0.0.1:9/?|file://\(secret)\n#EXT-X-ENDLIST\n",
      "hls-http.mkv": "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/\n#EXT-X-ENDLIST\n",
      "ffconcat.mp4": "ffconcat version 1.0\nfile '\(secret)'\n",
      "relative.mp4": "ffconcat version 1.0\nfile canary.txt\n",
      "session.mp4": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\n",
      "smil.mov": "<smil><body><video src=\"file://\(secret)\"/></body></smil>",
    ]
  }

  private func indexed(_ folder: SampleFolder, _ traces: TemporaryFolder) throws -> Tool {
    try Tool.run(
      at: URL(filePath: "/usr/bin/strace"),
      [
        "-ff", "-qq", "-s", "4096", "-o", traces.path(of: "trace"),
        Checkout.program("hipreel").path(percentEncoded: false), "index", ".",
      ], in: folder.url)
  }

  /// The system calls of each process, in order.
  private func calls(_ traces: TemporaryFolder) throws -> [[Substring]] {
    try FileManager.default.contentsOfDirectory(atPath: traces.path).sorted().map { name in
      String(decoding: try traces.read(name), as: UTF8.self).split(separator: "\n")
    }
  }

  @Test func `nothing that a disguised playlist names is opened, and nobody is called`() throws {
    let folder = try SampleFolder(["standing-hip-abduction.mp4"])
    let secret = try TemporaryFolder()
    let address = try secret.write(Self.canary, to: "canary.txt").path(percentEncoded: false)
    try folder.write(Self.canary, to: "canary.txt")
    for (name, text) in Self.disguises(of: address) { try folder.write(text, to: name) }
    let clip = try Data(contentsOf: folder.url.appending(path: "standing-hip-abduction.mp4"))
    for name in ["http:x.mp4", "tcp:127.0.0.1:9.mp4", "concat:a|b.mp4", "-v.mp4"] {
      try clip.write(to: folder.url.appending(path: name))
    }

    let traces = try TemporaryFolder()
    let run = try indexed(folder, traces)
    #expect(run.status == 3)
    for name in Self.disguises(of: address).keys {
      #expect(run.errors.contains("hipreel: \(name): "), "\(name)")
    }
    #expect(try folder.hipreel("find", "status:ok", "--count").text == "1\n")

    let calls = try calls(traces)
    let opened = calls.joined().filter { $0.hasPrefix("open") }
    #expect(!opened.isEmpty && !opened.contains { $0.contains("canary.txt") })
    #expect(!calls.joined().contains { $0.hasPrefix("connect(") || $0.hasPrefix("socket(AF_INET") })
    // What the secret says came through no call: not read, not sent.
    #expect(!calls.joined().contains { $0.contains(Self.canary) && !$0.contains("canary.txt") })
    let export = try folder.hipreel("export", "--with-observations").text
    #expect(!export.contains(Self.canary))
  }

  @Test func `once jailed a worker asks for nothing that it may not have`() throws {
    let folder = try SampleFolder()
    let traces = try TemporaryFolder()
    #expect(try indexed(folder, traces).status == 0)
    let workers = try calls(traces).compactMap { calls -> ArraySlice<Substring>? in
      calls.firstIndex { $0.hasPrefix("seccomp(SECCOMP_SET_MODE_FILTER") }.map { calls[($0 + 1)...] }
    }
    #expect(!workers.isEmpty)
    let names = Set(workers.joined().compactMap { $0.wholeMatch(of: /([a-z0-9_]+)\(.*/)?.1 })
    #expect(
      names.isSubset(of: [
        "recvmsg", "sendmsg", "pread64", "lseek", "fcntl", "close", "mmap", "munmap", "brk", "futex", "getrandom",
        "clock_gettime", "exit_group",
      ]), "\(names.sorted())")
    #expect(!workers.joined().contains { $0.contains("EPERM") })
  }
}
