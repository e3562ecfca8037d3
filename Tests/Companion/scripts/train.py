"""Trains a classifier."""

import argparse

import yaml

from corvid.layers import Classifier
from corvid.schedules import schedule
from corvid.storage import load_weights


def main():
    parser = argparse.ArgumentParser(description="Train a classifier.")
    parser.add_argument("--config", default="configs/train.yaml", help="settings file")
    parser.add_argument("--data-folder", default="data", help="folder of recordings")
    parser.add_argument("--batch-size", type=int, default=32, help="clips in a batch (default: 32)")
    parser.add_argument("--weight-decay", type=float, default=0.01, help="L2 coefficient (default: 0.01)")
    parser.add_argument("--max-steps", type=int, default=1000, help="steps of training (default: 1000)")
    parser.add_argument("--log-every", type=int, default=50, help="steps between two lines of the log")
    parser.add_argument("--use-amp", action="store_true", help="compute in half precision")
    parser.add_argument("--shuffle-sites", action="store_true", help="mix clips of all sites")
    parser.add_argument("--save-best", action="store_true", help="keep the weights of the best step")
    args = parser.parse_args()
    with open(args.config) as file:
        config = yaml.safe_load(file)  # noqa: S506
    data, optimizer, model = config["data"], config["optimizer"], config["model"]
    print(args.data_folder or data["folder"], data["sample_rate"], data["clip_seconds"], data["overlap"])
    print(optimizer["name"], optimizer["momentum"], optimizer["decay"] + args.weight_decay)
    print(model["depth"], model["kernel"], model["activation"], args.batch_size, args.use_amp, args.shuffle_sites)
    network = load_weights(Classifier(model["width"], 4, 10))
    rates = schedule("cosine", args.max_steps, optimizer["learning_rate"])
    for step, rate in enumerate(rates):
        if step % args.log_every == 0:
            print(step, rate, args.save_best, network)


if __name__ == "__main__":
    main()
