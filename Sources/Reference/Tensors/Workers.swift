import CKernels
import Dispatch
import Synchronization

/// The threads that share the work of a step.
///
/// Work is cut into items whose number and borders depend on the task alone, and every item writes a place of its own;
/// so the results are the same, bit for bit, for any number of threads.
public final class Workers: Sendable {
  /// How many threads work at once.
  public let count: Int
  /// The innermost loops that they run.
  public let processor: Processor

  /// - Parameters:
  ///   - count: how many threads work at once, at least 1.
  ///   - processor: the innermost loops that they run.
  public init(count: Int, processor: Processor = .fastest) {
    self.count = max(1, count)
    self.processor = processor
  }

  var kernels: Kernels { processor.kernels }

  /// Calls `body` once for each of `items` and returns when all are done.
  /// - Parameters:
  ///   - items: how many items there are.
  ///   - body: takes the item's number, and the number of the worker (0 ..< `count`) whose scratch it may use.
  public func forEach(_ items: Int, _ body: @Sendable (_ item: Int, _ worker: Int) -> Void) {
    let workers = min(count, items)
    guard workers > 1 else {
      for item in 0..<items { body(item, 0) }
      return
    }
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      while true {
        let item = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if item >= items { return }
        body(item, worker)
      }
    }
  }

  /// Cuts `count` things into runs of `length`, the last one maybe shorter, and calls `body` once for each run.
  public func forEachRun(of count: Int, length: Int, _ body: @Sendable (_ run: Range<Int>, _ worker: Int) -> Void) {
    forEach((count + length - 1) / length) { item, worker in
      body(item * length..<min(count, (item + 1) * length), worker)
    }
  }
}
