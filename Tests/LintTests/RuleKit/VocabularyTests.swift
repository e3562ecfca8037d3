import LintRuleKit
import Testing

@Test func findsConceptsByCanonicalName() throws {
  let vocabulary = Vocabulary([
    Concept(concept: "axis", meaning: "the axis", names: [["axis", "dim"]]),
    Concept(concept: "beta", meaning: "a decay", names: [["beta1", "beta_1"], ["beta2"]]),
  ])
  #expect(vocabulary["dim"] == [Vocabulary.Candidate(concept: 0, set: 0)])
  #expect(vocabulary["beta2"] == [Vocabulary.Candidate(concept: 1, set: 1)])
  #expect(vocabulary["width"].isEmpty)
}

@Test func mergesProjectVocabulary() {
  var off = Concept(concept: "stride", meaning: "the stride", names: [["stride", "strides"]])
  off.enabled = false
  var vocabulary = Vocabulary([off])
  #expect(vocabulary["stride"].isEmpty)
  vocabulary.add(Concept(concept: "stride", meaning: "the stride", names: [["stride", "stepSize"], ["hop"]]))
  #expect(vocabulary["step_size"] == vocabulary["strides"])
  #expect(vocabulary["stride"].count == 1)
  #expect(vocabulary["hop"] == [Vocabulary.Candidate(concept: 0, set: 1)])
}

@Test(arguments: [
  ("num_layers", CountName.Affix.num, "layer"), ("n_classes", .n, "class"), ("nb_boxes", .nb, "box"),
  ("layer_count", .count, "layer"), ("layers_num", .numSuffix, "layer"), ("number_of_queries", .numberOf, "query"),
  ("num_of_attention_heads", .numOf, "attention_head"), ("n_indices", .n, "index"), ("num_batches", .num, "batch"),
  ("num_biases", .num, "bias"), ("num_samples", .num, "sample"),
])
func readsCounts(_ name: String, _ affix: CountName.Affix, _ noun: String) {
  let count = CountName(canonical: name)
  #expect(count?.affix == affix)
  #expect(count?.noun == noun)
}

@Test(arguments: ["numpy", "norm", "count", "num_", "account", "x"])
func rejectsNamesWithoutCounts(_ name: String) {
  #expect(CountName(canonical: name) == nil)
}
