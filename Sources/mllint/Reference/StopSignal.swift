import Glibc
import Synchronization

/// Records SIGINT and SIGTERM, so that a run can save its state before it stops.
enum StopSignal {
  private static let received = Atomic(false)

  /// Handles the first signal; a second one terminates the process as usual.
  static func listen() {
    // Initialized here, because a signal handler must not initialize it.
    received.store(false, ordering: .relaxed)
    // A parent process may have blocked the signals.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        StopSignal.received.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }

  static var wasReceived: Bool { received.load(ordering: .relaxed) }
}
