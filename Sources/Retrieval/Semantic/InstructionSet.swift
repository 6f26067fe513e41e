import Kernels

/// The instructions that the inner loops are made of. All give the same bits; the higher ones are faster.
package enum InstructionSet: UInt32, CaseIterable, Sendable {
  /// What every processor has.
  case portable
  /// x86-64 with AVX2.
  case avx2
  /// x86-64 with AVX-512 and its products of bytes (VNNI).
  case avx512

  /// The best that this processor has.
  package static let best = InstructionSet(rawValue: kernels_best().rawValue) ?? .portable

  /// Those that this processor has.
  package static var available: [InstructionSet] { allCases.filter { $0.rawValue <= best.rawValue } }

  var level: kernels_level { kernels_level(rawValue) }
}
