#!/usr/bin/env python3
"""Compares linkup's choice of introductions with a bound that no choice can exceed.

How far from the best possible is it on large networks? Measured: the sum of the scores of the greedy choice and of the
improved one, against the optimum of the linear program in which a pair may be chosen in part (HiGHS); the best choice of
whole pairs lies between the improved sum and that bound. Networks: RandomNeighbourhood.swift. Then the time from texts of
100,000 contacts, step by step.
"""
import argparse
import os
import subprocess
import sys
import tempfile
import time

import numpy as np
import scipy
from scipy.optimize import linprog
from scipy.sparse import csr_array


def bound(pairs, contacts, capacity):
    """The largest sum if pairs could be chosen in part, and the seconds that it took to find."""
    first, second, scores = np.loadtxt(pairs, unpack=True)
    count = len(scores)
    rows = np.concatenate([first, second]).astype(np.int32)
    columns = np.tile(np.arange(count, dtype=np.int32), 2)
    degrees = csr_array((np.ones(2 * count), (rows, columns)), shape=(contacts, count))
    start = time.monotonic()
    result = linprog(-scores, A_ub=degrees, b_ub=np.full(contacts, capacity), bounds=(0, 1), method="highs-ipm")
    if not result.success:
        sys.exit("matching: the bound was not found: " + result.message)
    return -result.fun, time.monotonic() - start


def measure(program, arguments):
    """What the program prints: for each step its seconds, and what was chosen."""
    output = subprocess.run([program] + arguments, check=True, capture_output=True, text=True).stdout
    steps = {}
    for line in output.splitlines():
        words = line.split()
        if "seconds" in words:
            step = steps.setdefault(" ".join(words[: words.index("seconds")]), {})
            step["seconds"] = float(words[-1])
        else:
            step.update(zip(words[::2], map(float, words[1::2])))
    return steps


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, help="the executable matching")
    parser.add_argument("--contacts", type=int, nargs="*", default=[1_000, 5_000, 20_000], help="sizes with a bound")
    parser.add_argument("--large", type=int, nargs="*", default=[100_000], help="sizes without one")
    parser.add_argument("--texts", type=int, default=100_000, help="contacts of the run from texts; 0 for none")
    options = parser.parse_args()
    print(f"{'contacts':>9} {'seed':>4} {'pairs':>9} {'bound':>10} {'greedy':>7} {'improved':>8}"
          f" {'greedy s':>9} {'improved s':>10} {'rings s':>8} {'rings':>6} {'LP s':>7}")
    with tempfile.TemporaryDirectory(prefix="linkup-matching-") as folder:
        pairs = os.path.join(folder, "pairs.tsv")
        for contacts in options.contacts + options.large:
            for seed in [1, 2, 3] if contacts < 10_000 else [1]:
                arguments = ["--contacts", str(contacts), "--seed", str(seed)]
                has_bound = contacts in options.contacts
                steps = measure(options.program, arguments + (["--pairs", pairs] if has_bound else []))
                greedy, improved, rings = steps["greedy"], steps["improved"], steps["rings"]
                best, seconds = bound(pairs, contacts, 3) if has_bound else (float("nan"), float("nan"))
                print(f"{contacts:>9} {seed:>4} {greedy['pairs']:>9.0f} {best:>10.2f} {greedy['sum'] / best:>7.4f}"
                      f" {improved['sum'] / best:>8.4f} {greedy['seconds']:>9.2f} {improved['seconds']:>10.2f}"
                      f" {rings['seconds']:>8.2f} {rings['rings']:>6.0f} {seconds:>7.1f}".replace("nan", "  –"),
                      flush=True)
    print("\ngreedy and improved are shares of the bound; each time is of the whole choice up to there, on one thread")
    if options.texts:
        print(f"\nfrom texts: {options.texts} contacts, two needs and two offers each, 20 offers a need, two threads",
              flush=True)
        for name, step in measure(options.program, ["--texts", "--contacts", str(options.texts)]).items():
            rest = {key: round(value, 1) for key, value in step.items() if key != "seconds"}
            print(f"{name:16}{step['seconds']:8.2f} s  " + ", ".join(f"{k} {v:g}" for k, v in rest.items()))
    print(f"\nscipy {scipy.__version__}, numpy {np.__version__}")


if __name__ == "__main__":
    main()
