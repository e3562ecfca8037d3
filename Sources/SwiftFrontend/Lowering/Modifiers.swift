import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// What modifiers and attributes say. Whether the enclosing declarations are public is settled by `finish()`.
  func flags(of modifiers: DeclModifierListSyntax, _ attributes: AttributeListSyntax) -> Declaration.Flags {
    var flags: Declaration.Flags = []
    var statesAccess = false
    for modifier in modifiers {
      switch modifier.name.tokenKind {
      case .keyword(.public), .keyword(.open):
        // `public private(set)` states two; the one with a detail is about the setter.
        if modifier.detail == nil { flags.insert(.isPublic) }
        statesAccess = statesAccess || modifier.detail == nil
      case .keyword(.private), .keyword(.fileprivate):
        if modifier.detail == nil { flags.insert(.isPrivate) }
        statesAccess = statesAccess || modifier.detail == nil
      case .keyword(.internal), .keyword(.package): statesAccess = statesAccess || modifier.detail == nil
      case .keyword(.override): flags.insert(.isOverride)
      case .keyword(.static), .keyword(.class): flags.insert(.isStatic)
      default: break
      }
    }
    if !statesAccess, inheritsPublicAccess(Syntax(modifiers)) { flags.insert(.isPublic) }
    if isDeprecated(attributes) { flags.insert(.isDeprecated) }
    return flags
  }

  /// Members of a package protocol, of a package extension, and cases of a package enum need no modifier of their own.
  private func inheritsPublicAccess(_ modifiers: Syntax) -> Bool {
    guard let node = modifiers.parent else { return false }
    var block = node.parent
    while let current = block, !current.is(MemberBlockSyntax.self) {
      // Out of the members of `#if`, but not out of a body.
      guard
        current.is(MemberBlockItemSyntax.self) || current.is(MemberBlockItemListSyntax.self)
          || current.is(IfConfigClauseSyntax.self) || current.is(IfConfigClauseListSyntax.self)
          || current.is(IfConfigDeclSyntax.self)
      else { return false }
      block = current.parent
    }
    guard let group = block?.parent else { return false }
    if let owner = group.as(ProtocolDeclSyntax.self) { return isPublic(owner.modifiers) }
    if let owner = group.as(ExtensionDeclSyntax.self) { return isPublic(owner.modifiers) }
    if let owner = group.as(EnumDeclSyntax.self), node.is(EnumCaseDeclSyntax.self) { return isPublic(owner.modifiers) }
    return false
  }

  private func isPublic(_ modifiers: DeclModifierListSyntax) -> Bool {
    modifiers.contains { modifier in
      switch modifier.name.tokenKind {
      case .keyword(.public), .keyword(.open): modifier.detail == nil
      default: false
      }
    }
  }

  /// The attributes' names, those inside `#if` left out.
  func attributes(_ list: AttributeListSyntax) -> [Name] {
    list.compactMap { element in
      if case .attribute(let attribute) = element { dottedName(attribute.attributeName) } else { nil }
    }
  }

  func attribute(_ wanted: Set<String>, in list: AttributeListSyntax) -> (name: String, AttributeSyntax)? {
    for case .attribute(let attribute) in list {
      if let name = dottedName(attribute.attributeName)?.text, wanted.contains(name) { return (name, attribute) }
    }
    return nil
  }

  private func isDeprecated(_ list: AttributeListSyntax) -> Bool {
    list.contains { element in
      guard case .attribute(let attribute) = element, dottedName(attribute.attributeName)?.text == "available",
        case .availability(let arguments) = attribute.arguments
      else { return false }
      return arguments.contains { argument in
        switch argument.argument {
        case .token(let token): ["deprecated", "obsoleted", "unavailable"].contains(token.text)
        case .availabilityLabeledArgument(let labeled): ["deprecated", "obsoleted"].contains(labeled.label.text)
        default: false
        }
      }
    }
  }
}
