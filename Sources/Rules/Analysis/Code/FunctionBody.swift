import LintModel
import LintSourceText

/// The statements and calls of one function, or of a module outside its functions, in source order.
///
/// The cells of a notebook form one module, so values are tracked across cells.
struct FunctionBody {
  let file: SourceFile
  /// Index of the declaration.
  let owner: Int
  var steps: [Flow.Step] = []
  var calls: [Invocation] = []

  var declaration: Declaration { file.model.declarations[owner] }

  /// All bodies of a file that contain calls, except the top level of a Swift file, which has no declaration.
  static func all(in file: SourceFile) -> [FunctionBody] {
    var bodies: [Int: FunctionBody] = [:]
    for call in file.model.invocations {
      guard let owner = call.owner else { continue }
      bodies[owner, default: FunctionBody(file: file, owner: owner)].calls.append(call)
    }
    for step in file.model.flow.steps { bodies[Int(step.owner)]?.steps.append(step) }
    return bodies.values.sorted { $0.owner < $1.owner }
  }

  func text(_ range: SourceRange) -> String { file.text[range] }

  func name(of call: Invocation) -> Substring { file.name(of: call) }

  /// The text before the last dot of the callee; empty for a bare name.
  func receiver(of call: Invocation) -> Substring {
    let callee = text(call.callee)
    return callee[..<(callee.lastIndex(of: ".") ?? callee.startIndex)]
  }

  /// The positional arguments of a call, in order.
  func positional(of call: Invocation) -> [Invocation.Argument] {
    file.model.arguments[call.arguments].filter { $0.keyword == nil && $0.kind != .unpacking }
  }

  func contains(_ range: SourceRange, callOf names: Set<String>) -> Bool {
    calls.contains { range.contains($0.range) && names.contains(String(name(of: $0))) }
  }

  /// The steps of a kind that contain a range, outermost first.
  func around(_ range: SourceRange, _ kind: Flow.Step.Kind) -> [Flow.Step] {
    steps.filter { $0.kind == kind && $0.range.contains(range) }
  }

  /// The last assignment to a whole target, `x` or `self.x`, before an offset.
  func binding(of target: some StringProtocol, before offset: UInt32) -> Flow.Step? {
    steps.last { $0.kind == .assignment && $0.range.end <= offset && text($0.targets) == target }
  }

  /// The elements of a tuple, with or without parentheses; a single one for anything else.
  func elements(of range: SourceRange) -> [SourceRange] {
    let bytes = file.text.bytes
    var start = Int(range.start)
    var end = min(Int(range.end), bytes.count)
    if start + 1 < end, bytes[start] == UInt8(ascii: "("), bytes[end - 1] == UInt8(ascii: ")") {
      start += 1
      end -= 1
    }
    var result: [SourceRange] = []
    var depth = 0
    var first = start
    func add(until stop: Int) {
      var (low, high) = (first, stop)
      while low < high, bytes[low] <= 0x20 { low += 1 }
      while low < high, bytes[high - 1] <= 0x20 { high -= 1 }
      if low < high { result.append(SourceRange(start: UInt32(low), end: UInt32(high))) }
    }
    for index in start..<max(start, end) {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        add(until: index)
        first = index + 1
      default: continue
      }
    }
    add(until: end)
    return result
  }

  /// The names of the variables that a range reads, with their attributes: `args.lr`, `loss`.
  func reads(in range: SourceRange) -> [String] {
    file.model.flow.names(in: range).filter { !$0.isStored }.map { text($0.range) }
  }

  /// The index of the enclosing class; nil outside of one.
  var type: Int? {
    var index = declaration.parent
    while let current = index {
      if file.model.declarations[current].kind == .type { return current }
      index = file.model.declarations[current].parent
    }
    return nil
  }
}

extension SourceFile {
  /// Whether the file imports a package or a part of it.
  func imports(_ package: String) -> Bool {
    model.imports.contains { item in
      item.level == 0 && (item.module == package || item.module.hasPrefix(package + "."))
    }
  }
}

extension StringProtocol {
  /// Whether a dotted name such as `self.test_loader` contains one of these words.
  func hasWord(of words: Set<String>) -> Bool {
    var word = ""
    var previous: Character = "_"
    for character in self {
      let isBreak = !character.isLetter || previous.isLowercase && character.isUppercase
      if isBreak {
        if words.contains(word) { return true }
        word = ""
      }
      if character.isLetter { word.append(character.lowercased()) }
      previous = character
    }
    return words.contains(word)
  }
}
