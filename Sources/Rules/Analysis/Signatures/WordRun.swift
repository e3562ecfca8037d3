/// Finds a sequence of words in the words of a name.
enum WordRun {
  /// Where each occurrence of the sequence begins.
  static func places<Word: StringProtocol>(of run: [Word], in words: [Word]) -> [Int] {
    guard !run.isEmpty, words.count >= run.count else { return [] }
    return (0...(words.count - run.count)).filter { start in words[start..<(start + run.count)].elementsEqual(run) }
  }
}
