extension ApiOutline {
  /// The public API that files make together.
  ///
  /// - Parameters:
  ///   - modules: What each file contributes.
  ///   - roots: Names of modules that are part of the API although they are in no package.
  package init(_ modules: [ApiModule], offering roots: Set<String> = []) {
    let python = modules.filter { $0.language == .python }
    let swift = modules.filter { $0.language == .swift }
    let surface = PythonSurface(python, offering: roots)
    self.init(surface.symbols() + SwiftSurface(swift).symbols(), names: surface.names)
    deprecatedPaths = surface.deprecatedPaths
    refusals = surface.refusals
    problems = modules.compactMap(\.problem).sorted { $0.path < $1.path }
  }

  /// Modules that are all a project without packages offers: another state's packages do not make them private.
  package static func looseRoots(of modules: [ApiModule]) -> Set<String> {
    PythonSurface.looseRoots(modules.filter { $0.language == .python })
  }
}
