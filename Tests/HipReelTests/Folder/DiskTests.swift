import Foundation
import TestSupport
import Testing

/// Disks that are full and disks that may not be written.
@Suite(.enabled(if: SmallDisk.isThere, Comment(rawValue: SmallDisk.absence)))
struct DiskTests {
  private let reels: SampleFolder
  private let place: TemporaryFolder

  init() throws {
    reels = try SampleFolder(["IMG_4032.MOV", "standing-hip-abduction.mp4", "Standing Hip CARs.mp4"])
    place = try TemporaryFolder()
  }

  private func run(_ script: String, _ undisturbed: String = "") throws -> Tool {
    try place.write(undisturbed, to: "undisturbed.json")
    return try SmallDisk.run(
      script, kilobytes: 4096, in: place.url, environment: ["REELS": reels.url.path(percentEncoded: false)])
  }

  @Test func `a full disk ends a clean copy with status 4, and nothing is left of it`() throws {
    try reels.hipreel("index", "--fast", "--quiet", ".")
    let run = try run(
      """
      head -c $(((4096 - 60) * 1024)) /dev/zero >disk/filler
      first=$(status hipreel site disk/site --copy --catalog "$REELS")
      second=$(status hipreel playlist --query standing --movement abduction --bundle disk/b --catalog "$REELS")
      left=$(ls disk)
      rm disk/filler
      third=$(status hipreel site disk/site --copy --catalog "$REELS")
      echo "$first $second $left $third $(ls disk/site/reels | wc -l)"
      """)
    #expect(run.text == "4 4 filler 0 3\n", "\(run.text) \(run.errors)")
    #expect(try errors().contains("cannot be written: no space left on device"))
  }

  @Test func `a full disk ends an index run with status 4, and the next one goes on from what was committed`() throws {
    // Enough for two groups of files, each of which is committed by itself.
    let sample = try Data(contentsOf: Checkout.media.appending(path: "Standing Hip CARs.mp4"))
    for number in 0..<70 {
      try (sample + Data([0, 0, 0, 10]) + Data("free\(10 + number)".utf8)).write(
        to: reels.url.appending(path: "clamshell \(number).mp4"))
    }
    try reels.hipreel("index", "--fast", "--quiet", ".", "--catalog", place.path(of: "undisturbed"))
    let expected = try reels.hipreel("export", "--catalog", place.path(of: "undisturbed")).text
    let run = try run(
      """
      for room in 64 500 1000 1600 4000; do
        rm -rf disk/catalog
        head -c $(((4096 - room) * 1024)) /dev/zero >disk/filler
        first=$(status hipreel index --fast --quiet --catalog disk/catalog "$REELS")
        rm disk/filler
        count=$(hipreel find --count --catalog disk/catalog 2>>errors || true)
        check=$(status hipreel check --catalog disk/catalog)
        parts=$(find disk -name '*.part-*' | wc -l)
        again=$(status hipreel index --fast --quiet --catalog disk/catalog "$REELS")
        hipreel export --catalog disk/catalog | cmp - undisturbed.json >&2
        echo "$first ${count:-none} $check $parts $again"
      done
      """, expected)
    #expect(run.status == 0, "\(run.errors)")
    let rounds = run.text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rounds.count == 5)
    // Without room for its tables there is no catalog yet; then what was committed, and every still of that whole.
    #expect(rounds.first == ["4", "none", "12", "0", "0"] && rounds.last == ["0", "73", "0", "0", "0"], "\(run.text)")
    for round in rounds.dropFirst().dropLast() {
      #expect(round[0] == "4" && round[1] != "73" && round[2...] == ["0", "0", "0"], "\(round)")
    }
    #expect(rounds.contains { Int($0[1]).map { (1..<73).contains($0) } == true }, "\(run.text)")
    let told = try errors()
    #expect(
      told.contains("database or disk is full") && told.contains(".jpg: cannot be written: no space left on device"))
    #expect(told.contains("is unfinished\n  run: hipreel index FOLDER"))
  }

  @Test func `where there is no room an export, a playlist and a picture leave what was there`() throws {
    try reels.hipreel("index", "--quiet", ".")
    let run = try run(
      """
      here=$PWD
      cd "$REELS"
      hipreel export -o "$here/disk/export.json"
      hipreel thumbnail IMG_4032.MOV -o "$here/disk/still.jpg" >/dev/null
      cp "$here"/disk/* "$here"
      head -c 8000000 /dev/zero >"$here/disk/filler" 2>/dev/null || true
      hipreel note IMG_4032.MOV changed 2>/dev/null
      for name in export.json list.m3u8 still.jpg; do
        case $name in
          export.json) command='export' ;;
          list.m3u8) command='playlist desk-worker-reset --format m3u8' ;;
          still.jpg) command='thumbnail IMG_4032.MOV' ;;
        esac
        echo "$name $(status hipreel $command -o "$here/disk/$name")"
      done
      echo "standard output $(hipreel export >"$here/disk/filler2" 2>/dev/null || printf $?)"
      rm "$here/disk/filler2"
      cmp "$here/export.json" "$here/disk/export.json"
      cmp "$here/still.jpg" "$here/disk/still.jpg"
      ls "$here/disk"
      rm "$here/disk/filler"
      hipreel export -o "$here/disk/export.json"
      hipreel export | cmp - "$here/disk/export.json"
      """)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.text == """
        export.json 4
        list.m3u8 4
        still.jpg 4
        standard output 4
        export.json
        filler
        still.jpg

        """)
  }

  @Test func `a folder that may not be written is indexed into a catalog elsewhere`() throws {
    let run = try run(
      """
      cp -a "$REELS"/. disk
      ls -A disk >before
      mount -o remount,ro disk
      echo "in it $(status hipreel index disk)"
      echo "elsewhere $(status hipreel index --catalog catalog disk)"
      echo "again $(HIPREEL_WORKER=/nonexistent status hipreel index --catalog catalog disk)"
      hipreel find --catalog catalog --count
      ls -A disk | cmp - before
      """)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text == "in it 4\nelsewhere 0\nagain 0\n3\n")
    #expect(
      try errors().contains("the catalog cannot be written: read-only file system\n  keep it elsewhere with --catalog"))
  }

  private func errors() throws -> String {
    let name = FileManager.default.fileExists(atPath: place.path(of: "errors")) ? place.path(of: "errors") : nil
    return try name.map { try String(contentsOfFile: $0, encoding: .utf8) } ?? ""
  }
}
