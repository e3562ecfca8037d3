/// The nearest training images found so far for each query, sorted by distance.
///
/// Threads may share it as long as each query belongs to one thread at a time.
final class NeighborLists: @unchecked Sendable {
  private let neighborCount: Int
  private let distances: UnsafeMutableBufferPointer<Int32>
  private let indices: UnsafeMutableBufferPointer<Int>

  init(queryCount: Int, neighborCount: Int) {
    self.neighborCount = neighborCount
    distances = .allocate(capacity: queryCount * neighborCount)
    indices = .allocate(capacity: queryCount * neighborCount)
    distances.initialize(repeating: .max)
    indices.initialize(repeating: 0)
  }

  deinit {
    distances.deallocate()
    indices.deallocate()
  }

  /// Inserts the candidates that are closer than the farthest neighbor so far. Ties keep the earlier image.
  /// - Parameters:
  ///   - candidates: squared distances of consecutive training images.
  ///   - firstIndex: the index of the first of these images.
  func insert(_ candidates: ArraySlice<Int32>, from firstIndex: Int, for query: Int) {
    let (first, last) = (query * neighborCount, (query + 1) * neighborCount - 1)
    var farthest = distances[last]
    for (offset, distance) in candidates.enumerated() where distance < farthest {
      var position = last
      while position > first, distances[position - 1] > distance {
        distances[position] = distances[position - 1]
        indices[position] = indices[position - 1]
        position -= 1
      }
      distances[position] = distance
      indices[position] = firstIndex + offset
      farthest = distances[last]
    }
  }

  func neighbors(of query: Int) -> [(distance: Int32, index: Int)] {
    (query * neighborCount..<(query + 1) * neighborCount).map { (distances[$0], indices[$0]) }
  }
}
