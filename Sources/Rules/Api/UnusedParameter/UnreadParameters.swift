import LintModel
import LintRuleKit
import LintSourceText

/// The parameters in a file that no body reads, except those that the file itself explains.
struct UnreadParameters {
  private(set) var candidates: [UnusedParameter.Fact.Candidate] = []
  private(set) var takes: [UInt64] = []
  private let file: SourceFile

  init(_ file: SourceFile) {
    self.file = file
    let isInScope =
      !file.reference.projectPath.hasSuffix(".pyi") && !file.reference.isExcluded
    for index in file.model.declarations.indices {
      let declaration = file.model.declarations[index]
      guard declaration.isCallable, !declaration.flags.contains(.isLocal) else { continue }
      noteShape(of: declaration)
      if isInScope, let candidate = candidate(index) { candidates.append(candidate) }
    }
  }

  /// A parameter list together with the kind of function or type that has it; a single parameter is not characteristic.
  private func shape(_ declaration: Declaration) -> UInt64? {
    guard declaration.parameters.count > 1 else { return nil }
    let kind = declaration.isInitializer ? owner(of: declaration)?.name.words.last ?? "" : ""
    return ParameterHash.list(kind, declaration.parameters)
  }

  private func owner(of declaration: Declaration) -> Declaration? {
    declaration.parent.map { file.model.declarations[$0] }.flatMap { $0.kind == .type ? $0 : nil }
  }

  private mutating func noteShape(of declaration: Declaration) {
    for parameter in declaration.parameters {
      takes.append(ParameterHash.any(ParameterHash.name(parameter.name.text)))
    }
    if let shape = shape(declaration) {
      takes.append(shape)
      for parameter in declaration.parameters where !parameter.use.isRead {
        takes.append(ParameterHash.unread(ParameterHash.name(parameter.name.text), in: shape))
      }
    }
    guard declaration.isInitializer, let owner = owner(of: declaration) else {
      let name = ParameterHash.name(declaration.name.text)
      let type = owner(of: declaration).map { ParameterHash.name($0.name.text) }
      for (place, parameter) in declaration.parameters.enumerated() {
        note(ParameterHash.function(name, ParameterHash.name(parameter.name.text)), parameter)
        guard let type else { continue }
        takes.append(
          ParameterHash.place(parameter.isVariadic ? ParameterHash.anyPlace : place, of: name, in: type))
      }
      return
    }
    let name = ParameterHash.name(owner.name.text)
    let bases = Self.bases(of: owner).map(ParameterHash.name)
    for parameter in declaration.parameters {
      let hash = ParameterHash.name(parameter.name.text)
      note(ParameterHash.type(name, hash), parameter)
      for base in bases { takes.append(ParameterHash.base(base, hash)) }
    }
  }

  private mutating func note(_ hash: UInt64, _ parameter: Parameter) {
    takes.append(hash)
    if !parameter.use.isRead {
      takes.append(ParameterHash.unread(ParameterHash.name(parameter.name.text), in: hash))
    }
  }

  private static func bases(of type: Declaration) -> [String] {
    type.bases.map { String($0.split(separator: ".").last ?? "") }.filter { !$0.isEmpty && !common.contains($0) }
  }

  private static let common: Set<String> = [
    "object", "ABC", "Module", "Layer", "Dataset", "Model", "Protocol", "Generic", "Exception", "Sendable", "Codable",
    "Equatable", "Hashable",
  ]

