import LintModel
import LintSourceText

/// A Python or Swift callable and its parameters.
package struct Callable: Sendable {
  package struct Parameter: Sendable {
    package var name: String
    package var kind: LintModel.Parameter.Kind
    package var isRequired: Bool
  }

  package var parameters: [Parameter]
  /// The range of its name.
  package var range: SourceRange
  /// True if an unknown decorator may have changed its parameters.
  package var isOpen: Bool
  /// True for `@property` and its like, which are not called.
  package var isProperty: Bool
  /// True for a method that is called on an instance.
  package var isOfInstance: Bool
  /// True if it is marked as deprecated or unavailable; Swift only.
  package var isDeprecated = false
  /// What its deprecation names instead.
  package var replacement: String?
}
