import Reference
import Testing

@Suite struct ProgressLineTests {
  @Test func lineFitsTerminal() throws {
    let trainer = try TinyTask.trainer(TinyTask.configuration())
    for _ in 0..<5 { _ = try trainer.step() }
    var line = ProgressLine(trainer)
    line.loss = 0.12344
    line.accuracy = 0.965
    line.imagesPerSecond = 2010.4
    line.remaining = 200
    #expect(
      line.text(columns: 120)
        == "epoch 1/2 [###############---------------]  50 %  loss 0.1234  accuracy 96.50 %  2,010 images/s  3:20 left")
    #expect(line.text(columns: 80) == "epoch 1/2 [#####-----] loss 0.1234  accuracy 96.50 %  2,010 images/s  3:20 left")
    #expect(line.text(columns: 74) == "epoch 1/2   50 %  loss 0.1234  accuracy 96.50 %  2,010 images/s  3:20 lef")
    #expect(line.text(columns: 20) == "epoch 1/2   50 %  l")
    for columns in 1...200 { #expect(line.text(columns: columns).count < columns) }
  }

  @Test func durationsAreRounded() {
    #expect(ProgressLine.duration(59.6) == "1:00")
    #expect(ProgressLine.duration(3725) == "1:02:05")
    #expect(ProgressLine.duration(.infinity) == "?")
  }
}