  private func candidate(_ index: Int) -> UnusedParameter.Fact.Candidate? {
    let declaration = file.model.declarations[index]
    // It is named only to exclude it from the keywords that the body passes on.
    let isSieve = declaration.parameters.contains { $0.kind == .variadicKeyword && $0.use.isPassedOn }
    let unread = declaration.parameters.filter {
      !$0.use.isRead && !$0.use.isAcknowledged && !Self.saysUnused($0.name.text)
        && (!$0.isVariadic || $0.kind == .variadicKeyword && swallowsMistakes(declaration))
        && !(isSieve && $0.defaultValue != nil)
        // A metatype only selects the generic type.
        && $0.annotation?.hasSuffix(".Type") != true
    }
    guard !unread.isEmpty,
      declaration.flags.isDisjoint(with: [
        .isOverload, .isOverride, .isAbstract, .isStub, .isConstant, .isDeprecated, .isProperty,
      ]), declaration.attributes.allSatisfy({ Self.isPlain($0.text) }), !isHook(declaration),
      !declaration.parameters.contains(where: { Self.toolParameters.contains($0.name.text) }),
      !Self.isDictated(declaration)
    else { return nil }
    let owner = owner(of: declaration)
    if file.language == .swift, owner != nil, SwiftRequirements.include(declaration) { return nil }
    let remarks = file.language == .swift ? UnusedRemarks(in: declaration, of: file) : nil
    if declaration.isInitializer, owner?.attributes.contains(where: { !Self.isPlain($0.text) }) ?? true { return nil }
    if owner?.attributes.contains(where: { $0.text == "resultBuilder" || $0.text.hasPrefix("dynamic") }) == true {
      return nil
    }
    if isDeprecatedOrPlaceholder(declaration) { return nil }
    if let owner, declaration.isInitializer, file.language == .python,
      InheritedInitializers.hasMetaclass(owner, in: file)
    {
      return nil
    }
    let passed = PassedOn(index, in: file)
    // A method that ignores whatever keywords it gets is there for subclasses.
    let isOpen =
      owner != nil && !declaration.isInitializer
      && declaration.parameters.contains { $0.kind == .variadicKeyword && !$0.use.isRead }
    let entries = (declaration.doc?.parameters ?? []) + (declaration.isInitializer ? owner?.doc?.parameters ?? [] : [])
    let kept = unread.filter { parameter in
      !entries.contains { $0.name.text == parameter.name.text && Self.excuses($0) }
        && remarks?.explain(parameter.name.text) != true
        && !isReadByNew(parameter.name.text, of: declaration)
        && !Self.isOfTensorOptions(parameter, declaration)
        && (certainty(of: parameter, passed) != nil
          || !isOpen && !isSharedInFile(parameter.name.text, by: declaration))
    }
    if kept.isEmpty { return nil }
    return UnusedParameter.Fact.Candidate(
      symbol: file.symbol(of: index), function: declaration.name.text, owner: owner?.name.text,
      bases: declaration.isInitializer ? owner.map(Self.bases) ?? [] : [], shape: shape(declaration),
      parameters: kept.map { parameter in
        UnusedParameter.Fact.Unread(
          name: parameter.name.text, range: parameter.name.range,
          place: declaration.parameters.firstIndex { $0.name.range == parameter.name.range } ?? 0,
          evidence: certainty(of: parameter, passed), isOptional: parameter.defaultValue != nil,
          isReadNearby: isReadNearby(parameter.name.text, by: declaration),
          isCatchAll: parameter.kind == .variadicKeyword)
      })
  }

  /// Why the parameter is a flaw whatever functions of the same family take: the body hands something else on under its
  /// name, or it promises reproducible results.
  private func certainty(of parameter: Parameter, _ passed: PassedOn) -> UnusedParameter.Evidence? {
    if parameter.isVariadic { return nil }
    switch parameter.name.text {
    case "seed", "random_seed", "random_state": return .promise
    default:
      guard let evidence = passed.evidence(for: parameter.name.text) else { return nil }
      // Only an option has a value of its own.
      if case .dropped = evidence { return evidence }
      return parameter.defaultValue == nil ? nil : evidence
    }
  }

  /// Whether `**kwargs` hides a misspelled option: the function is offered to users, says what it takes, and has
  /// optional parameters.
  private func swallowsMistakes(_ declaration: Declaration) -> Bool {
    guard file.role == .library, file.language == .python, declaration.attributes.isEmpty else { return false }
    let owner = owner(of: declaration)
    let doc = declaration.doc ?? (declaration.isInitializer ? owner?.doc : nil)
    guard declaration.isPublic && (owner == nil || declaration.isInitializer), owner?.isPublic != false,
      owner?.bases.allSatisfy({ $0 == "object" }) != false, let doc, !doc.parameters.isEmpty
    else { return false }
    return !isCustom && declaration.parameters.contains { $0.defaultValue != nil && $0.use.isRead }
  }

