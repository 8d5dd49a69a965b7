import CLiteRT

/// LiteRT's library with the models of BlazePose, loaded once and for the life of the process.
public enum LiteRT {
  /// Why they cannot be used here.
  public struct Failure: Error {
    /// In LiteRT's or the loader's words.
    public let reason: String
  }

  /// Loads the library and prepares the models.
  ///
  /// - Parameters:
  ///   - path: The library's file.
  ///   - detector: The bytes of the model; they must stay as long as the process lives, as those of the other.
  public static func load(
    _ path: String, detector: UnsafeRawBufferPointer, landmarks: UnsafeRawBufferPointer
  ) throws(Failure) -> PoseNetworks {
    var failure: UnsafePointer<CChar>?
    guard let runtime = unsafe hr_runtime_open(path, &failure) else { throw unsafe Failure(saying: failure) }
    return PoseNetworks(
      detector: unsafe try network(detector, outputCount: 2, inputCount: PersonDetector.inputCount, in: runtime),
      landmarks: unsafe try network(landmarks, outputCount: 5, inputCount: LandmarkModel.inputCount, in: runtime))
  }

  private static func network(
    _ model: UnsafeRawBufferPointer, outputCount: Int, inputCount: Int, in runtime: OpaquePointer
  ) throws(Failure) -> Network {
    var failure: UnsafePointer<CChar>?
    let net = unsafe hr_net_open(runtime, model.baseAddress, model.count, Int32(outputCount), &failure)
    guard let net = unsafe net else { throw unsafe Failure(saying: failure) }
    guard unsafe hr_net_input_count(net) == inputCount else { throw Failure(reason: "the model takes another input") }
    return { input in unsafe outputs(of: net, outputCount, on: input) }
  }

  private static func outputs(of net: OpaquePointer, _ count: Int, on input: [Float]) -> [[Float]]? {
    guard unsafe input.count == hr_net_input_count(net), unsafe hr_net_run(net, input) == 0 else { return nil }
    var outputs: [[Float]] = []
    for output in 0..<Int32(count) {
      let size = unsafe hr_net_output_count(net, output)
      var numbers = [Float](repeating: 0, count: size <= PoseNetworks.largestOutput ? size : 0)
      if !numbers.isEmpty {
        guard unsafe hr_net_read(net, output, &numbers) == 0 else { return nil }
      }
      outputs.append(numbers)
    }
    return outputs
  }
}

extension LiteRT.Failure {
  fileprivate init(saying words: UnsafePointer<CChar>?) {
    reason = unsafe words.map { unsafe String(cString: $0) } ?? "unknown"
  }
}
