import Foundation
import MediaFacts
import TestSupport

@testable import ReelPose

/// The landmark tracks of `../shared/pose`, read by numpy.
enum SharedTracks {
  struct Clip: Decodable {
    let path: String
    let pattern: String?
    let position: String?
    let side: String?
    let lr: String?
    let reps: Int?
    let style: String?
    let why: String?
  }

  private static let folder = (SharedFolder.url ?? Checkout.root).appending(path: "pose")

  static let areReadable: Bool = {
    guard FileManager.default.fileExists(atPath: folder.appending(path: "pred-dev.jsonl").path) else { return false }
    return (try? python("import numpy", [])) != nil
  }()

  /// Where the films of six seconds and more cut to another shot: the landmarks' files do not say.
  private static let cuts = [
    "exercise/Biatris-003__postureApp/leg_lift.mp4": [105],
    "exercise/TheSebitzu__gym-app-ai/abductor.mp4": [43],
    "exercise/TheSebitzu__gym-app-ai/adductor.mp4": [43],
  ]

  /// The clips that have landmarks, with what the reference says of them.
  static func all() throws -> [(Clip, LandmarkTrack)] {
    let rows = try String(contentsOf: folder.appending(path: "pred-dev.jsonl"), encoding: .utf8).split(separator: "\n")
    let clips = try rows.map { try JSONDecoder().decode(Clip.self, from: Data($0.utf8)) }
    let data = try python(
      """
      import sys, os, json, numpy as np
      folder, out = sys.argv[1], sys.stdout.buffer
      for line in open(folder + '/pred-dev.jsonl'):
          path = json.loads(line)['path']
          name = folder + '/landmarks-dev/' + path[9:].replace('/', '__') + '.npz'
          if not os.path.exists(name):
              out.write(np.int32([0]).tobytes()); continue
          z = np.load(name)
          n = len(z['t'])
          out.write(np.int32([n, z['shape'][1], z['shape'][0]]).tobytes())
          out.write(z['p'].astype('f4').tobytes() + z['fresh'].astype('u1').tobytes())
          out.write(np.concatenate([z['lm'][:, :33, [0, 1, 3, 4]], z['w'][:, :33]], 2).astype('f4').tobytes())
      """, [folder.path])
    var bytes = Bytes(data)
    return clips.compactMap { clip in
      let count = bytes.int()
      guard count > 0 else { return nil }
      guard let size = PixelSize(width: bytes.int(), height: bytes.int()) else { return nil }
      let found = (0..<count).map { _ in bytes.float() > 0 }
      let fresh = (0..<count).map { _ in bytes.byte() == 1 }
      let frames = (0..<count).map { place in
        let landmarks = (0..<Landmark.count).map { _ in
          let v = (0..<7).map { _ in bytes.float() }
          return Landmark(
            x: v[0], y: v[1], visibility: v[2], presence: v[3], worldX: v[4], worldY: v[5], worldZ: v[6])
        }
        return LandmarkFrame(
          timeMilliseconds: place * 100, landmarks: found[place] ? landmarks : nil, isDetection: fresh[place])
      }
      return (clip, LandmarkTrack(pictureSize: size, frames: frames, cuts: cuts[clip.path, default: []]))
    }
  }

  /// The table's signatures by path, for the clips of this set.
  static func signatures() throws -> [String: Signature] {
    let data = try python(
      """
      import sys, json, numpy as np
      folder, out = sys.argv[1], sys.stdout.buffer
      z = np.load(folder + '/signatures.npz')
      out.write(z['X'].astype('f4').tobytes())
      """, [folder.path])
    let rows = try String(contentsOf: folder.appending(path: "signatures.jsonl"), encoding: .utf8).split(
      separator: "\n")
    struct Row: Decodable { let path: String }
    var bytes = Bytes(data)
    var table: [String: Signature] = [:]
    for row in rows {
      let values = (0..<Signature.count).map { _ in bytes.float() }
      let path = try JSONDecoder().decode(Row.self, from: Data(row.utf8)).path
      let parts = path.split(separator: "/", maxSplits: 1)
      table["exercise/" + parts.joined(separator: "/")] = Signature(values: values)
    }
    return table
  }

  private struct Bytes {
    private let data: Data
    private var place = 0
    init(_ data: Data) { self.data = data }
    mutating func int() -> Int { Int(Int32(bitPattern: word())) }
    mutating func float() -> Float { Float(bitPattern: word()) }
    mutating func byte() -> UInt8 {
      defer { place += 1 }
      return data[place]
    }
    private mutating func word() -> UInt32 {
      defer { place += 4 }
      return data[place..<place + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  private struct Failure: Error {}

  private static func python(_ script: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
    return data
  }
}
