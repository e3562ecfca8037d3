import LintModel
import LintSourceText
import SwiftParser
import SwiftSyntax

/// Reads what a Swift example imports and calls.
///
/// A variable is followed only where it is declared once, with the value of an initializer.
final class SwiftExampleReader: SyntaxVisitor {
  private let code: ExampleText
  private let bytes: [UInt8]
  private let names: NamesOfExample
  private(set) var uses: [ExampleUse] = []

  private init(_ code: ExampleText, _ names: NamesOfExample) {
    self.code = code
    bytes = code.bytes
    self.names = names
    super.init(viewMode: .sourceAccurate)
  }

  /// Fills in what an example uses and defines; of one that is not Swift, or that shows what fails, nothing.
  static func read(_ example: inout Example) {
    var text = withoutDots(String(decoding: example.code.bytes, as: UTF8.self))
    let warning = text.lowercased()
    guard !warnings.contains(where: warning.contains) else { return }
    let parsed = text.withUTF8 { bytes in excessiveNesting(in: bytes) == nil ? Parser.parse(source: bytes) : nil }
    guard let tree = parsed else { return }
    let names = NamesOfExample(viewMode: .sourceAccurate)
    names.walk(tree)
    let reader = SwiftExampleReader(example.code, names)
    reader.walk(tree)
    example.definitions = names.defined
    example.uses = reader.uses
  }

  /// What is in examples that are not to be copied, or that readers fill in.
  private static let warnings = [
    "deprecated", "// error", "not compile", "n't compile", "compiler error", "// old", "// before", "<#", "// wrong",
  ]

  /// Lines of nothing but dots stand for code that is left out.
  private static func withoutDots(_ text: String) -> String {
    guard text.contains("...") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.allSatisfy { $0 == "." || $0 == " " } ? String(repeating: " ", count: line.utf8.count) : String(line)
    }.joined(separator: "\n")
  }

  /// Output and sketches appear between valid statements.
  override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind {
    node.hasError ? .skipChildren : .visitChildren
  }

  override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
    guard let first = node.path.first, node.importKindSpecifier == nil else { return .skipChildren }
    var use = ExampleUse(path: first.name.text, ranges: [place(first.name)])
    use.isImport = true
    uses.append(use)
    return .skipChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    var callee = node.calledExpression
    if let specialized = callee.as(GenericSpecializationExprSyntax.self) { callee = specialized.expression }
    if let name = callee.as(DeclReferenceExprSyntax.self)?.baseName {
      add(self.name(name), nil, [place(name)], node)
    } else if let access = callee.as(MemberAccessExprSyntax.self), let base = access.base {
      addMember(access.declName.baseName, of: base, node)
    }
    return .visitChildren
  }

  private func addMember(_ member: TokenSyntax, of base: ExprSyntax, _ call: FunctionCallExprSyntax) {
    if let name = base.as(DeclReferenceExprSyntax.self)?.baseName {
      if let type = names.types[name.text] {
        add(type, member.text, [place(member)], call)
      } else if name.text.first?.isUppercase == true, !names.defined.contains(name.text) {
        add("\(name.text).\(member.text)", nil, [place(name), place(member)], call)
      }
    } else if let type = NamesOfExample.type(madeBy: base) {
      add(type, member.text, [place(member)], call)
    }
  }

  private func add(_ path: String, _ member: String?, _ ranges: [SourceRange], _ call: FunctionCallExprSyntax) {
    let parts = path.split(separator: ".")
    guard !parts.contains(where: { names.defined.contains(String($0)) }), !isElsewhere(call) else { return }
    var use = ExampleUse(path: path, member: member, ranges: ranges)
    use.passed = passed(call)
    uses.append(use)
  }

  /// Whether a comment after a call, or after its name, says that another package gives it: `// from SomePackage`.
  private func isElsewhere(_ call: FunctionCallExprSyntax) -> Bool {
    let start = call.positionAfterSkippingLeadingTrivia.utf8Offset
    let line = bytes[from: start, to: bytes.count].prefix { $0 != UInt8(ascii: "\n") }
    guard let comment = Bytes.find("//", in: line) else { return false }
    let words = String(decoding: line[comment...], as: UTF8.self).split { " /(),.:;".contains($0) }
    guard let from = words.firstIndex(where: { $0.lowercased() == "from" }),
      let source = words[from...].dropFirst().first
    else { return false }
    return source.contains("-") || source.contains("`") || source.first?.isUppercase == true
  }

  private func passed(_ call: FunctionCallExprSyntax) -> ExampleUse.Passed {
    var passed = ExampleUse.Passed(count: 0, keywords: [], isOpen: call.trailingClosure != nil)
    for argument in call.arguments {
      if let label = argument.label, label.text != "_" {
        passed.keywords.append(.init(name: name(label), range: place(label)))
      } else {
        passed.count += 1
      }
    }
    // `Dense(units: 3, ...)`, also further in, and `Dense(/* as above */)`.
    let start = call.leftParen?.position.utf8Offset ?? call.endPosition.utf8Offset
    let source = String(decoding: bytes[from: start, to: call.endPosition.utf8Offset], as: UTF8.self)
    if ["(...", ", ...", "…", "/*"].contains(where: source.contains) { passed.isOpen = true }
    for closure in call.additionalTrailingClosures {
      passed.keywords.append(.init(name: name(closure.label), range: place(closure.label)))
    }
    return passed
  }

  private func name(_ token: TokenSyntax) -> String { token.text.filter { $0 != "`" } }

  private func place(_ token: TokenSyntax) -> SourceRange {
    let start = UInt32(clamping: token.positionAfterSkippingLeadingTrivia.utf8Offset)
    let end = UInt32(clamping: token.endPositionBeforeTrailingTrivia.utf8Offset)
    return code.range(of: SourceRange(start: start, end: end))
  }
}