  /// Whether most functions of the file ignore further keywords: one configuration is spread over all of them.
  private var isCustom: Bool {
    let functions = file.model.declarations.filter { $0.kind == .function && !$0.flags.contains(.isLocal) }
    let open = functions.filter { $0.parameters.contains { $0.kind == .variadicKeyword && !$0.use.isRead } }
    return open.count > 2 && 2 * open.count > functions.count
  }

  /// Whether it is one of `device` and `dtype`, which all modules of some libraries take together.
  private static func isOfTensorOptions(_ parameter: Parameter, _ declaration: Declaration) -> Bool {
    guard declaration.isInitializer, parameter.defaultValue != nil else { return false }
    let names = ["device", "dtype"]
    return names.contains(parameter.name.text)
      && names.allSatisfy { name in declaration.parameters.contains { $0.name.text == name } }
  }

  /// Whether `__new__` of the same class takes the parameter.
  private func isReadByNew(_ parameter: String, of declaration: Declaration) -> Bool {
    guard declaration.isInitializer, file.language == .python else { return false }
    return file.model.declarations.contains { other in
      other.parent == declaration.parent && other.name.text == "__new__"
        && other.parameters.contains { $0.name.text == parameter || $0.isVariadic }
    }
  }

  /// Whether its own text calls it deprecated, or its documentation a placeholder.
  private func isDeprecatedOrPlaceholder(_ declaration: Declaration) -> Bool {
    let summary = declaration.doc?.summary.lowercased() ?? ""
    return ["placeholder", "not implemented", "no-op", "dummy", "stub"].contains(where: summary.contains)
      || file.mentionsDeprecation(in: declaration)
  }

  /// `_`, `_context`, `unused_mask`.
  private static func saysUnused(_ name: String) -> Bool {
    name.hasPrefix("_") || name.contains("unused") || name.contains("dummy") || name.contains("ignored")
      || name == "self" || name == "cls" || name == "ctx"
  }

  private func isHook(_ declaration: Declaration) -> Bool {
    // In Swift, only a protocol or a base class can ask for a method.
    if file.language == .swift, let owner = owner(of: declaration), owner.bases.isEmpty,
      !owner.flags.contains(.isExtension)
    {
      return false
    }
    return Self.isHook(declaration.name.text)
  }

  /// Whether a framework, or Python itself, calls it.
  private static func isHook(_ name: String) -> Bool {
    if name.hasPrefix("__") { return name != "__init__" }
    // Code that composes modules passes the same arguments to all of them.
    if name == "forward" || name == "call" || name == "callAsFunction" { return true }
    let text = name.drop { $0 == "_" }
    return ["on_", "visit_", "pytest_", "hook_", "handle_", "test", "setup", "teardown", "do_"].contains {
      text.hasPrefix($0)
    }
      || text.hasSuffix("_hook") || text.hasSuffix("_callback") || text == "main" || frameworkHooks.contains(text)
  }

  /// Functions that a tool finds by their names and calls with arguments of its own: torch_xla, AWS Lambda, alembic,
  /// LLDB, IPython, gunicorn, SageMaker.
  private static let frameworkHooks: Set<Substring> = [
    "mp_fn", "lambda_handler", "upgrade", "downgrade", "lldb_init_module", "load_ipython_extension",
    "unload_ipython_extension", "post_fork", "pre_fork", "when_ready", "worker_exit", "model_fn", "input_fn",
    "predict_fn", "output_fn", "worker_init_fn", "signal_handler", "sigterm_handler",
  ]

  /// Parameters by which a tool's calls are known, such as those of LLDB's summaries and of signal handlers.
  private static let toolParameters: Set<String> = [
    "valobj", "internal_dict", "exe_ctx", "schema_editor", "signum", "ipython",
  ]

