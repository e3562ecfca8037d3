import LintModel
import LintSourceText

/// A way to break code so that one rule must report it.
///
/// It finds the places in a file where a maintainer would call the change a flaw, and leaves out all others: a plant
/// that nobody would fix measures nothing.
package protocol Planter: Sendable {
  /// The rule that must report the flaw.
  var rule: String { get }
  /// What is done, in a few words: "drop the help of an option".
  var flaw: String { get }
  /// The languages in which it finds sites.
  var languages: Set<Language> { get }
  var scope: PlantingScope { get }
  /// Rules that report it in place of the planter's rule: of two rules that fit, mllint lets one speak.
  var equivalents: Set<String> { get }
  /// Rules that may report the same change as well.
  var companions: Set<String> { get }
  /// The least number of sites in the companion repository.
  var minimumSites: Int { get }

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant]
}

/// How far a planted flaw reaches.
package enum PlantingScope: Sendable {
  /// Judged by its own file: flaws in other files do not interfere.
  case file
  /// Affects findings in other files, such as the share of a name: planted alone.
  case repository
}

extension Planter {
  package var languages: Set<Language> { [.python] }
  package var scope: PlantingScope { .file }
  package var equivalents: Set<String> { [] }
  package var companions: Set<String> { [] }
  package var minimumSites: Int { 3 }
}
