import Foundation

// Deep chains are printed by recursion, which needs more stack than the main thread has.
let worker = Thread {
  do {
    exit(try Command.run(Array(CommandLine.arguments.dropFirst())))
  } catch {
    print(error)
    exit(2)
  }
}
worker.stackSize = 1 << 30
worker.start()
while true { sleep(1000) }
