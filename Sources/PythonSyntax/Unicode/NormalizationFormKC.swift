/// Unicode normalization form KC, in which Python compares identifiers.
struct NormalizationFormKC: Sendable {
  static let shared = NormalizationFormKC()

  /// The decomposition of each scalar in one step, which may decompose further.
  private let decompositions: [UInt32: [UInt32]]
  private let combiningClasses: [UInt32: UInt32]
  /// The scalar that two scalars compose to.
  private let composites: [Pair: UInt32]

  private struct Pair: Hashable {
    let first: UInt32
    let second: UInt32
  }

  /// Reads the tables, which takes some milliseconds.
  private init() {
    var decompositions: [UInt32: [UInt32]] = [:]
    var combiningClasses: [UInt32: UInt32] = [:]
    var composites: [Pair: UInt32] = [:]
    NormalizationRows(text: Self.decompositionRows).read { scalar, values, composes in
      decompositions[scalar] = values
      if composes { composites[Pair(first: values[0], second: values[1])] = scalar }
    }
    NormalizationRows(text: Self.combiningClassRows).read { scalar, values, _ in
      combiningClasses[scalar] = values[0]
    }
    self.decompositions = decompositions
    self.combiningClasses = combiningClasses
    self.composites = composites
  }

  func normalized(_ text: String) -> String {
    var scalars: [UInt32] = []
    for scalar in text.unicodeScalars { decompose(scalar.value, into: &scalars) }
    reorder(&scalars)
    compose(&scalars)
    return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  private func decompose(_ scalar: UInt32, into scalars: inout [UInt32]) {
    if let parts = Hangul.decomposition(of: scalar) ?? decompositions[scalar] {
      for part in parts { decompose(part, into: &scalars) }
    } else {
      scalars.append(scalar)
    }
  }

  private func combiningClass(_ scalar: UInt32) -> UInt32 { combiningClasses[scalar] ?? 0 }

  /// Sorts each run of combining scalars by class; those of one class keep their order.
  private func reorder(_ scalars: inout [UInt32]) {
    for index in scalars.indices.dropFirst() {
      let scalar = scalars[index]
      let order = combiningClass(scalar)
      guard order > 0 else { continue }
      var place = index
      while place > 0, combiningClass(scalars[place - 1]) > order {
        scalars[place] = scalars[place - 1]
        place -= 1
      }
      scalars[place] = scalar
    }
  }

  /// Composes each combining scalar with the starter before it, unless one of the same or a higher class is between.
  private func compose(_ scalars: inout [UInt32]) {
    var result: [UInt32] = []
    var starter: Int?
    // The class of the scalar after the starter that was added last; nil right after the starter.
    var lastClass: UInt32?
    for scalar in scalars {
      let order = combiningClass(scalar)
      if let starter, lastClass.map({ $0 < order }) ?? true, let composite = composite(result[starter], scalar) {
        result[starter] = composite
        continue
      }
      if order == 0 {
        starter = result.count
        lastClass = nil
      } else {
        lastClass = order
      }
      result.append(scalar)
    }
    scalars = result
  }

  private func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    Hangul.composite(first, second) ?? composites[Pair(first: first, second: second)]
  }
}
