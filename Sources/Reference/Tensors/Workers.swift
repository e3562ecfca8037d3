import CKernels
import Dispatch
import FoundationEssentials
import Synchronization

/// The threads that share the work of a training step.
///
/// Work is split into items whose number and boundaries depend only on the task, and each item writes to its own memory.
/// Results are therefore bit-identical for any number of threads.
public final class Workers: Sendable {
  /// The number of threads.
  public let count: Int
  /// The kernels that the threads run.
  public let kernelVariant: KernelVariant

  /// - Parameters:
  ///   - count: the number of threads; values below 1 mean 1.
  ///   - kernelVariant: the kernels that the threads run.
  public init(count: Int, kernelVariant: KernelVariant = .fastest) {
    self.count = max(1, count)
    self.kernelVariant = kernelVariant
  }

  /// The number of processors available to this process: the default number of threads.
  public static var availableProcessors: Int { ProcessInfo.processInfo.activeProcessorCount }

  var kernels: Kernels { kernelVariant.kernels }

  /// Calls `body` once for each item in parallel and returns when all calls have returned.
  /// - Parameters:
  ///   - items: the number of items.
  ///   - body: receives the item's index and the worker's (0 ..< `count`), which selects per-thread scratch memory.
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

  /// Splits 0 ..< `count` into chunks of `size` (the last may be shorter) and calls `body` once for each, in parallel.
  public func forEachChunk(of count: Int, size: Int, _ body: @Sendable (_ chunk: Range<Int>, _ worker: Int) -> Void) {
    forEach((count + size - 1) / size) { item, worker in
      body(item * size..<min(count, (item + 1) * size), worker)
    }
  }
}
