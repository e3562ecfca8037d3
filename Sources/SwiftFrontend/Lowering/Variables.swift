import LintModel
import SwiftSyntax

extension Lowering {
  /// Properties and global variables become declarations; local variables only names in scope.
  func enter(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    guard isMember(Syntax(node)) else {
      for binding in node.bindings { noteLocal(binding) }
      owners.append(owner)
      return .visitChildren
    }
    for binding in node.bindings {
      noteDescription(binding)
      noteNamedError(binding)
    }
    let parent = owner
    let flags = flags(of: node.modifiers, node.attributes)
    let names = attributes(node.attributes)
    let doc = doc(of: node)
    var last = parent
    for binding in node.bindings {
      for identifier in identifiers(in: binding.pattern) {
        var declaration = Declaration(
          kind: .property, name: name(identifier), parent: parent,
          range: node.bindings.count == 1 ? range(of: node) : range(of: binding), flags: flags,
          returns: binding.typeAnnotation.map { source(of: $0.type) }, attributes: names, doc: doc)
        if let block = binding.accessorBlock {
          if isRequirement(block) {
            declaration.flags.insert(.isAbstract)
          } else if isComputed(block) {
            declaration.flags.insert(.isProperty)
          }
        }
        declaration.option = option(of: node, binding, property: declaration.name)
        if declaration.option != nil { declaration.kind = .option }
        model.declarations.append(declaration)
        last = model.declarations.count - 1
        noteEnumerableFlag(declaration, at: model.declarations.count - 1)
      }
    }
    owners.append(last)
    return .visitChildren
  }

  /// Cases stand as static properties of their enum.
  func add(_ node: EnumCaseDeclSyntax) {
    var flags = flags(of: node.modifiers, node.attributes)
    flags.insert(.isStatic)
    let doc = doc(of: node)
    let names = attributes(node.attributes)
    for element in node.elements {
      let parameters = element.parameterClause?.parameters.compactMap { parameter($0) } ?? []
      model.declarations.append(
        Declaration(
          kind: .property, name: name(element.name), parent: owner,
          range: node.elements.count == 1 ? range(of: node) : range(of: element), flags: flags,
          parameters: parameters, attributes: names, doc: doc))
    }
  }

  /// True for a member of a type and for a global, whatever `#if` is around it.
  private func isMember(_ node: Syntax) -> Bool {
    var current = node.parent
    while let node = current {
      switch node.kind {
      case .memberBlock, .sourceFile: return true
      case .memberBlockItem, .memberBlockItemList, .codeBlockItem, .codeBlockItemList, .ifConfigClause,
        .ifConfigClauseList, .ifConfigDecl:
        current = node.parent
      default: return false
      }
    }
    return false
  }

  private func identifiers(in pattern: PatternSyntax) -> [TokenSyntax] {
    if let identifier = pattern.as(IdentifierPatternSyntax.self) { return [identifier.identifier] }
    if let tuple = pattern.as(TuplePatternSyntax.self) { return tuple.elements.flatMap { identifiers(in: $0.pattern) } }
    return []
  }

  /// Observers alone leave a property stored.
  func isComputed(_ block: AccessorBlockSyntax) -> Bool {
    guard case .accessors(let accessors) = block.accessors else { return true }
    return accessors.contains {
      switch $0.accessorSpecifier.tokenKind {
      case .keyword(.willSet), .keyword(.didSet): false
      default: true
      }
    }
  }

  private func noteLocal(_ binding: PatternBindingSyntax) {
    guard !frames.isEmpty else { return }
    for identifier in identifiers(in: binding.pattern) {
      frames[frames.count - 1].locals.insert(name(identifier).text)
    }
    guard let identifier = binding.pattern.as(IdentifierPatternSyntax.self), let value = binding.initializer?.value,
      let text = text(of: value)
    else { return }
    frames[frames.count - 1].texts[name(identifier.identifier).text] = text
  }
}
