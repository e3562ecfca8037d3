/// The kind of project, which determines the rules that run by default: advice that fits a library, whose callers
/// never see its source, is noise for a script that its author runs twice.
package enum Profile: String, Codable, Sendable, CaseIterable {
  /// Code that others import.
  case library
  /// A program or service that others run.
  case application
  /// Code around a paper or an experiment: read, changed and run by those who wrote it.
  case research
  /// Mostly notebooks.
  case notebooks
}
