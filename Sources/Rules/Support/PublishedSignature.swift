/// Blocks that the field takes from one project to the next as they are, with their arguments.
///
/// Whoever knows the original, or loads its weights and configurations, expects its words: they are no slip. They still
/// vote, as readers meet them beside all others.
enum PublishedSignature {
  /// `shape`: the names of all parameters, joined by commas.
  static func contains(_ shape: String) -> Bool {
    let names = shape.split(separator: ",")
    return blocks.contains { block in block.allSatisfy(names.contains) }
  }

  private static let blocks: [[Substring]] = [
    // The layers of torch.nn.Transformer, and what was built after them.
    ["d_model", "nhead"],
    // The masks of torch's attention and of its decoder.
    ["key_padding_mask", "attn_mask"],
    ["memory_mask", "attn_mask"],
    // The perceptron of DETR's heads.
    ["input_dim", "hidden_dim", "output_dim", "num_layers"],
    // The attention pooling of CLIP, with its spelling.
    ["spacial_dim", "embed_dim", "num_heads", "output_dim"],
    // The attention of vit-pytorch and its relatives.
    ["dim", "heads", "dim_head"],
    // The downloads of torch.hub.
    ["model_dir", "progress", "file_name"],
    // The convolutions of torchvision's ResNet.
    ["in_planes", "out_planes", "stride"],
  ]
}
