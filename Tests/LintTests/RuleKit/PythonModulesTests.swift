import LintRuleKit
import Testing

/// What dotted paths stand for in a Python project.
@Suite struct PythonModulesTests {
  private static let files = [
    ("nets/__init__.py", "from nets.layers import *\nfrom nets.layers import build as make\n"),
    (
      "nets/layers.py",
      """
      __all__ = ["Dense", "build"]

      class Base:
          def fit(self, data):
              return data

          @staticmethod
          def load(path):
              return path


      class Dense(Base):
          def __init__(self, units):
              self.units = units

          def call(self, x):
              return x


      def build(units):
          return units

      """
    ),
    ("nets/losses.py", "def mean(x):\n    return x\n"),
    ("nets/lazy.py", "def __getattr__(name):\n    return load(name)\n"),
  ]

  private func found(_ path: String) throws -> String {
    let index = try projectIndex(Self.files)
    switch index.modules.find(path, exists: { _ in false }) {
    case .function(let callable, let module): return "\(module.name): \(callable.parameters.map(\.name))"
    case .type(_, let module): return "\(module.name): type"
    case .module(let name): return "module \(name)"
    case .missing(let part, _): return "missing \(part)"
    case .unknown: return "unknown"
    }
  }

  @Test(arguments: [
    ("nets.layers.Dense", "nets.layers: type"), ("nets.losses.mean", "nets.losses: [\"x\"]"),
    // A star import, an alias and a submodule.
    ("nets.Dense", "nets.layers: type"), ("nets.make", "nets.layers: [\"units\"]"),
    ("nets.losses", "module nets.losses"),
    ("nets.layers.Dens", "missing 2"), ("nets.losses.median", "missing 2"),
    // Inherited by the class.
    ("nets.Dense.load", "nets.layers: [\"path\"]"),
    // A lazy module may give every name that the project has.
    ("nets.lazy.build", "unknown"), ("nets.lazy.Anything", "missing 2"), ("numpy.array", "unknown"),
  ])
  func pathsAreFollowed(path: String, expected: String) throws {
    let found = try found(path)
    #expect(found == expected)
  }

  @Test func methodsAreInherited() throws {
    let index = try projectIndex(Self.files)
    guard case .callable(let method, _) = index.modules.callee("nets.Dense", member: "fit", exists: { _ in false })
    else {
      Issue.record("the inherited method is not found")
      return
    }
    #expect(method.parameters.map(\.name).contains("data"))
    guard case .missingMember = index.modules.callee("nets.Dense", member: "fits", exists: { _ in false }) else {
      Issue.record("a missing method is not reported")
      return
    }
  }

  @Test func originOfMethods() throws {
    let index = try projectIndex(Self.files)
    #expect(index.origin(ofMethod: "fit", in: "Dense", module: "nets.layers") == .inherited("Base"))
    #expect(index.origin(ofMethod: "call", in: "Dense", module: "nets.layers") == .own)
    #expect(index.ancestors(of: "Dense", module: "nets.layers").map(\.name) == ["Base"])
  }

  @Test func basesFromOtherPackagesAreForeign() throws {
    let index = try projectIndex([
      ("nets/__init__.py", ""), ("nets/a.py", "from torch import Thing\n\nclass A(Thing):\n    def f(self): ...\n"),
    ])
    #expect(index.origin(ofMethod: "f", in: "A", module: "nets.a") == .foreign)
  }
}
