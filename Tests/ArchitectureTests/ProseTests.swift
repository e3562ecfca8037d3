import Foundation
import Testing

/// Comments, messages, pages and documents avoid phrases that read as translated, and use US spelling.
@Suite struct ProseTests {
  /// Phrases in lower case, with what to write instead; a final `*` matches any continuation of the word.
  private static let banned: [(phrase: String, instead: String)] = [
    ("mend", "fix"), ("mends", "fixes"), ("mended", "fixed"), ("mending", "fixing"), ("blanks", "spaces"),
    ("file ending", "file extension"), ("file endings", "file extensions"), ("whoever", "callers, users"),
    ("of one's own", "custom"), ("own rules", "custom rules"), ("house word", "preferred name"),
    ("of the house", "of the project"), ("from which on", "minimum"), ("hand on", "pass on"),
    ("hands on", "passes on"), ("handed on", "passed on"), ("hand over", "pass"), ("hands over", "passes"),
    ("handed over", "passed"), ("stands in", "is in"), ("stands under", "is under"), ("stands beside", "is next to"),
    ("is told by", "is inferred from"), ("tells by", "infers from"), ("held against", "compared with"),
    ("another way", "differently"), ("example is no python", "example does not parse"),
    ("that is no python", "that is not Python"), ("speaks of", "mentions"), ("keeps to itself", "omits"),
    ("keeps its value to itself", "omits its value"), ("what holds here", "the effective settings"),
    ("in words of our own", "paraphrased"), ("befallen", "happened"), ("excused", "suppressed"),
    ("catalogue*", "catalog"), ("colour*", "color"), ("behaviour*", "behavior"), ("neighbour*", "neighbor"),
    ("favour*", "favor"), ("normalis*", "normalize"), ("initialis*", "initialize"), ("serialis*", "serialize"),
    ("recognis*", "recognize"), ("summaris*", "summarize"), ("optimise*", "optimize"),
    ("optimisation*", "optimization"), ("organise*", "organize"), ("organisation*", "organization"),
    ("analyse", "analyze"), ("analysed", "analyzed"), ("analysing", "analyzing"), ("labelled", "labeled"),
    ("modelled", "modeled"), ("misspelt", "misspelled"),
  ]

  /// Places where a phrase is data: word lists, and this list.
  private static let exceptions: [(path: String, phrase: String)] = [
    ("Rules/vocabulary/verbs.yml", "initialis*"), ("Rules/vocabulary/verbs.yml", "normalis*"),
    ("Rules/errors/vague-error-message.yml", "recognis*"), ("docs/rules/vague-error-message.md", "recognis*"),
    ("Sources/Rules/Analysis/Errors/MessageWords.swift", "recognis*"),
    ("Sources/Rules/Code/OwnerlessTodo/TaskComment.swift", "optimise*"),
    ("Tests/ArchitectureTests/ProseTests.swift", ""),
  ]

  private static let places = [
    "Sources", "Rules", "Tests", "Plugins", "docs", "scripts", "Benchmarks", "README.md", "CONTRIBUTING.md",
    "CHANGELOG.md", "Makefile", "action.yml", "Package.swift",
  ]

  private static let fileExtensions: Set<String> = ["swift", "yml", "md", "py", "sh", "toml", "c", "h", "css", ""]

  /// The phrases by their first word, and those that are a stem by its first four letters.
  private static let index = Dictionary(grouping: banned.indices) { key(of: banned[$0].phrase) }

  @Test(arguments: places)
  func proseIsPlain(place: String) throws {
    var count = 0
    for path in try files(at: place) {
      guard let data = try? Data(contentsOf: root.appending(path: path)) else { continue }
      count += 1
      let words = Self.words(in: data)
      for (start, word) in words.enumerated() {
        let candidates = (Self.index[word.text] ?? []) + (Self.index[word.text.prefix(4) + "*"] ?? [])
        for candidate in candidates where Self.matches(Self.banned[candidate].phrase, words[start...]) {
          let (phrase, instead) = Self.banned[candidate]
          if Self.exceptions.contains(where: { $0.path == path && ($0.phrase.isEmpty || $0.phrase == phrase) }) {
            continue
          }
          Issue.record("\(path):\(word.line): '\(phrase)'; write '\(instead)'")
        }
      }
    }
    #expect(count > 0, "expected files at \(place), found none")
  }

  @Test(arguments: [
    ("let it stand\n/// of one's\n/// own", ["of one's own"]), ("mendedText = recommended", ["mended"]),
    ("It NORMALISES; normalize, optimistic", ["normalis*"]), ("plain", []),
  ])
  func phrasesAreFoundAcrossLinesAndInIdentifiers(text: String, phrases: [String]) {
    let words = Self.words(in: Data(text.utf8))
    let found = words.indices.flatMap { start in
      Self.banned.map(\.phrase).filter { Self.matches($0, words[start...]) }
    }
    #expect(found == phrases)
  }

  private struct Word {
    var text: String
    var line: Int
  }

  private static func key(of phrase: String) -> String {
    phrase.hasSuffix("*") ? phrase.prefix(4) + "*" : String(phrase.prefix { $0 != " " })
  }

  private static func matches(_ phrase: String, _ words: ArraySlice<Word>) -> Bool {
    if phrase.hasSuffix("*") { return words.first?.text.hasPrefix(phrase.dropLast()) ?? false }
    let parts = phrase.split(separator: " ")
    return words.count >= parts.count && zip(words, parts).allSatisfy { $0.text == $1 }
  }

  /// Words in lower case, with identifiers divided before capitals.
  private static func words(in data: Data) -> [Word] {
    var words: [Word] = []
    var bytes: [UInt8] = []
    var line = 1
    var wasSmall = false
    func finish() {
      if !bytes.isEmpty { words.append(Word(text: String(decoding: bytes, as: UTF8.self), line: line)) }
      bytes.removeAll(keepingCapacity: true)
    }
    for byte in data {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        bytes.append(byte)
        wasSmall = true
        continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if wasSmall { finish() }
        bytes.append(byte | 0x20)
      case UInt8(ascii: "'") where !bytes.isEmpty: bytes.append(byte)
      default:
        finish()
        if byte == UInt8(ascii: "\n") { line += 1 }
      }
      wasSmall = false
    }
    finish()
    return words
  }

  /// Paths from the root of the files at a place: the file itself, or all in the folder.
  private func files(at place: String) throws -> [String] {
    let url = root.appending(path: place)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path(), isDirectory: &isFolder), isFolder.boolValue else {
      return [place]
    }
    let names = try #require(FileManager.default.enumerator(atPath: url.path())).compactMap { $0 as? String }
    return names.sorted().filter { Self.fileExtensions.contains(URL(filePath: $0).pathExtension) }
      .map { "\(place)/\($0)" }
  }

  /// This file is at Tests/ArchitectureTests below the package's folder.
  private var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }
}
