import Foundation

// Deep chains are printed by recursion, which needs more stack than the main thread has.
let worker = Thread { exit(Command.run(Array(CommandLine.arguments.dropFirst()))) }
worker.stackSize = 1 << 30
worker.start()
while true { sleep(1000) }
