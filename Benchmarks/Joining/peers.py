#!/usr/bin/env python3
"""Times linkup's join and single query beside other engines, in turns on one machine.

What is measured, in CPU time of one core unless it says otherwise, as medians of --runs runs in which all take turns:
  whole    from two text files to result lines: `linkup join --similarity words` and join_sdtopn.py
  words    the join alone, top 10, from the needs' texts; the peers' are tokenised already
  product  the same from ready-made vectors
  lexical  the same for words and n-grams: the peer multiplies the very vectors that linkup made
  dense    by meaning, from ready-made vectors: faiss's exact index has the very vectors that linkup made
  hybrid   by meaning and letters, from ready-made vectors, beside meaning alone
  approximate  the same two joins where each need looks through some of the offers, with its recall; linkup alone
  single   one query after the other, from text to hits
  threads  seconds by the clock on one and two threads, whole
  scale    CPU time a need by number of needs and offers, with the slope between sizes
Corpora: bench/peers/gen_corpus.py in $LINKUP_SHARED makes them from WordNet. The peers' scripts are from there, too.
"""
import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import time

ALONE = ["sdtopn", "sdtopn_blk8k", "tantivy", "impact_reorder"]


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", required=True, help="the folder of linkup and joining")
    parser.add_argument("--shared", required=True, help="the folder that has bench/peers")
    parser.add_argument("--folder", required=True, help="where corpora are kept")
    parser.add_argument("--sizes", default="1000,10000,100000", help="numbers of needs and offers")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sample", type=int, default=20000, help="how many needs are joined where there are more, the join alone")
    parser.add_argument("--parts", default="whole,words,product,lexical,dense,hybrid,approximate,single,threads,scale")
    return parser.parse_args()


