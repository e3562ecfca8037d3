import Foundation
import PythonSyntax

/// Measures parsing on one thread.
enum Timing {
  static func run(_ arguments: [String]) {
    var paths = arguments
    var rounds = 5
    if paths.first == "--rounds", paths.count > 1 {
      rounds = Int(paths[1]) ?? rounds
      paths.removeFirst(2)
    }
    let files = Command.pythonFiles(paths).compactMap(Command.read)
    let size = files.reduce(0) { $0 + $1.count }
    var best = Double.infinity
    var nodes = 0
    for _ in 0..<rounds {
      let clock = ContinuousClock()
      nodes = 0
      let elapsed = clock.measure {
        for file in files { nodes += Tree.parse(file).nodeCount }
      }
      best = min(best, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
    }
    let rate = Double(size) / 1e6 / best
    print("\(files.count) files, \(size) bytes, \(nodes) nodes, best of \(rounds): \(best) s, \(rate) MB/s")
  }
}
