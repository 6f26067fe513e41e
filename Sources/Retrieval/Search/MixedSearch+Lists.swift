import Kernels

extension MixedSearch {
  /// Compares each query with the documents of the lists that it looks through.
  ///
  /// Those nearest to it come first, so that the others have much to beat.
  func compare(_ batch: inout MixedBatch, in lists: MeaningLists) {
    let probes = MeaningProbes(batch.queries, lists, on: set)
    for nearest in [true, false] {
      probes.forEachList(nearest: nearest) { list, queries in
        compare(&batch, queries, withList: lists[list])
      }
    }
  }

  private func compare(
    _ batch: inout MixedBatch, _ queries: UnsafeBufferPointer<UInt32>, withList list: ArraySlice<UInt32>
  ) {
    let width = SemanticVectors.width
    withUnsafeTemporaryAllocation(of: Int8.self, capacity: DenseTile.size * width) { rows in
      let first = rows.baseAddress!
      for start in stride(from: list.startIndex, to: list.endIndex, by: DenseTile.size) {
        let documents = list[start..<min(start + DenseTile.size, list.endIndex)]
        for (place, document) in documents.enumerated() {
          (first + place * width).update(from: batch.documents.row(Int(document)), count: width)
        }
        compare(&batch, queries, with: first, count: documents.count) { documents[start + Int($0)] }
      }
    }
  }
}
