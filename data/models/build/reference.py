"""What the .lkm files compute, in NumPy: p, z, h, m and v of a text, as data/models/README.md describes it.

    python reference.py FOLDER TEXT…
"""
import sys
import numpy as np
from scipy.special import erf
import lkm, text

EPSILON = 1e-12


def l2(x):
    return x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-9)


def layer_norm(x, gain, bias):
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(EPSILON)) * gain + bias


def gelu(x):
    return x * 0.5 * (1 + erf(x * np.float32(0.5 ** 0.5)))


def product(x, w):
    """x @ w over the last axis, as one product of two matrices: NumPy would otherwise make one small product a text."""
    return (x.reshape(-1, x.shape[-1]) @ w).reshape(*x.shape[:-1], w.shape[1])


def relu(x):
    return np.maximum(x, 0)


def batches(ids, budget=2048):
    """Indices of texts of equal length, in batches of about `budget` pieces."""
    order, start = sorted(range(len(ids)), key=lambda i: len(ids[i])), 0
    while start < len(order):
        n, end = len(ids[order[start]]), start
        while end < len(order) and len(ids[order[end]]) == n and (end - start + 1) * n <= max(budget, n):
            end += 1
        yield order[start:end]
        start = end


class Use:
    def __init__(self, path):
        self.t = {k: v.astype(np.float32) if getattr(v, "dtype", None) == np.float16 else v for k, v in lkm.read(path).items()}
        self.tokeniser = text.Unigram(lkm.read_strings(self.t, "pieces"), self.t["pieces.score"], self.t["pieces.unknown"][0],
                                      self.t["normalizer.trie"], self.t["normalizer.text"])

    def encode(self, texts):
        ids = [self.tokeniser.encode(s) for s in texts]
        z = np.empty((len(ids), 512), np.float32)
        for batch in batches(ids):
            z[batch] = self.forward(np.array([ids[i] for i in batch]))
        return z

    def forward(self, ids):
        t, (n, length) = self.t, ids.shape
        e = t["token.table"][ids.ravel()].reshape(n, length, 512)
        x = layer_norm(product(e, t["ngram.projection.weight"]) + t["ngram.projection.bias"], t["ngram.norm.gain"], t["ngram.norm.bias"])
        features = [e]
        for i, (order, left) in enumerate(((2, 0), (3, 1), (5, 2))):
            a = own = x[:, :, 256 * i:256 * i + 256]
            for step in ("first", "second"):
                name = f"ngram.{order}.{step}."
                edged = np.pad(a, ((0, 0), (left, order - 1 - left), (0, 0)))
                window = np.concatenate([edged[:, k:k + length] for k in range(order)], 2)
                a = relu(product(window, t[name + "weight"]) + t[name + "bias"]) + a
            features.append(a)
        f = layer_norm(np.concatenate(features, 2), t["features.norm.gain"], t["features.norm.bias"])
        s = (f.sum(1) @ t["sentence.weight"] + length * t["sentence.bias"]) / np.float32(length ** 0.5)
        y0 = relu(s @ t["dense.0.weight"])
        y1 = relu(s @ t["skip.1.weight"] + y0 @ t["dense.1.weight"])
        y2 = relu(y1 @ t["dense.2.weight"])
        return l2(np.tanh(y1 @ t["skip.3.weight"] + y2 @ t["dense.3.weight"]))


class MiniLM:
    def __init__(self, path):
        t = lkm.read(path)
        self.tokeniser = text.WordPiece(lkm.read_strings(t, "pieces"))
        self.t = {k: v.astype(np.float32) if getattr(v, "dtype", None) == np.float16 else v for k, v in t.items()}
        for name in [k for k in t if k.endswith(".scale")]:
            weight = name[:-5] + "weight"
            self.t[weight] = np.ascontiguousarray((t[weight] * t[name][:, None]).T)

    def encode(self, texts):
        ids = [self.tokeniser.encode(s) for s in texts]
        m = np.empty((len(ids), 384), np.float32)
        for batch in batches(ids):
            m[batch] = self.forward(np.array([ids[i] for i in batch]))
        return m

    def linear(self, x, name):
        return product(x, self.t[name + ".weight"]) + self.t[name + ".bias"]

    def norm(self, x, name):
        return layer_norm(x, self.t[name + ".norm.gain"], self.t[name + ".norm.bias"])

    def forward(self, ids):
        n, length = ids.shape
        x = self.norm(self.t["embedding.word"][ids.ravel()].reshape(n, length, 384) + self.t["embedding.position"][:length], "embedding")
        for i in range(6):
            layer = f"layer.{i}."
            q, k, v = self.linear(x, layer + "query_key_value").reshape(n, length, 3, 12, 32).transpose(2, 0, 3, 1, 4)
            a = q @ k.transpose(0, 1, 3, 2) / np.float32(32 ** 0.5)
            a = np.exp(a - a.max(-1, keepdims=True))
            c = (a / a.sum(-1, keepdims=True) @ v).transpose(0, 2, 1, 3).reshape(n, length, 384)
            x = self.norm(x + self.linear(c, layer + "attention"), layer + "attention")
            x = self.norm(x + self.linear(gelu(self.linear(x, layer + "up")), layer + "down"), layer + "down")
        return l2(x.mean(1))


class Head:
    def __init__(self, path):
        self.t = {k: v.astype(np.float32) for k, v in lkm.read(path).items()}

    def map(self, z):
        t = self.t
        return l2(z @ t["linear.weight"] + gelu(z @ t["hidden.weight"] + t["hidden.bias"]) @ t["output.weight"] + t["output.bias"])


class Language:
    def __init__(self, path):
        t = lkm.read(path)
        self.weights = dict(zip(lkm.read_strings(t, "pieces"), t["weight"].tolist()))
        self.scale, self.bias = float(t["scale"][0]), float(t["bias"][0])

    def english(self, s):
        found = text.grams(s)
        if not found:
            return 0.5
        return 1 / (1 + np.exp(-(self.bias + self.scale * sum(self.weights.get(g, 0) for g in found) / len(found) ** 0.5)))


class Encoders:
    def __init__(self, folder):
        self.use, self.minilm = Use(f"{folder}/use.lkm"), MiniLM(f"{folder}/minilm.lkm")
        self.head, self.language = Head(f"{folder}/head.lkm"), Language(f"{folder}/language.lkm")

    def encode(self, texts):
        """p [n], z [n, 512], h, m and v [n, 384]."""
        p = np.array([self.language.english(s) for s in texts], np.float32)
        z, m = self.use.encode(texts), self.minilm.encode(texts)
        h = self.head.map(z)
        return p, z, h, m, mix(p, h, m)


def mix(p, h, m):
    share = np.float32(0.7) * p[:, None]
    return l2(share * m + (1 - share) * h)


def signed_bytes(v):
    return np.clip(np.rint(v * 512), -127, 127).astype(np.int8)


if __name__ == "__main__":
    encoders = Encoders(sys.argv[1])
    p, _, _, _, v = encoders.encode(sys.argv[2:])
    for s, english in zip(sys.argv[2:], p):
        print(f"{english:.3f}  {s}")
    print(np.round(v @ v.T, 3))
