import LintSourceText

/// What the `@available` attributes before a Swift declaration say of its end.
struct SwiftAvailability {
  /// What is said to those who use it although it is deprecated; nil if it is not.
  private(set) var deprecation: String?
  /// Whether nobody can call it any more, on any platform.
  private(set) var isUnavailable = false

  /// - Parameter head: The text before the declaration's name.
  init(_ head: String) {
    for part in head.split(separator: "@available(", omittingEmptySubsequences: false).dropFirst() {
      read(Self.split(part))
    }
  }

  /// The arguments up to the closing parenthesis.
  private static func split(_ text: Substring) -> [String] {
    var depth = 1
    var quote = false
    var end = text.startIndex
    for index in text.indices {
      let character = text[index]
      end = index
      if character == "\"" { quote.toggle() }
      if quote { continue }
      if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
      if depth == 0 { break }
    }
    return ApiText.split(text[..<end], at: ",")
  }

  private mutating func read(_ arguments: [String]) {
    let isEverywhere = arguments.first == "*" || arguments.first == "swift"
    if arguments.contains("unavailable") || arguments.contains(where: { $0.hasPrefix("obsoleted") }) {
      isUnavailable = isUnavailable || isEverywhere
      return
    }
    guard arguments.contains(where: { $0.hasPrefix("deprecated") }) else { return }
    var since = ""
    var note = ""
    for argument in arguments {
      let sides = ApiText.split(argument, at: ":", maximum: 1)
      guard sides.count == 2 else { continue }
      let value = sides[1].filter { $0 != "\"" }
      switch sides[0] {
      case "deprecated": since = isEverywhere && value != "100000" ? "since \(value)" : ""
      case "message": note = note.isEmpty ? PythonDeprecations.short(value) : note
      case "renamed": note = "use '\(value)'"
      default: break
      }
    }
    deprecation = since.isEmpty || note.isEmpty ? since + note : "\(since): \(note)"
  }
}
