import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Runs one function over many items on a few threads with stacks deep enough for recursive parsers.
public enum WorkQueue: Sendable {
  /// The number of threads that can run at once.
  public static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Front ends bound their recursion so that 8 MB suffice. The rest is margin, and only memory that is touched is used.
  private static let stackSize = 64 << 20

  /// Applies `transform` to each item. The results are in the order of the items, not of completion.
  ///
  /// - Parameters:
  ///   - items: The items.
  ///   - order: Indices of the items in the order in which they are taken up.
  ///   - jobs: The maximum number of threads.
  ///   - transform: The function to apply to an item.
  public static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], order: [Int], jobs: Int, _ transform: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let share = Share(items: items, order: order, transform: transform)
    let threads = (0..<max(1, min(jobs, items.count))).compactMap { _ in start { share.work() } }
    // Where the system has no thread to give, the caller does the work.
    if threads.isEmpty { share.work() }
    for thread in threads { pthread_join(thread, nil) }
    return share.results()
  }

  private final class Share<Item: Sendable, Result: Sendable>: Sendable {
    private let items: [Item]
    private let order: [Int]
    private let transform: @Sendable (Item) -> Result
    private let next = Atomic<Int>(0)
    private let done = Mutex<[(Int, Result)]>([])

    init(items: [Item], order: [Int], transform: @escaping @Sendable (Item) -> Result) {
      self.items = items
      self.order = order
      self.transform = transform
    }

    func work() {
      var own: [(Int, Result)] = []
      while true {
        let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard turn < order.count else { break }
        let index = order[turn]
        own.append((index, transform(items[index])))
      }
      done.withLock { [own] in $0 += own }
    }

    func results() -> [Result] {
      done.withLock { $0 }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Body(body))
    let status = pthread_create(
      &thread, &attributes,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    if status != 0 { box.release() }
    return status == 0 ? thread : nil
  }
}
