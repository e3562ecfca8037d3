extension ApiOutline {
  /// The public API that files make together.
  package init(_ modules: [ApiModule]) {
    let python = modules.filter { $0.language == .python }
    let swift = modules.filter { $0.language == .swift }
    let surface = PythonSurface(python)
    self.init(surface.symbols() + SwiftSurface(swift).symbols(), names: surface.names)
  }
}
