import LintSourceText
import Testing

@Suite struct WorkQueueTests {
  @Test(arguments: [1, 2, 7, 1000])
  func resultsAreInTheOrderOfTheItems(jobs: Int) {
    let items = Array(0..<500)
    #expect(WorkQueue.map(items, order: items.reversed(), jobs: jobs) { $0 * 2 } == items.map { $0 * 2 })
  }

  @Test func noItemsGiveNoResults() {
    #expect(WorkQueue.map([Int](), order: [], jobs: 4) { $0 }.isEmpty)
  }

  /// A thread with the usual 8 MB would overflow: 40,000 calls with more than 256 bytes each.
  @Test func stacksAreDeep() {
    @Sendable func oddNumbers(upTo limit: Int) -> Int {
      withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
        buffer[0] = UInt8(limit & 1)
        let rest = limit == 0 ? 0 : oddNumbers(upTo: limit - 1)
        return rest + Int(buffer[0])
      }
    }
    #expect(WorkQueue.map([40_000], order: [0], jobs: 1, oddNumbers) == [20_000])
  }
}
