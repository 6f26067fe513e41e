"""Trains head.lkm, from USE's output to MiniLM's space. Training starts from the study's weights and is held near what they give."""
import numpy as np
from scipy.special import erf
import lkm, sources
from reference import gelu, l2

SEED, EPOCHS, BATCH = 0, 3, 512
RATE, DROPOUT = 3e-4, 0.1
PAIRS = 100.0  # weight of the error in the cosines between a batch's texts
ANCHOR = 5.0  # weight of the distance to the starting weights' output
NOTES = {"source": "trained by data/models/build/head.py from the study's head"}
LICENCE = {"licence": "see NOTICE: WordNet 3.0, ESCO (© European Union)"}
STUDY = (("mean", 512), ("deviation", 512), ("linear", 384, 512), ("linear.bias", 384), ("hidden", 512, 512), ("hidden.bias", 512),
         ("output", 384, 512), ("output.bias", 384))  # study_head.f16: row-major, out × in


def gelu_slope(x):
    return 0.5 * (1 + erf(x * np.float32(0.5 ** 0.5))) + x * np.exp(-0.5 * x * x) * np.float32((2 * np.pi) ** -0.5)


def schedule(step, steps):
    """One cycle: rate up from 1/25 over the first 30 %, then down along a cosine; momentum the other way."""
    rise = 0.3 * steps
    if step < rise:
        share = (1 - np.cos(np.pi * step / rise)) / 2
        return RATE * (0.04 + 0.96 * share), 0.95 - 0.1 * share
    share = (1 + np.cos(np.pi * (step - rise) / (steps - rise))) / 2
    return RATE * share, 0.95 - 0.1 * share


def step_gradients(w, u, y, start, rng):
    """Gradients of mean(1 - p·y) + PAIRS · mean((p pᵀ - y yᵀ)²) + ANCHOR · mean(1 - p·start), p the head's output of length one."""
    a = u @ w["hidden"] + w["hidden.bias"]
    keep = (rng.random(a.shape, dtype=np.float32) >= DROPOUT) / np.float32(1 - DROPOUT)
    g = gelu(a) * keep
    o = u @ w["linear"] + g @ w["output"] + w["output.bias"]
    length = np.linalg.norm(o, axis=1, keepdims=True)
    p, n = o / length, len(u)
    dp = -(y + ANCHOR * start) / n + (4 * PAIRS / n ** 2) * ((p @ p.T - y @ y.T) @ p)
    do = (dp - (dp * p).sum(1, keepdims=True) * p) / length
    da = do @ w["output"].T * keep * gelu_slope(a)
    return {"linear": u.T @ do, "output": g.T @ do, "output.bias": do.sum(0), "hidden": u.T @ da, "hidden.bias": da.sum(0)}


def started():
    """The study's mean, deviation and weights."""
    values, w, start = np.fromfile(sources.checked("builder/study_head.f16"), np.float16).astype(np.float32), {}, 0
    for name, *shape in STUDY:
        w[name] = np.ascontiguousarray(values[start:start + np.prod(shape)].reshape(shape).T)
        start += w[name].size
    w["output.bias"] += w.pop("linear.bias")
    return w.pop("mean"), w.pop("deviation"), w


def train(z, m):
    """z [n, 512] and m [n, 384], both of length one, to the tensors of head.lkm."""
    rng = np.random.default_rng(SEED)
    mean, deviation, w = started()
    u = (z - mean) / deviation
    start = l2(u @ w["linear"] + gelu(u @ w["hidden"] + w["hidden.bias"]) @ w["output"] + w["output.bias"])
    first, second = ({k: np.zeros_like(v) for k, v in w.items()} for _ in range(2))
    per_epoch = len(z) // BATCH
    for step in range(EPOCHS * per_epoch):
        if step % per_epoch == 0:
            order = rng.permutation(len(z))
        batch = order[step % per_epoch * BATCH:][:BATCH]
        rate, momentum = schedule(step, EPOCHS * per_epoch)
        for k, d in step_gradients(w, u[batch], m[batch], start[batch], rng).items():
            first[k] += (1 - momentum) * (d - first[k])
            second[k] += 0.001 * (d * d - second[k])
            w[k] -= (rate / (1 - momentum ** (step + 1))) * first[k] / (np.sqrt(second[k] / (1 - 0.999 ** (step + 1))) + 1e-8)
    return folded(w, mean, deviation)


def folded(w, mean, deviation):
    """Moves (z - mean) / deviation into the weights."""
    linear, hidden = w["linear"] / deviation[:, None], w["hidden"] / deviation[:, None]
    return {
        "hidden.weight": hidden.astype(np.float16), "hidden.bias": (w["hidden.bias"] - mean @ hidden).astype(np.float32),
        "output.weight": w["output"].astype(np.float16), "output.bias": (w["output.bias"] - mean @ linear).astype(np.float32),
        "linear.weight": linear.astype(np.float16),
    }


def main(folder, z, m):
    return lkm.write(f"{folder}/head.lkm", "head", train(z, m), NOTES | LICENCE)
