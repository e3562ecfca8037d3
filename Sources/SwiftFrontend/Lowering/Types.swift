import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// A struct, class, enum, actor or protocol.
  func enter<Node: DeclGroupSyntax>(_ node: Node, named name: TokenSyntax) -> SyntaxVisitorContinueKind {
    var flags = flags(of: node.modifiers, node.attributes)
    if node.is(ProtocolDeclSyntax.self) { flags.insert(.isAbstract) }
    storedProperties[self.name(name).text] = storedNames(of: node.memberBlock)
    push(
      Declaration(
        kind: .type, name: self.name(name), parent: owner, range: range(of: node), flags: flags,
        bases: bases(node.inheritanceClause), attributes: attributes(node.attributes), doc: doc(of: node)))
    return .visitChildren
  }

  func enter(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    var flags = flags(of: node.modifiers, node.attributes)
    flags.insert(.isExtension)
    // The extended type decides; one that is in another file may be public.
    flags.insert(.isPublic)
    let name =
      dottedName(node.extendedType) ?? Name(source(of: node.extendedType), at: range(of: node.extendedType))
    push(
      Declaration(
        kind: .type, name: name, parent: owner, range: range(of: node), flags: flags,
        bases: bases(node.inheritanceClause), attributes: attributes(node.attributes), doc: doc(of: node)))
    return .visitChildren
  }

  private func storedNames(of block: MemberBlockSyntax) -> Set<String> {
    var names: Set<String> = []
    for member in block.members {
      guard let variable = member.decl.as(VariableDeclSyntax.self) else { continue }
      for binding in variable.bindings {
        guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self),
          !(binding.accessorBlock.map(isComputed) ?? false)
        else { continue }
        names.insert(name(pattern.identifier).text)
      }
    }
    return names
  }

  func push(_ declaration: Declaration) {
    var declaration = declaration
    if declaration.doc?.summary.lowercased().hasPrefix("deprecated") == true { declaration.flags.insert(.isDeprecated) }
    if isUnderscored(declaration) {
      declaration.flags.insert(.isPrivate)
      declaration.flags.remove(.isPublic)
    }
    model.declarations.append(declaration)
    owners.append(model.declarations.count - 1)
  }

  /// `_name`, or a label such as `_handles:`: visible to other modules for the compiler's sake, and not for people.
  private func isUnderscored(_ declaration: Declaration) -> Bool {
    let label = declaration.parameters.first?.publicName.text ?? ""
    return [declaration.name.text, label].contains { $0.utf8.count > 1 && $0.utf8.first == UInt8(ascii: "_") }
  }

  private func bases(_ clause: InheritanceClauseSyntax?) -> [String] {
    clause?.inheritedTypes.flatMap { names(in: $0.type) } ?? []
  }

  /// The names of `A & B`, or the type as written.
  private func names(in type: TypeSyntax) -> [String] {
    if let composition = type.as(CompositionTypeSyntax.self) {
      return composition.elements.flatMap { names(in: $0.type) }
    }
    return [dottedName(type)?.text ?? source(of: type)]
  }

  /// What only the whole file tells: whether enclosing and extended types are public, which enums are flags.
  func finish() {
    var isPublicType: [String: Bool] = [:]
    for index in model.declarations.indices {
      var declaration = model.declarations[index]
      if let parent = declaration.parent, parent < index {
        let around = model.declarations[parent]
        if !around.isPublic {
          declaration.flags.remove(.isPublic)
        }
        if around.flags.contains(.isLocal) || around.kind != .type { declaration.flags.insert(.isLocal) }
      }
      if declaration.flags.contains(.isLocal) { declaration.flags.remove(.isPublic) }
      model.declarations[index] = declaration
      if declaration.kind == .type, !declaration.flags.contains(.isExtension) {
        isPublicType[path(of: index)] = declaration.isPublic
      }
    }
    for index in model.declarations.indices {
      let declaration = model.declarations[index]
      if declaration.flags.contains(.isExtension) {
        if isPublicType[declaration.name.text] == false { model.declarations[index].flags.remove(.isPublic) }
      } else if let parent = declaration.parent, !model.declarations[parent].isPublic {
        model.declarations[index].flags.remove(.isPublic)
      }
    }
    resolveEnumerableFlags()
    describePlainErrors()
  }

  /// A type's dotted name in this file.
  private func path(of declaration: Int) -> String {
    var parts: [String] = []
    var index: Int? = declaration
    while let current = index {
      parts.append(model.declarations[current].name.text)
      index = model.declarations[current].parent
    }
    return parts.reversed().joined(separator: ".")
  }
}
