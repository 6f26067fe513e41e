"""Times linkup's encoder against the same models in NumPy and ONNX Runtime, in turns, on one core."""
import argparse, logging, os, statistics, subprocess, sys, tempfile, time

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
sys.path.insert(0, f"{root}/data/models/build")
logging.disable(logging.WARNING)
import numpy as np
import onnx_models, reference

LEAST_ENGLISH = 0.05  # below it linkup doesn't ask MiniLM, nor do its peers


class Peer:
    """One implementation of both encoders; the small rest is NumPy's in all of them."""

    def __init__(self, name, use, minilm, head):
        self.name, self.head = name, head
        self.use, self.minilm = use, minilm

    def encode(self, texts):
        english, unigrams, words = texts
        z = np.empty((len(unigrams), 512), np.float32)
        m = np.zeros((len(unigrams), 384), np.float32)
        read = np.flatnonzero(english)
        for model, ids, rows, vectors in (
                (self.use, unigrams, np.arange(len(unigrams)), z), (self.minilm, words, read, m)):
            for batch in reference.batches([ids[i] for i in rows]):
                vectors[rows[batch]] = model.forward(np.array([ids[i] for i in rows[batch]]))
        return reference.mix(english, self.head.map(z), m)

    def seconds(self, mode, texts):
        parts = [texts]
        if mode == "single":
            parts = [tuple(x[i:i + 1] for x in texts) for i in range(len(texts[0]))]
        start = time.perf_counter()
        for part in parts:
            self.encode(part)
        return time.perf_counter() - start


class Linkup:
    name = "linkup"

    def __init__(self, program, file):
        self.process = subprocess.Popen(
            [program, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def seconds(self, mode, _):
        print(mode, file=self.process.stdin, flush=True)
        return float(self.process.stdout.readline())


def corpora(shared):
    with open(f"{root}/data/eval/topics-en-fr/topics.tsv", encoding="utf-8") as f:
        yield "topics", [cell for line in f for cell in line.rstrip("\n").split("\t")]
    path = f"{shared}/eval/timebanks-dev/offers.tsv"
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            texts = [line.rstrip("\n").split("\t")[1] for line in f]
        yield "time banks", [s for s in dict.fromkeys(texts) if len(s) < 400][:500]
    else:
        print(f"encode: skipped the time banks' offers: no {path}; set LINKUP_SHARED", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

    parts = reference.Encoders(f"{root}/data/models")
    peers = [Peer("NumPy", parts.use, parts.minilm, parts.head)]
    for name, int8 in (("ONNX Runtime", False), ("ONNX Runtime int8", True)):
        sessions = [onnx_models.Session(model(part.t), int8) for model, part in
                    ((onnx_models.use, parts.use), (onnx_models.minilm, parts.minilm))]
        peers.append(Peer(name, *sessions, parts.head))

    print(f"{'texts':12}{'':8}{'encoder':20}{'texts/s':>9}{'ms/text':>9}{'slowest':>9}{'fastest':>9}"
          "  linkup is")
    for corpus, texts in corpora(options.shared):
        english = np.array([parts.language.english(s) for s in texts], np.float32)
        prepared = (
            np.where(english < LEAST_ENGLISH, 0, english),
            [parts.use.tokeniser.encode(s) for s in texts],
            [parts.minilm.tokeniser.encode(s) for s in texts])
        vectors = [peer.encode(prepared) for peer in peers]
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
            file.write("\n".join(texts))
            file.flush()
            runners = [Linkup(options.program, file.name)] + peers
            for mode in ("bulk", "single"):
                seconds = {r.name: [] for r in runners}
                for run in range(options.runs + 1):
                    for runner in runners:
                        taken = runner.seconds(mode, prepared)
                        if run:  # the first is for warming up
                            seconds[runner.name].append(taken)
                ours = statistics.median(seconds["linkup"])
                for name, taken in seconds.items():
                    rate = lambda s: 1000 * s / len(texts)
                    median = statistics.median(taken)
                    print(f"{corpus:12}{mode:8}{name:20}{len(texts) / median:9.0f}{rate(median):9.3f}"
                          f"{rate(max(taken)):9.3f}{rate(min(taken)):9.3f}  {median / ours:.2f} x as fast")
        unigrams, words = (np.mean([len(x) for x in pieces]) for pieces in prepared[1:])
        agreement = ", ".join(
            f"{peer.name} {(v * vectors[0]).sum(1).mean():.4f}" for peer, v in zip(peers[1:], vectors[1:]))
        print(f"{corpus}: {len(texts)} texts of {unigrams:.1f} unigrams and {words:.1f} word pieces "
              f"on average, {(prepared[0] > 0).mean():.0%} read by MiniLM;\n"
              f"mean cosine to NumPy's: {agreement}\n")
    print(f"Medians of {options.runs} runs in turns on one core. linkup's time is from letters to bytes;\n"
          "its peers are given the pieces and the language. "
          f"NumPy {np.__version__}, ONNX Runtime {onnx_models.onnxruntime.__version__}.")


if __name__ == "__main__":
    main()
