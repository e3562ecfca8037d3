import LintSourceText

/// A place that takes an error and does nothing about it: `except Exception: pass`, `catch {}`, a dropped `try?`.
public struct SilentHandler: Sendable {
  /// What was tried, as far as it excuses silence.
  public enum Attempt: String, Codable, Sendable {
    /// An import that may fail.
    case imports
    /// Closing, removing, stopping, or a report: if it fails, nothing is left to be done.
    case cleansUp
    /// A look at what may not be there, such as a private attribute of another package.
    case probes
    /// One way of several: where it works, the function is done; where not, the next is tried.
    case alternative
    case other
  }

  /// The clause without its body: `except Exception`.
  public var range: SourceRange
  /// The types it takes, as written; empty if it takes any error.
  public var caught: [String]
  public var attempt: Attempt
  /// True if a comment is next to it.
  public var isExplained: Bool
  /// Index of the innermost enclosing declaration.
  public var owner: Int?

  public init(range: SourceRange, caught: [String], attempt: Attempt, isExplained: Bool, owner: Int?) {
    self.range = range
    self.caught = caught
    self.attempt = attempt
    self.isExplained = isExplained
    self.owner = owner
  }

  /// Whether a call of this name ends or removes something, or only reports.
  public static func isCleanup(_ name: String) -> Bool { Name.words(of: name).contains(where: closing.contains) }

  private static let closing: Set<Substring> = [
    "close", "del", "delete", "remove", "unlink", "rmtree", "rmdir", "terminate", "kill", "shutdown", "cancel", "stop",
    "release", "disconnect", "destroy", "cleanup", "clean", "clear", "exit", "teardown", "unregister", "join", "flush",
    "print", "log", "debug", "info", "sleep",
  ]
}
