import CLinux
public import MediaFacts
import ReelCatalog

/// Whether hipreel can work on this machine, and how well that is protected from the videos hipreel reads.
public struct MachineCheckup: Sendable {
  public private(set) var findings: [CheckupFinding] = []
  /// What jails a worker here; nil when no worker starts.
  public private(set) var jail: Jail?
  /// How many of the self-test's attempts there are, and how many were refused; nil when it did not run.
  public private(set) var selfTest: (attempts: Int, refused: Int)?

  /// Starts a worker and has it test its jail; takes half a second.
  public init() {
    do throws(LibraryError) {
      let executable = try WorkerExecutable.locate()
      let worker = try WorkerProcess.start(executable, unless: try StopSignal.make())
      jail = worker.jail
      worker.kill()
      findings.append(
        CheckupFinding(.worker, .ok, "\(executable.text), version \(HipReelVersion.text), the same as hipreel"))
      findings.append(try libraries(executable))
      if let jail { findings.append(Self.finding(jail)) }
      findings.append(try testJail(executable))
      findings.append(pose(executable))
      findings.append(text(executable))
    } catch {
      findings.append(CheckupFinding(.worker, error))
    }
    do throws(LibraryError) {
      findings.append(CheckupFinding(.sqlite, .ok, "SQLite \(try ReelStore.engineVersion())"))
    } catch {
      findings.append(CheckupFinding(.sqlite, error))
    }
  }

  private func libraries(_ executable: PathBytes) throws(LibraryError) -> CheckupFinding {
    let output = try ProgramOutput(of: executable, "--version", withinSeconds: 10)
    let lines = output.text.split(separator: "\n").filter { $0.hasPrefix("lib") }
    guard output.status == 0, !lines.isEmpty else {
      return CheckupFinding(.ffmpeg, .problem, "the worker does not say which FFmpeg it uses")
    }
    return CheckupFinding(.ffmpeg, .ok, lines.joined(separator: ", "))
  }

  /// Whether hipreel can see what a person in a video does; it works without.
  private func pose(_ executable: PathBytes) -> CheckupFinding {
    sense(.pose, executable, lacking: "hipreel cannot see what people in the videos do") { () throws(LibraryError) in
      let files = try PoseFiles.locate()
      return (WorkerSenses(pose: files), CheckupFinding(.pose, .ok, "ready: \(files.folder.text)"))
    }
  }

  /// Whether hipreel can read the words in a video's picture; it works without.
  private func text(_ executable: PathBytes) -> CheckupFinding {
    sense(.text, executable, lacking: "hipreel cannot read the words in the videos' pictures") {
      () throws(LibraryError) in
      let data = try TextData.locate()
      let missing = TextLanguage.allCases.filter { !data.languages.contains($0) }
      let languages = data.languages.map(\.code).joined(separator: ", ")
      let finding =
        missing.isEmpty
        ? CheckupFinding(.text, .ok, "ready: reads \(languages) in \(data.folder.text)")
        : CheckupFinding(
          .text, .warning, "hipreel reads words in the videos' pictures only in \(languages)",
          advice: "bring the others with: sudo apt install "
            + missing.map { "tesseract-ocr-\($0.code)" }.joined(separator: " "))
      return (WorkerSenses(text: data), finding)
    }
  }

  /// Has a worker load what it looks at pictures with, and try it inside the jail.
  ///
  /// - Parameter find: Finds it, and says what to tell where it works.
  private func sense(
    _ subject: CheckupFinding.Subject, _ executable: PathBytes, lacking: String,
    find: () throws(LibraryError) -> (senses: WorkerSenses, finding: CheckupFinding)
  ) -> CheckupFinding {
    do throws(LibraryError) {
      let found = try find()
      let worker = try WorkerProcess.start(executable, with: found.senses, unless: try StopSignal.make())
      worker.kill()
      return found.finding
    } catch {
      let place = error.path.map { "\($0.text): " } ?? ""
      return CheckupFinding(subject, .warning, "\(lacking): \(place)\(error.message)", advice: error.advice)
    }
  }

  /// What a jail means for the person whose files these are.
  static func finding(_ jail: Jail) -> CheckupFinding {
    let landlock = jail.landlockVersion.map { "Landlock \($0)" }
    switch (jail.filtersCalls, landlock) {
    case (true, .some(let landlock)):
      return CheckupFinding(
        .jail, .ok,
        "a video that takes over FFmpeg can open no file, reach no network and start no program (seccomp, \(landlock))")
    case (true, nil):
      return CheckupFinding(
        .jail, .warning,
        "a video that takes over FFmpeg can open no file, reach no network and start no program, as long as seccomp holds: "
          + "this kernel has no Landlock as a second wall",
        advice: "Linux 5.13 and later have Landlock, unless it is switched off at boot (lsm=)")
    case (false, .some(let landlock)):
      return CheckupFinding(
        .jail, .warning,
        "a video that takes over FFmpeg can open no file (\(landlock)), but could reach the network: "
          + "this kernel does not let programs filter their system calls (seccomp)",
        advice: "index only videos that you trust here; index --require-sandbox refuses to read any")
    case (false, nil):
      return CheckupFinding(
        .jail, .warning,
        "a video that takes over FFmpeg could read your files and send them away: this kernel offers neither seccomp nor "
          + "Landlock",
        advice: "index only videos that you trust here; index --require-sandbox refuses to read any")
    }
  }

  private mutating func testJail(_ executable: PathBytes) throws(LibraryError) -> CheckupFinding {
    let output = try ProgramOutput(of: executable, "--selftest", withinSeconds: 30)
    let lines = output.text.split(separator: "\n")
    let refused = lines.count { $0.hasPrefix("refused ") }
    let allowed = lines.filter { $0.hasPrefix("ALLOWED ") }.map {
      $0.split(separator: " ").dropFirst().joined(separator: " ")
    }
    let attempts = refused + allowed.count
    guard output.status == 0 || output.status == 1, attempts > 0 else {
      return CheckupFinding(
        .selftest, .problem, "the worker's self-test did not run: \(lines.first ?? "no output")")
    }
    selfTest = (attempts, refused)
    if allowed.isEmpty, output.status == 0 {
      return CheckupFinding(
        .selftest, .ok, "refused all \(attempts) attacks that hostile code would try")
    }
    // Expected where a wall is missing; where none is, it is a bug of ours.
    return CheckupFinding(
      .selftest, jail?.isWhole == true ? .problem : .warning,
      "did not refuse \(allowed.count) of \(attempts) attacks that hostile code would try: "
        + allowed.prefix(4).joined(separator: ", ") + (allowed.count > 4 ? " and others" : ""),
      advice: "\(executable.text) --selftest lists them")
  }
}
