import Lint

/// The front ends that examples are read with.
let frontends: [any Frontend] = [TextFrontend()]
