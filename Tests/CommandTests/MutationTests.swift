import Foundation
import Testing

/// Broken files of every kind, by a fixed seed. `MLLINT_MUTANTS=50000 MLLINT_SEED=7` makes more of them, and others.
@Suite(.serialized) struct MutationTests {
  private static let batchSize = 200
  /// Seconds for one batch; it takes a few.
  private static let limit = 120.0

  private static func setting(_ name: String, default value: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? value
  }

  private struct Mutant {
    var path: String
    var bytes: [UInt8]
  }

  @Test func mutantsAreHandled() throws {
    let seeds = try MutationSeeds().files
    try #require(seeds.count > 300)
    var mutator = Mutator(seed: UInt64(Self.setting("MLLINT_SEED", default: 1)))
    let total = Self.setting("MLLINT_MUTANTS", default: 3000)
    for batch in 0..<(total + Self.batchSize - 1) / Self.batchSize {
      let mutants = (0..<Self.batchSize).map { number in
        let seed = seeds[mutator.number(below: seeds.count)]
        let other = seeds[mutator.number(below: seeds.count)]
        return Mutant(path: "\(number)/\(seed.path)", bytes: mutator.mutant(of: seed.bytes, other: other.bytes))
      }
      for arguments in [["check", "--preview", "--isolated", "--output-format", "concise", "."], ["api", "."]] {
        guard try !Self.isSurvived(mutants, arguments) else { continue }
        let culprits = try Self.smallest(mutants, arguments)
        let shown = culprits.map { "\($0.path): \(Data($0.bytes).base64EncodedString())" }.joined(separator: "\n")
        Issue.record("\(arguments[0]) did not end well in batch \(batch):\n\(shown)")
      }
    }
  }

  private static func isSurvived(_ mutants: [Mutant], _ arguments: [String]) throws -> Bool {
    let command = try Command(CrashTests.witness)
    for mutant in mutants { try command.write(mutant.path, Data(mutant.bytes)) }
    let result = try command.run(arguments, limit: limit)
    return arguments[0] == "check" ? CrashTests.isChecked(result) : !result.wasKilled
  }

  /// Halves the mutants as long as one half alone still fails.
  private static func smallest(_ mutants: [Mutant], _ arguments: [String]) throws -> [Mutant] {
    var mutants = mutants
    while mutants.count > 1 {
      let halves = [Array(mutants[..<(mutants.count / 2)]), Array(mutants[(mutants.count / 2)...])]
      guard let half = try halves.first(where: { try !isSurvived($0, arguments) }) else { break }
      mutants = half
    }
    return mutants
  }
}
