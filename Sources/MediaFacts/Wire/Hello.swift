/// The first message of a worker: what it is and what it can make.
///
/// The parent refuses to work with a worker of another protocol or version.
public struct Hello: Sendable, Equatable {
  /// The version of the protocol, raised with every change of a message's layout.
  public var protocolVersion: Int
  /// The worker's `HipReelVersion.text`.
  public var version: String
  public var kind: WorkerKind
  /// At least one.
  public var products: Set<Product>
  /// The worker's jail, which it enters before it says hello.
  public var jail: Jail

  /// The protocol of this source tree.
  public static let currentProtocolVersion = 7

  /// - Parameter products: Nil means those of the kind.
  public init(
    protocolVersion: Int = Hello.currentProtocolVersion, version: String = HipReelVersion.text,
    kind: WorkerKind = .media, products: Set<Product>? = nil, jail: Jail
  ) {
    self.protocolVersion = protocolVersion
    self.version = version
    self.kind = kind
    self.products = products ?? kind.products
    self.jail = jail
  }

  private static let signature: [UInt8] = Array("hipreel\n".utf8)

  /// The message's bytes.
  public var encoded: [UInt8] {
    var writer = WireWriter()
    for byte in Self.signature { writer.put(byte) }
    writer.put(protocolVersion, byteCount: 2)
    writer.put(version)
    writer.put(kind.rawValue)
    writer.put(products.count, byteCount: 1)
    for product in products.sorted(by: { $0.rawValue < $1.rawValue }) { writer.put(product.rawValue) }
    jail.write(to: &writer)
    return writer.bytes
  }

  /// Reads a message, refusing any that a worker of this source tree could not have written.
  public init(decoding bytes: [UInt8]) throws(WireError) {
    var reader = WireReader(bytes)
    guard try reader.raw("signature", byteCount: Self.signature.count) == Self.signature else {
      throw WireError(.outOfRange, "signature")
    }
    protocolVersion = try reader.number("protocolVersion", byteCount: 2, in: 0...65_535)
    version = try reader.text("version", byteCounts: 1...WireLimits.nameByteCount)
    guard let kind = WorkerKind(rawValue: try reader.byte("kind")) else { throw WireError(.outOfRange, "kind") }
    self.kind = kind
    products = []
    var last: UInt8 = 0
    for _ in 0..<(try reader.number("products", byteCount: 1, in: 1...Product.allCases.count)) {
      // Ascending, so that a message has one form.
      guard let product = Product(rawValue: try reader.byte("product")), product.rawValue > last else {
        throw WireError(.outOfRange, "product")
      }
      last = product.rawValue
      products.insert(product)
    }
    jail = try Jail(from: &reader)
    try reader.finish("hello")
  }
}
