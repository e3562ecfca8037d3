import LintSourceText

/// A place that swallows an error: `except Exception: pass`, `catch {}`, a discarded `try?`.
public struct SilentHandler: Sendable {
  /// The attempted operation, if it justifies the silence.
  public enum Attempt: String, Codable, Sendable {
    /// An import that may fail.
    case imports
    /// Closing, removing, stopping or reporting: nothing remains to be done if it fails.
    case cleansUp
    /// Access to something that may be missing, such as a private attribute of another package.
    case probes
    /// One of several alternatives: the function returns if it works and tries the next one otherwise.
    case alternative
    case other
  }

  /// The clause without its body: `except Exception`.
  public var range: SourceRange
  /// The types it catches, as written; empty if it catches any error.
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