def measured(command, output=subprocess.DEVNULL):
    """Seconds by the clock and of CPU, and the peak of memory in MiB, of a process; its output."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=output)
    text = process.stdout.read() if output == subprocess.PIPE else b""
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"peers: {' '.join(command)} failed")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


class Bench:
    def __init__(self, given):
        self.given = given
        self.peers = os.path.join(given.shared, "bench", "peers")
        os.makedirs(given.folder, exist_ok=True)
        for name in ("peers.py", "gen_corpus.py", "prep.py", "join_sdtopn.py"):
            shutil.copy(os.path.join(self.peers, name), given.folder)
        self.medians = {}

    def path(self, *names):
        return os.path.join(self.given.folder, *names)

    def corpus(self, size):
        folder = self.path("corpus", str(size))
        if not os.path.exists(os.path.join(folder, "needs.i32")):
            subprocess.check_call([sys.executable, self.path("gen_corpus.py"), str(size), folder], stdout=sys.stderr)
            subprocess.check_call([sys.executable, self.path("prep.py"), folder], stdout=sys.stderr)
        return folder

    def program(self, name):
        return os.path.join(self.given.programs, name)

    def linkup(self, size, similarity="words", threads=1):
        folder = self.corpus(size)
        return measured(
            [self.program("linkup"), "join", f"{folder}/needs.tsv", f"{folder}/offers.tsv",
             "--similarity", similarity, "--threads", str(threads)])

    def joining(self, size, *more):
        text = measured([self.program("joining"), self.corpus(size), *more], subprocess.PIPE)[3]
        return json.loads(text)

    def peer(self, name, size, sample, single=0):
        text = measured(
            [sys.executable, self.path("peers.py"), name, str(size), "--sample", str(sample), "--single", str(single)],
            subprocess.PIPE)[3]
        return json.loads(text.splitlines()[-1])

    def compare(self, title, size, contestants, unit="µs a need"):
        """Runs the contestants in turns and prints their medians and how many times linkup's, the first, each is."""
        runs = {name: [] for name, _ in contestants}
        for _ in range(self.given.runs):
            for name, run in contestants:
                runs[name].append(run())
        medians = {name: statistics.median(values) for name, values in runs.items()}
        first = next(iter(medians.values()))
        best = min(list(medians.values())[1:], default=first)
        cells = ", ".join(f"{name} {value:.4g} (×{value / first:.2f})" for name, value in medians.items())
        print(f"{title}, {size}: {cells} {unit}; the best peer ×{best / first:.2f}", flush=True)
        return first

    def whole(self, size):
        folder = self.corpus(size)
        peer = [sys.executable, self.path("join_sdtopn.py"), f"{folder}/needs.tsv", f"{folder}/offers.tsv"]
        if size > 100_000:
            print(f"whole, {size}: linkup {1e6 * self.linkup(size)[1] / size:.4g} µs a need; the peer would take ten minutes")
            return
        self.compare("whole", size, [
            ("linkup", lambda: 1e6 * self.linkup(size)[1] / size),
            ("join_sdtopn.py", lambda: 1e6 * measured(peer)[1] / size)])

    def words(self, size):
        sample = min(size, self.given.sample)
        def ours():
            result = self.joining(size, "--sample", str(sample))
            return 1e6 * (result["queries_cpu"] + result["join_cpu"]) / result["needs"]
        def theirs(name):
            result = self.peer(name, size, sample)
            return 1e6 * result["join_cpu"] / result["n_needs"]
        self.compare("words", size, [("linkup", ours)] + [(name, lambda name=name: theirs(name)) for name in ALONE])

    def product(self, size):
        sample = min(size, self.given.sample)
        def ours():
            result = self.joining(size, "--sample", str(sample))
            return 1e6 * result["join_cpu"] / result["needs"]
        def theirs():
            result = self.peer("sdtopn", size, sample)
            return 1e6 * result["mul_cpu_last_batch"] / result["n_needs"]
        self.compare("product", size, [("linkup", ours), ("sdtopn", theirs)])

    def lexical(self, size):
        sample = min(size, self.given.sample if size <= 100_000 else self.given.sample // 10)
        folder = self.path("vectors")
        os.makedirs(folder, exist_ok=True)
        product = {}
        def ours():
            result = self.joining(
                size, "--sample", str(sample), "--similarity", "lexical", "--vectors", folder)
            product["sum"] = result["sum"]
            return 1e6 * result["join_cpu"] / result["needs"]
        def theirs():
            script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "product.py")
            result = json.loads(measured([sys.executable, script, folder], subprocess.PIPE)[3])
            product.update(result)
            if abs(product["whole_sum"] / product["sum"] - 1) > 1e-5:
                sys.exit(f"peers: the sums of scores differ: {product}")
            return 1e6 * product["whole_cpu"] / product["needs"]
        def in_blocks():
            return 1e6 * product["blocks_cpu"] / product["needs"]
        self.compare(
            "lexical", size, [("linkup", ours), ("sparse_dot_topn", theirs), ("the same in blocks", in_blocks)])

    def meanings(self, size, similarity):
        """The join by meaning; the first call encodes the texts, which takes minutes where there are many."""
        sample = min(size, self.given.sample)
        result = self.joining(size, "--sample", str(sample), "--similarity", similarity)
        return 1e6 * result["join_cpu"] / result["needs"], result["sum"] / result["needs"]

    def dense(self, size):
        if size > 100_000:
            return
        # The encoder's vectors are kept, and taken from there.
        sums = {}
        sample = min(size, self.given.sample)
        self.joining(size, "--sample", str(sample), "--similarity", "semantic")
        def ours():
            time, sums["linkup"] = self.meanings(size, "semantic")
            return time
        def theirs():
            script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "dense.py")
            result = json.loads(measured([sys.executable, script, self.corpus(size), str(sample)], subprocess.PIPE)[3])
            if abs(result["sum"] / result["needs"] / sums["linkup"] - 1) > 1e-5:
                sys.exit(f"peers: the sums of scores differ: {result}, {sums}")
            return 1e6 * result["join_cpu"] / result["needs"]
        self.compare("dense", size, [("linkup", ours), ("faiss", theirs)])

    def hybrid(self, size):
        if size > 100_000:
            return
        runs = {"semantic": [], "hybrid": []}
        for _ in range(self.given.runs):
            for similarity in runs:
                runs[similarity].append(self.meanings(size, similarity)[0])
        alone, both = (statistics.median(values) for values in runs.values())
        print(f"hybrid, {size}: {both:.4g} µs a need, meaning alone {alone:.4g} (×{both / alone:.2f})", flush=True)

    def approximate(self, size):
        sample = min(size, self.given.sample)
        for similarity in ("semantic", "hybrid"):
            runs = [self.joining(size, "--sample", str(sample), "--similarity", similarity, "--approximate")
                    for _ in range(self.given.runs)]
            exact, near = (statistics.median(run[key] / run["needs"] for run in runs) for key in ("join_cpu", "approximate_cpu"))
            lists = statistics.median(run["lists_cpu"] for run in runs) / size
            print(f"approximate, {similarity}, {size}: {1e6 * near:.4g} µs a need and {1e6 * lists:.4g} an offer for its lists, "
                  f"recall@10 {runs[0]['recall']:.4f}; exact {1e6 * exact:.4g}", flush=True)

    def single(self, size):
        results = {}
        def ours(percent):
            if percent == "p50":
                results["linkup"] = self.joining(size, "--sample", "1", "--single", "2000")
            return results["linkup"][f"{percent}_cpu_us"]
        def theirs(percent):
            if percent == "p50":
                results["tantivy"] = self.peer("tantivy", size, 2000, single=2000)
            return results["tantivy"][f"{percent}_cpu_us"]
        runs = {key: [] for key in [("linkup", "p50"), ("linkup", "p99"), ("tantivy", "p50"), ("tantivy", "p99")]}
        for _ in range(self.given.runs):
            for percent in ("p50", "p99"):
                runs["linkup", percent].append(ours(percent))
                runs["tantivy", percent].append(theirs(percent))
        medians = {key: statistics.median(values) for key, values in runs.items()}
        for percent in ("p50", "p99"):
            mine, other = medians["linkup", percent], medians["tantivy", percent]
            print(f"single {percent}, {size}: linkup {mine:.4g}, tantivy {other:.4g} µs (×{other / mine:.2f})", flush=True)

    def threads(self, size):
        runs = {1: [], 2: []}
        for _ in range(self.given.runs):
            for threads in runs:
                runs[threads].append(self.linkup(size, threads=threads)[0])
        one, two = (statistics.median(values) for values in runs.values())
        print(f"threads, {size}: one {one:.3f} s, two {two:.3f} s by the clock (×{one / two:.2f})", flush=True)

    def scale(self, sizes):
        before = None
        for size in sizes:
            _, cpu, memory, _ = self.linkup(size)
            slope = "" if before is None else f"; slope {math.log(cpu / before[1]) / math.log(size / before[0]):.2f}"
            print(f"scale, words, {size} × {size}: {cpu:.3f} s, {1e6 * cpu / size:.4g} µs a need, {memory:.0f} MiB{slope}", flush=True)
            before = (size, cpu)


def main():
    given = options()
    if not os.path.exists(os.path.join(given.shared, "bench", "peers", "peers.py")):
        sys.exit(f"peers: {given.shared} has no bench/peers; name its folder by LINKUP_SHARED")
    bench = Bench(given)
    sizes = [int(size) for size in given.sizes.split(",")]
    parts = given.parts.split(",")
    for size in sizes:
        for part in parts:
            if part != "scale":
                getattr(bench, part)(size)
    if "scale" in parts:
        bench.scale(sizes)


main()
