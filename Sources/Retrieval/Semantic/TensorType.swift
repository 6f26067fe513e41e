/// How the numbers of a tensor are stored.
package enum TensorType: String, Decodable, Sendable {
  case f32, f16, i8, u8, u32, i32
  /// Four bits, in blocks of 32 along a row; see data/models/README.md.
  case q4b32

  /// The bytes of a tensor of this shape; nil if there can be no such tensor.
  func byteCount(shape: [Int]) -> Int? {
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard length >= 0, !overflow else { return nil }
      count = product
    }
    let (sixteenths, overflow) = count.multipliedReportingOverflow(by: sixteenthsOfBytes)
    guard !overflow else { return nil }
    if self == .q4b32 {
      guard shape.count == 2, shape[1] % 32 == 0 else { return nil }
    }
    return sixteenths / 16
  }

  private var sixteenthsOfBytes: Int {
    switch self {
    case .f32, .u32, .i32: 64
    case .f16: 32
    case .i8, .u8: 16
    case .q4b32: 9
    }
  }
}

/// A type that the numbers of a tensor can be read as.
package protocol TensorElement: BitwiseCopyable {
  static var tensorType: TensorType { get }
}

extension Float: TensorElement {
  package static var tensorType: TensorType { .f32 }
}

/// The bits of a half-precision number.
extension UInt16: TensorElement {
  package static var tensorType: TensorType { .f16 }
}

extension Int8: TensorElement {
  package static var tensorType: TensorType { .i8 }
}

extension UInt8: TensorElement {
  package static var tensorType: TensorType { .u8 }
}

extension UInt32: TensorElement {
  package static var tensorType: TensorType { .u32 }
}

extension Int32: TensorElement {
  package static var tensorType: TensorType { .i32 }
}
