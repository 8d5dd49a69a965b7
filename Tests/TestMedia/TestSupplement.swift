/// Supplemental messages of H.264 and HEVC, byte by byte.
public enum TestSupplement {
  /// Blu-ray's, under which AVCHD's cameras write.
  public static let cameraUUID: [UInt8] = [
    0x17, 0xee, 0x8c, 0x60, 0xf8, 0x4d, 0x11, 0xd9, 0x8c, 0xd6, 0x08, 0x00, 0x20, 0x0c, 0x9a, 0x66,
  ]

  /// A camcorder's date, maker and place, with zeros that a unit has to escape.
  public static let camera: [UInt8] = message(
    5,
    cameraUUID + Array("MDPM".utf8) + [4, 0x18, 0x02, 0x20, 0x23, 0x08, 0x19, 0x09, 0x10, 0x11, 0x12]
      + [0xe0, 0x01, 0x03, 0, 0, 0xb2, 0, 0, 0, 47])

  /// A message of a type and fewer than 255 bytes.
  public static func message(_ type: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [type, UInt8(payload.count)] + payload
  }

  /// A unit of messages, escaped, without what parts it from others.
  public static func unit(_ messages: [UInt8], isHEVC: Bool = false) -> [UInt8] {
    var unit: [UInt8] = []
    for byte in (isHEVC ? [0x4e, 0x01] : [0x06]) + messages + [0x80] {
      if unit.count >= 2, unit.suffix(2) == [0, 0], byte <= 3 { unit.append(3) }
      unit.append(byte)
    }
    return unit
  }
}
