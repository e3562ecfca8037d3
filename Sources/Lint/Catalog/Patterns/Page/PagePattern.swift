import LintModel
import LintSerialization

/// A pattern as a page writes it, under `forbid:`, `require:` or `limit:`.
///
/// One of `call`, `import`, `name`, `text` and `declaration` says what is looked for; the other keys narrow it. All that
/// can be wrong with it is said when it is compiled, with line and column.
struct PagePattern: Decodable, Sendable {
  /// Callees: `torch.load`, `torch.nn.*`, `.cuda` for a method of anything, `print`.
  var call: PatternNames?
  /// Modules, or names in them.
  var `import`: PatternNames?
  /// Names of declarations; they compare by words, and `*` stands for any.
  var name: PatternNames?
  /// Regular expressions over what `of` names.
  var text: OneOrMany<String>?
  var declaration: OneOrMany<Declaration.Kind>?

  /// For `name` kinds of declarations; for `text` places.
  var of: OneOrMany<String>?
  /// What is left alone: callees, names or expressions.
  var except: PatternNames?
  var with: MarkedMapping<PatternValue>?
  var without: OneOrMany<PatternArgument>?
  /// What files have to be for.
  var roles: OneOrMany<RuleRole>?
  var inside: OneOrMany<String>?
  var outside: OneOrMany<String>?
  var loop: Bool?
  var level: PatternLevel?
  /// Whether private names count, too.
  var isPrivate: Bool?
  var when: OneOrMany<PatternCondition>?
  var unless: OneOrMany<PatternCondition>?

  /// `callee`: what is marked is what is called, rather than the argument that the pattern is about.
  var at: PatternPlace?
  /// `function` or `file`: the matches in one function or file are one finding.
  var once: PatternScope?

  var message: Located<String>
  var fix: PatternFix?
  var per: PatternUnit?
  var atLeast: Located<Int>?
  var atMost: Located<Int>?

  private enum CodingKeys: String, CodingKey {
    case call, `import`, name, text, declaration, of, except, with, without, roles, inside, outside, loop, level
    case isPrivate = "private"
    case when, unless, at, once, message, fix, per, atLeast, atMost
  }
}

/// What a finding marks.
enum PatternPlace: String, Decodable, Sendable, CaseIterable {
  case callee
}

/// Where several matches are one finding.
enum PatternScope: String, Decodable, Sendable, CaseIterable {
  case function, file
}
