import Lint

/// The languages that this program reads.
let frontends: [any Frontend] = [TextFrontend()]
