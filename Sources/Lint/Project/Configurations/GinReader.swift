import LintModel
import LintSourceText

/// Reads a gin file: bindings such as `train/nets.Model.units = 3`, macros, and what values refer to.
///
/// Imports and includes are passed by, and a statement that cannot be read hides nothing but itself.
struct GinReader {
  private(set) var macros: [Name] = []
  /// The names of the macros that values take: `%batch_size`.
  private(set) var references = IdentifierSet()
  /// Bindings, whose parameter is a keyword, and the configurables that values name. Their paths may be the ends of
  /// longer ones.
  private(set) var calls: [ExampleUse] = []
  private let bytes: [UInt8]
  private var index = 0

  static func read(_ bytes: [UInt8]) -> GinReader {
    var reader = GinReader(bytes: bytes)
    reader.run()
    return reader
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    // The configurable of `nets.Model:`, whose parameters are on the lines below.
    var block: Range<Int>?
    while index < bytes.count {
      let line = index
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      let isIndented = index > line
      let start = index
      while index < bytes.count, Self.isSelector(bytes[index]) { index += 1 }
      let selector = start..<index
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      if !isIndented, !selector.isEmpty { block = nil }
      if !selector.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: ":") {
        block = selector
      } else if !selector.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: "=") {
        bind(selector, in: isIndented ? block : nil)
      }
      passValue()
    }
  }

  private mutating func bind(_ selector: Range<Int>, in block: Range<Int>?) {
    if let block { return add(unscoped(block), parameter: selector) }
    let name = unscoped(selector)
    guard let dot = bytes[name].lastIndex(of: UInt8(ascii: ".")) else {
      return macros.append(Name(text(name), at: range(name)))
    }
    add(name.lowerBound..<dot, parameter: (dot + 1)..<name.upperBound)
  }

  /// `optimizer/nets.Adam.rate` without the scope.
  private func unscoped(_ selector: Range<Int>) -> Range<Int> {
    let start = bytes[selector].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? selector.lowerBound
    return start..<selector.upperBound
  }

  /// What is left of the statement, to the end of its last line.
  private mutating func passValue() {
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\n") where depth <= 0: return
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "#"): while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      case UInt8(ascii: "'"), UInt8(ascii: "\""): passString(byte)
      case UInt8(ascii: "@"), UInt8(ascii: "%"):
        let start = index
        while index < bytes.count, Self.isSelector(bytes[index]) { index += 1 }
        let name = unscoped(start..<index)
        if byte == UInt8(ascii: "%") {
          references.insert(bytes: bytes[name])
        } else if !name.isEmpty {
          add(name, parameter: nil)
        }
      default: break
      }
    }
  }

  private mutating func passString(_ quote: UInt8) {
    let isLong = index + 1 < bytes.count && bytes[index] == quote && bytes[index + 1] == quote
    if isLong { index += 2 }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] == quote, !isLong || bytes[index...].prefix(3).elementsEqual([quote, quote, quote]) {
        index += isLong ? 3 : 1
        return
      } else if bytes[index] == UInt8(ascii: "\n"), !isLong {
        return
      } else {
        index += 1
      }
    }
  }

  private mutating func add(_ path: Range<Int>, parameter: Range<Int>?) {
    let passed = parameter.map {
      ExampleUse.Passed(count: 0, keywords: [.init(name: text($0), range: range($0))], isOpen: true)
    }
    var use = ExampleUse(path: text(path), ranges: [range(path)], passed: passed)
    use.isImplicit = true
    calls.append(use)
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func range(_ range: Range<Int>) -> SourceRange {
    SourceRange(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }

  private static func isSelector(_ byte: UInt8) -> Bool {
    byte.isIdentifierByte || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
  }
}
