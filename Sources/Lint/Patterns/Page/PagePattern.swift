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
  var roles: OneOrMany<PatternRole>?
  var inside: OneOrMany<String>?
  var outside: OneOrMany<String>?
  var loop: Bool?
  var level: PatternLevel?
  /// Whether private names count, too.
  var isPrivate: Bool?
  var when: OneOrMany<PatternCondition>?
  var unless: OneOrMany<PatternCondition>?

  var message: Located<String>
  var mend: PatternMend?
  var per: PatternUnit?
  var atLeast: Located<Int>?
  var atMost: Located<Int>?

  private enum CodingKeys: String, CodingKey {
    case call, `import`, name, text, declaration, of, except, with, without, roles, inside, outside, loop, level
    case isPrivate = "private"
    case when, unless, message, mend, per, atLeast, atMost
  }
}

/// What a file is for, as a pattern asks for it.
enum PatternRole: String, Decodable, Sendable, CaseIterable {
  case library, test, example, script, docs, configuration, notebook

  func holds(of file: FileReference) -> Bool {
    let isNotebook = file.path.hasSuffix(".ipynb")
    // A notebook among scripts or examples is a notebook; one of the tests or the documentation is that as well.
    let isRun = self == .script || self == .example
    return self == .notebook ? isNotebook : file.role.rawValue == rawValue && !(isNotebook && isRun)
  }
}

/// Where in a file: what runs when it is imported, or what runs when somebody calls it.
enum PatternLevel: String, Decodable, Sendable, CaseIterable { case module, function }

/// What is counted in.
enum PatternUnit: String, Decodable, Sendable, CaseIterable { case function, type, file, project }

/// What else has to hold, or must not.
struct PatternCondition: Decodable, Sendable {
  enum Place: String, Decodable, Sendable, CaseIterable {
    case file, function
    /// The tests of the branches around the place.
    case guards
  }

  var call: PatternNames?
  var `import`: PatternNames?
  /// The argument of that call which names the same thing as the argument that the pattern is about.
  var same: PatternArgument?
  /// A regular expression over source.
  var text: Located<String>?
  /// A requirement that the project states itself: `torch>=2.6`.
  var requires: Located<String>?
  /// Where the call or text is looked for; the file if nothing is said.
  var within: Located<Place>?
}

/// A change that mends a finding about a call.
struct PatternMend: Decodable, Sendable {
  /// An argument to add, as it is to be written: `weights_only=True`.
  var add: String?
  /// The argument whose value is replaced, and by what.
  var replace: MarkedMapping<String>?
  /// A new last name of the callee.
  var rename: String?
  /// Whether the program does the same afterwards.
  var safe: Bool?
}
