import LintSourceText
import Testing

@Suite struct HashTableTests {
  private func table(_ values: some Sequence<UInt64>) -> HashTable {
    var table = HashTable()
    for value in values { table.insert(value) }
    return table
  }

  @Test func holdsWhatWasInserted() {
    let table = table((1...1000).map { $0 &* 0x9E37_79B9_7F4A_7C15 })
    #expect(table.count == 1000)
    #expect((1...1000).allSatisfy { table.contains($0 &* 0x9E37_79B9_7F4A_7C15) })
    #expect(!table.contains(3))
  }

  @Test func orderDoesNotMatter() {
    #expect(table(1...100) == table((1...100).reversed()))
    #expect(table(1...100) != table(1...99))
    #expect(table(1...100) != table(2...101))
  }
}
