/// The methods of well-known classes that others inherit from.
enum ForeignMembers {
  /// By the last name of the class; what is not here is unknown.
  static let names: [String: Set<String>] = [
    "Trainer": trainer, "Seq2SeqTrainer": trainer, "PyTorchModelHubMixin": hub, "ModelHubMixin": hub,
    "PushToHubMixin": hub, "Env": gym, "Wrapper": gym,
  ]

  private static let hub: Set<String> = ["save_pretrained", "from_pretrained", "push_to_hub", "generate_model_card"]

  private static let gym: Set<String> = [
    "step", "reset", "render", "close", "unwrapped", "np_random", "np_random_seed", "has_wrapper_attr",
    "get_wrapper_attr", "set_wrapper_attr", "spec", "metadata", "render_mode", "observation_space", "action_space",
    "class_name", "wrapper_spec", "env",
  ]

  private static let trainer: Set<String> = [
    "add_callback", "pop_callback", "remove_callback", "train", "evaluate", "predict", "prediction_loop",
    "evaluation_loop", "prediction_step", "training_step", "compute_loss", "log", "log_metrics", "metrics_format",
    "save_metrics", "save_state", "save_model", "push_to_hub", "create_model_card", "init_hf_repo", "num_examples",
    "num_tokens", "get_train_dataloader", "get_eval_dataloader", "get_test_dataloader", "create_optimizer",
    "create_optimizer_and_scheduler", "create_scheduler", "get_optimizer_cls_and_kwargs", "get_learning_rates",
    "get_num_trainable_parameters", "get_optimizer_group", "get_decay_parameter_names", "hyperparameter_search",
    "is_local_process_zero", "is_world_process_zero", "floating_point_ops", "autocast_smart_context_manager",
    "compute_loss_context_manager", "call_model_init", "torch_jit_model_eval", "ipex_optimize_model",
    "create_accelerator_and_postprocess", "propagate_args_to_deepspeed", "get_batch_samples", "store_flos",
    "set_initial_training_values", "model_accepts_loss_kwargs", "tokenizer", "accelerator", "args",
    "model", "state", "optimizer", "lr_scheduler", "data_collator", "train_dataset", "eval_dataset",
  ]
}
