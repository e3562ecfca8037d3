import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Whether the user asked the program to stop (Ctrl-C): a run then saves its state first.
enum StopSignal {
  private static let received = Atomic(false)

  /// Takes note of the first signal; a second one ends the program as usual.
  static func listen() {
    // Made here, since a signal's handler must not.
    received.store(false, ordering: .relaxed)
    // A program that starts this one from a thread without signals passes that on.
    var stopping = sigset_t()
    sigemptyset(&stopping)
    for number in [SIGINT, SIGTERM] { sigaddset(&stopping, number) }
    pthread_sigmask(SIG_UNBLOCK, &stopping, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        StopSignal.received.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }

  static var wasReceived: Bool { received.load(ordering: .relaxed) }
}
