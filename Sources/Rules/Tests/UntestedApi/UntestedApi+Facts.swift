import LintModel
import LintSourceText

extension UntestedApi {
  func facts(in file: SourceFile) -> [Fact] {
    switch file.role {
    case .test:
      let tests = file.model.declarations.filter { $0.kind == .test }.map { Name.canonical($0.name.text) }
      var mentions = file.model.mentions
      mentions.formUnion(file.model.calls.paths)
      return [Fact(mentions: mentions, tests: tests, goesThroughNames: goesThroughNames(file))]
    case .library where file.language == .python || file.language == .swift:
      let isInScope = file.coverage == nil && !PublicApi.isTool(file)
      var mentions = file.model.mentions
      mentions.formUnion(file.model.calls.texts)
      // `entry_point="nets.layers:Dense"`
      mentions.formUnion(file.model.calls.paths)
      return [
        Fact(
          symbols: isInScope ? symbols(in: file) : [], definitions: PublicApi.definitions(in: file),
          aliases: aliases(in: file), mentions: mentions, started: started(in: file),
          fillsRegistry: fillsRegistry(file),
          hasCommands: hasCommands(file), trackers: trackers(in: file))
      ]
    case .example, .script, .configuration: return [Fact(mentions: file.model.mentions)]
    default:
      let mentions = file.model.mentions.isEmpty ? file.model.calls.texts : file.model.mentions
      return mentions.isEmpty ? [] : [Fact(mentions: mentions, onlyMentions: true)]
    }
  }

  private func symbols(in file: SourceFile) -> [Fact.Symbol] {
    // Overloads are one symbol.
    var names: Set<String> = []
    let uses = Dictionary(grouping: file.model.flow.names.filter { !$0.isStored }, by: \.hash)
    return file.model.declarations.indices.filter {
      PublicApi.isTestable($0, in: file) && names.insert(file.model.declarations[$0].name.text).inserted
    }.map { index in
      let declaration = file.model.declarations[index]
      return Fact.Symbol(
        name: declaration.name.text, range: declaration.name.range,
        isReached: isRegistered(declaration) || PublicApi.hasDoctest(index, in: file),
        isDerived: declaration.kind == .type && declaration.bases.contains { $0 != "object" },
        bases: declaration.bases.map { IdentifierSet.hash(($0.split(separator: ".").last ?? "").utf8) },
        isUsedHere: file.language != .python || !declaration.attributes.isEmpty
          || file.model.exports?.contains(declaration.name.text) == true
          || file.model.calls.texts.contains(declaration.name.text)
          || uses[Invocation.hash(declaration.name.text)]?.contains {
            !(declaration.range.start..<declaration.range.end).contains($0.start)
          } ?? false)
    }
  }

  private func aliases(in file: SourceFile) -> [Fact.Alias] {
    var result: [Fact.Alias] = []
    for item in file.model.imports.flatMap(\.items) {
      guard let alias = item.alias, alias != item.name else { continue }
      result.append(Fact.Alias(name: alias, targets: [Invocation.hash(item.name)]))
    }
    for binding in file.model.bindings where binding.owner == 0 {
      guard let value = binding.value else { continue }
      let targets = file.model.flow.names(in: value).map(\.hash)
      if !targets.isEmpty { result.append(Fact.Alias(name: binding.name.text, targets: targets)) }
    }
    return result
  }

  private func started(in file: SourceFile) -> [UInt64] {
    guard file.language == .python else { return [] }
    return file.model.invocations.filter { $0.owner == 0 }.flatMap { call in
      [call.nameHash] + file.model.flow.names(in: call.range).map(\.hash)
    }
  }

  /// `dir(layers)`, `inspect.getmembers(layers)`, `layers.__all__`
  private func goesThroughNames(_ file: SourceFile) -> Bool {
    ["dir", "vars", "getmembers"].contains(where: file.model.calls.isCalled)
      || ["__all__", "__dict__"].contains(where: file.model.mentions.contains)
  }

  /// `@app.command()`, `@cli.group`
  private func hasCommands(_ file: SourceFile) -> Bool {
    file.model.declarations.contains { declaration in
      declaration.attributes.contains { ["command", "group", "callback"].contains($0.text.split(separator: ".").last) }
    }
  }

  /// Classes with `__init_subclass__`, or from a file that asks for `__subclasses__`.
  private func trackers(in file: SourceFile) -> [UInt64] {
    let isAsked = file.model.mentions.contains("__subclasses__")
    return file.model.declarations.indices.compactMap { index in
      let declaration = file.model.declarations[index]
      if declaration.kind == .type, isAsked { return Invocation.hash(declaration.name.text) }
      guard declaration.name.text == "__init_subclass__", let parent = declaration.parent else { return nil }
      return Invocation.hash(file.model.declarations[parent].name.text)
    }
  }

  private func isRegistered(_ declaration: Declaration) -> Bool {
    declaration.attributes.contains { attribute in options.registries.contains { attribute.text.contains($0) } }
  }

  /// By a decorator, or by a call in a package's `__init__`.
  private func fillsRegistry(_ file: SourceFile) -> Bool {
    if file.model.declarations.contains(where: isRegistered) { return true }
    guard file.reference.projectPath.hasSuffix("/__init__.py") else { return false }
    let source = String(decoding: file.text.bytes, as: UTF8.self)
    return options.registries.contains { source.contains($0) }
  }
}
