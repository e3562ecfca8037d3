import Corvid
import Testing

@Suite struct ClipsTests {
  @Test func normalizedReachesPeak() {
    #expect(normalized([0.25, 0.5]).max() == 1)
  }

  @Test func windowsOverlap() {
    #expect(windows(of: [1, 2, 3], length: 2, stride: 1).count == 2)
  }

  @Test func mixedIsBetween() {
    #expect(mixed([1], [0]) == [0.5])
  }
}