  /// Whether the parameters are those of a hook of Python (`warnings.formatwarning`, `sys.excepthook`,
  /// `urlretrieve(reporthook=...)`), or one is named `_` or `__`: callers pass it by position whether it is read or not.
  private static func isDictated(_ declaration: Declaration) -> Bool {
    let names = Set(declaration.parameters.map(\.name.text))
    return names.contains { $0.allSatisfy { $0 == "_" } }
      || hookParameters.contains { $0.isSubset(of: names) }
  }

  private static let hookParameters: [Set<String>] = [
    ["category", "filename", "lineno"], ["exc_type", "exc_value"], ["exctype", "value"], ["etype", "value"],
    ["exc_type", "exc_val"], ["exc_type", "exc_tb"], ["block_num", "block_size"], ["block_size", "total_size"],
    ["count", "block_size"], ["frame", "event", "arg"],
  ]

  /// Whether an attribute leaves the signature free; any other may require it.
  private static func isPlain(_ attribute: String) -> Bool {
    switch attribute.split(separator: ".").last ?? "" {
    case "staticmethod", "classmethod", "no_grad", "inference_mode", "lru_cache", "cache", "contextmanager", "wraps",
      "keras_export", "final", "discardableResult", "inlinable", "usableFromInline", "available", "inline", "MainActor",
      "frozen", "export", "ignore", "unused", "njit", "jit":
      true
    default: false
    }
  }

  private static func excuses(_ entry: Doc.Entry) -> Bool {
    let text = (entry.text + " " + (entry.type ?? "")).lowercased()
    return excusing.contains { text.contains($0) }
  }

  private static let excusing = [
    "ignor", "unused", "not used", "deprecat", "compat", "consisten", "present for", "reserved", "placeholder",
    "no effect", "has no", "not support", "conform", "convention", "dummy", "for now", "not implemented", "interface",
    "unsupported", "future", "legacy",
  ]

  /// Whether a neighbor with a similar name ignores the parameter, too: `_predict_one` and `_predict_proba_one`,
  /// `Swish(inplace)` and `Mish(inplace)`. They are called in the same way. Whether classes whose neighbors all read it
  /// are, only the whole project shows.
  private func isSharedInFile(_ parameter: String, by declaration: Declaration) -> Bool {
    neighbors(of: declaration, taking: parameter).contains { !$0.isRead || $0.isAlike && !declaration.isInitializer }
  }

  /// Whether a neighbor with a similar name reads the parameter.
  private func isReadNearby(_ parameter: String, by declaration: Declaration) -> Bool {
    neighbors(of: declaration, taking: parameter).contains(where: \.isRead)
  }

  /// The neighbors with a similar name that have the parameter: whether they read it, and have the same signature.
  private func neighbors(of declaration: Declaration, taking parameter: String) -> [(isRead: Bool, isAlike: Bool)] {
    let names = declaration.parameters.map(\.name.text)
    let type = declaration.isInitializer ? owner(of: declaration) : nil
    let words = Name.words(of: (type ?? declaration).name.text)
    return file.model.declarations[vicinity(of: declaration)].compactMap { other in
      guard other.isCallable, other.name.range != declaration.name.range,
        other.isInitializer == declaration.isInitializer,
        let same = other.parameters.first(where: { $0.name.text == parameter })
      else { return nil }
      if other.parameters.map(\.name.text) == names { return (same.use.isRead, true) }
      let otherType = other.isInitializer ? self.owner(of: other) : nil
      let otherWords = Name.words(of: (otherType ?? other).name.text)
      guard words.first == otherWords.first || words.last == otherWords.last else { return nil }
      return (same.use.isRead, false)
    }
  }

  /// The declarations before and after one, which are in the order of the source. A generated file may have thousands.
  private func vicinity(of declaration: Declaration) -> Range<Int> {
    let all = file.model.declarations
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].range.start < declaration.range.start { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 200)..<min(all.count, low + 200)
  }
}
