import Foundation
import Testing

/// Training under kills, full disks and corrupt files.
@Suite(.serialized) struct ReferenceRobustnessTests {
  @Test func killedRunResumesBitForBit() throws {
    let command = try Command()
    let training = Command.quickTraining + ["--epochs", "6", "--no-wandb", "--name"]
    try finish(command, training + ["whole"])
    var random = SystemRandomNumberGenerator()
    var kills = 0
    var arguments = training + ["killed"]
    while true {
      let process = try command.start(arguments)
      // The delay grows, since a slow machine may need longer to start.
      Thread.sleep(forTimeInterval: Double.random(in: 0.02...0.4 + 0.02 * Double(kills), using: &random))
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        kills += 1
      }
      process.waitUntilExit()
      if process.terminationReason == .exit {
        #expect(process.terminationStatus == 0)
        break
      }
      // A run killed before it wrote its configuration cannot be resumed.
      if command.exists("runs/killed/configuration.json") {
        arguments = ["reference", "train", "--resume", "runs/killed"]
      } else {
        try? FileManager.default.removeItem(atPath: "\(command.path)/runs/killed")
      }
      try #require(kills < 200, "the run makes no progress between kills")
    }
    #expect(kills > 1)
    for name in ["best", "current"] {
      let files = try ["whole", "killed"].map {
        try tensors(command.read("runs/\($0)/checkpoints/\(name).safetensors"))
      }
      #expect(files[0] == files[1], "\(name) differs after \(kills) kills")
    }
    #expect(try command.metrics("runs/killed") == command.metrics("runs/whole"))
    let results = try ["whole", "killed"].map { try command.object("runs/\($0)/result.json")["test_loss"] as? Double }
    #expect(results[0] == results[1])
  }

  @Test func interruptedRunSavesState() throws {
    let command = try Command()
    let process = try command.start(Command.quickTraining + ["--name", "run", "--epochs", "200"])
    while !command.exists("runs/run/metrics.jsonl") { Thread.sleep(forTimeInterval: 0.02) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let other = try command.run("reference", "train", "--resume", "runs/run", "--epochs", "3", "--seed", "1")
    #expect(other.code == 2)
    #expect(other.errors.contains("--epochs 3 conflicts with the run, which was started with 200\n"), "\(other.errors)")
    #expect(!other.errors.contains("--seed"))
  }

  @Test func runIsLockedByItsProcess() throws {
    let command = try Command()
    let process = try command.start(Command.quickTraining + ["--name", "run", "--epochs", "500"])
    defer { process.terminate() }
    while !command.exists("runs/run/metrics.jsonl") { Thread.sleep(forTimeInterval: 0.02) }
    let second = try command.run("reference", "train", "--resume", "runs/run")
    #expect(second.code == 2)
    #expect(second.errors.hasPrefix("mllint: error: another process is training run 'runs/run'"), "\(second.errors)")
  }

  @Test func runResumesAfterFullDisk() throws {
    let command = try Command()
    let disk = "\(command.path)/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    // Enough space for the first checkpoint, but not for a second one.
    guard run("/bin/mount", "-t", "tmpfs", "-o", "size=300k", "none", disk) else {
      print("skipped: only root can mount a small file system")
      return
    }
    defer { _ = run("/bin/umount", disk) }
    let training = Command.quickTraining + ["--no-wandb", "--no-tensorboard"]
    let full = try command.run(training + ["--output", "disk", "--name", "run"])
    #expect(full.code == 2)
    #expect(full.errors.contains("no space left on device; free some space"), "\(full.errors)")
    let kept = try tensors(command.read("disk/run/checkpoints/current.safetensors"))
    #expect(!kept.isEmpty)
    try #require(run("/bin/mount", "-o", "remount,size=4m", disk))
    try finish(command, ["reference", "train", "--resume", "disk/run"])
    try finish(command, training + ["--name", "whole"])
    #expect(
      try command.read("disk/run/checkpoints/best.safetensors")
        == command.read("runs/whole/checkpoints/best.safetensors")
    )
  }

  @Test func unwritableDirectoryIsReported() throws {
    let command = try Command(["runs": "a file", "locked/a": ""])
    let file = try command.run(Command.quickTraining)
    #expect(file.code == 2)
    #expect(file.errors.hasPrefix("mllint: error: cannot create runs: file exists; "), "\(file.errors)")
    if getuid() != 0 {
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: "\(command.path)/locked")
      let locked = try command.run(Command.quickTraining + ["--output", "locked/runs"])
      #expect(locked.code == 2)
      #expect(locked.errors.contains("permission denied; change the permissions of the directory"), "\(locked.errors)")
    }
  }

  @Test func nonFiniteLossStopsRun() throws {
    let command = try Command()
    let done = try command.run(Command.quickTraining + ["--learning-rate", "1e9", "--name", "run"])
    #expect(done.code == 2)
    #expect(done.errors.contains("mllint: error: the loss became "), "\(done.errors)")
    #expect(done.errors.contains(" in epoch 1, step "))
    #expect(done.errors.contains("retry with a lower --learning-rate"))
    #expect(command.exists("runs/run/checkpoints/current.safetensors"))
    #expect(!command.exists("runs/run/result.json"))
  }

  @Test func corruptAndMismatchedCheckpointsAreReported() throws {
    let command = try Command()
    try finish(command, Command.quickTraining + ["--name", "first", "--no-wandb"])
    try finish(command, Command.quickTraining + ["--name", "second", "--no-wandb", "--model", "conv-5x5"])
    let current = "runs/first/checkpoints/current.safetensors"
    let whole = try command.read(current)

    try command.write(current, try command.read("runs/second/checkpoints/current.safetensors"))
    let mismatch = try command.run("reference", "train", "--resume", "runs/first")
    #expect(mismatch.code == 2)
    #expect(
      mismatch.errors.contains("belongs to another run: expected model 'article-cnn', found 'conv-5x5'"),
      "\(mismatch.errors)")

    for corrupt in [whole.prefix(whole.count / 2), whole.prefix(3), flipped(whole)] {
      try command.write(current, Data(corrupt))
      let done = try command.run("reference", "train", "--resume", "runs/first")
      #expect(done.code == 2)
      #expect(done.errors.contains("\(current)' is corrupt: "), "\(done.errors)")
      #expect(done.errors.contains("; add --from-previous to resume from '"), "\(done.errors)")
    }
    try finish(command, ["reference", "train", "--resume", "runs/first", "--from-previous"])
    #expect(try tensors(command.read(current)) == tensors(whole))
    let again = try command.run("reference", "train", "--resume", "runs/first")
    #expect(again.errors.contains("run 'runs/first' has finished all 2 epochs"), "\(again.errors)")
    let nothing = try command.run("reference", "train", "--resume", "runs/none")
    #expect(nothing.errors.contains("'runs/none' is not a run directory: 'configuration.json' is missing"))
  }

  private func finish(_ command: Command, _ arguments: [String]) throws {
    let done = try command.run(arguments + ["--quiet"])
    try #require(done.code == 0, "\(done.errors)")
  }

  /// The tensor data of a checkpoint, without the header, which contains times.
  private func tensors(_ file: Data) -> Data {
    let length = file.prefix(8).enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
    return Data(file.dropFirst(8 + length))
  }

  private func flipped(_ data: Data) -> Data {
    var changed = data
    changed[data.count - 100] ^= 1
    return changed
  }

  /// Runs a program and returns whether it succeeded.
  private func run(_ program: String, _ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
