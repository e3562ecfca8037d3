import LintModel
import LintRuleKit
import LintSourceText

/// Numbered parameters are spelled both with and without an underscore: `image1` and `image_1`.
struct InconsistentNumberSuffix: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum share of signatures with numbered parameters that must agree on the spelling before the others are
    /// reported.
    var minimumShare: Double
    /// Minimum number of signatures with numbered parameters.
    var minimumUses: Int
    /// Additional numbered names that are established and not reported.
    var except: [String]
  }

  let options: Options
  private let known: [String]

  init(options: Options) { self.init(options: options, vocabulary: Vocabulary()) }

  init(options: Options, vocabulary: Vocabulary) {
    self.options = options
    known = vocabulary.lexicons.fixed.numbered + options.except.map(Name.canonical)
  }

  func facts(in file: SourceFile) -> [NamedSignature] {
    NamedSignature.all(in: file) { NumberedName($0) != nil }
  }

  func check(_ facts: [FileFacts<NamedSignature>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    for (_, files) in Dictionary(grouping: facts, by: \.file.distribution).sorted(by: { $0.key < $1.key }) {
      var families: [Bool: [String: [Series]]] = [:]
      for file in files.firstParty {
        for signature in file.facts {
          let place = PlacedSignature(file: file.file, signature: signature)
          guard !place.isForeign(in: project) else { continue }
          for series in series(in: place) {
            // A function and its registrations for other types have one list of numbered parameters between them.
            families[series.isJoined, default: [:]][series.key, default: []].append(series)
          }
        }
      }
      judge(families, &collector)
    }
  }

  private func judge(_ families: [Bool: [String: [Series]]], _ collector: inout FindingCollector) {
    let joined = families[true] ?? [:]
    let apart = families[false] ?? [:]
    let total = joined.count + apart.count
    let (leading, minority) = joined.count >= apart.count ? (joined, apart) : (apart, joined)
    guard total >= options.minimumUses, Double(leading.count) >= options.minimumShare * Double(total) else { return }
    for (_, copies) in minority.sorted(by: { $0.key < $1.key }) {
      guard let series = copies.first(where: { $0.place.signature.isPublic && !$0.isKnown }),
        let first = series.members.first
      else {
        continue
      }
      guard let alike = Self.example(for: series, in: leading), let example = alike.members.first else { continue }
      collector.add(
        .numbered(series, example.text, leading.count, of: total),
        at: series.place.location(of: first), symbol: series.place.signature.symbol,
        related: [Evidence("'\(example.text)' here", at: alike.place.location(of: example))],
        confidence: Double(leading.count) / Double(total))
    }
  }

  /// A series with the same stem, or else one with the most frequent stem.
  private static func example(for series: Series, in families: [String: [Series]]) -> Series? {
    let stems = Dictionary(grouping: families.sorted { $0.key < $1.key }.flatMap(\.value), by: \.stem)
    if let same = stems[series.stem]?.first { return same }
    return stems.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value.first
  }

  /// Parameters of one signature with consecutive numbers: `x1` and `x2`.
  private func series(in place: PlacedSignature) -> [Series] {
    let named = place.signature.parameters.compactMap { parameter in
      NumberedName(parameter.name).map { (name: $0, parameter: parameter) }
    }
    return Dictionary(grouping: named) { $0.name.stem }.sorted { $0.key < $1.key }.compactMap { stem, members in
      let styles = Set(members.map(\.name.isJoined))
      let numbers = members.map(\.name.number).sorted()
      guard members.count >= 2, styles.count == 1, let isJoined = styles.first, let first = numbers.first,
        numbers == Array(first..<(first + numbers.count))
      else { return nil }
      let isKnown = members.contains { member in known.contains { member.parameter.name.hasSuffix($0) } }
      return Series(stem: stem, isJoined: isJoined, isKnown: isKnown, members: members.map(\.parameter), place: place)
    }
  }
}

private struct Series {
  let stem: String
  /// `x1`, not `x_1`.
  let isJoined: Bool
  /// Established with its number: it is counted, but not reported.
  let isKnown: Bool
  let members: [NamedSignature.Parameter]
  let place: PlacedSignature

  /// Names that differ only in what they are called for: `_add_dense(x1, x2)` and `_add_sparse(x1, x2)`.
  var key: String {
    let first = Name.words(of: place.signature.function).first(where: { !$0.isEmpty }) ?? ""
    return "\(place.file.projectPath)#\(first)(\(place.signature.shape))"
  }
}

/// A name that ends with a number.
private struct NumberedName {
  let stem: String
  let isJoined: Bool
  let number: Int

  init?(_ canonical: String) {
    let digits = canonical.utf8.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    let rest = canonical.dropLast(digits)
    // The digits of `trans_01` mean "from 0 to 1".
    guard digits == 1, let last = rest.last, let number = Int(canonical.suffix(1)) else { return nil }
    self.number = number
    isJoined = last != "_"
    stem = isJoined ? String(rest) : String(rest.dropLast())
    // `x_1` is a variable in a formula.
    guard stem.utf8.count > 1 else { return nil }
  }
}

extension Message {
  fileprivate static func numbered(_ series: Series, _ example: String, _ uses: Int, of total: Int) -> Message {
    """
    \(series.members.map(\.text).quoted(upTo: 2, conjunction: "and")) have \(series.isJoined ? "no" : "an") underscore before the number, \
    unlike \(uses) of \(total) distinct signatures with numbered parameters ('\(example)'); rename them
    """
  }
}
