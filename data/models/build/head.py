"""Writes head.lkm, USE's output to MiniLM's space: the study's weights, or weights trained here."""
import numpy as np
from scipy.special import erf
import lkm, sources
from reference import gelu

SEED, HIDDEN, EPOCHS, BATCH = 0, 512, 6, 512
RATE, DECAY, DROPOUT = 2e-3, 0.01, 0.1
PAIRS = 5.0  # weight of the error in the cosines between a batch's texts
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


def initial(rng, rows, columns):
    bound = 1 / np.sqrt(rows)
    return rng.uniform(-bound, bound, (rows, columns)).astype(np.float32), rng.uniform(-bound, bound, columns).astype(np.float32)


def step_gradients(w, u, y, rng):
    """Gradients of mean(1 - p·y) + PAIRS · mean((p pᵀ - y yᵀ)²), p the head's output of length one."""
    a = u @ w["hidden"] + w["hidden.bias"]
    keep = (rng.random(a.shape, dtype=np.float32) >= DROPOUT) / np.float32(1 - DROPOUT)
    g = gelu(a) * keep
    o = u @ w["linear"] + g @ w["output"] + w["output.bias"]
    length = np.linalg.norm(o, axis=1, keepdims=True)
    p, n = o / length, len(u)
    dp = -y / n + (4 * PAIRS / n ** 2) * ((p @ p.T - y @ y.T) @ p)
    do = (dp - (dp * p).sum(1, keepdims=True) * p) / length
    da = do @ w["output"].T * keep * gelu_slope(a)
    return {"linear": u.T @ do, "output": g.T @ do, "output.bias": do.sum(0), "hidden": u.T @ da, "hidden.bias": da.sum(0)}


def train(z, m, epochs=EPOCHS):
    """z [n, 512] and m [n, 384], both of length one, to the tensors of head.lkm."""
    rng = np.random.default_rng(SEED)
    mean, deviation = z.mean(0), z.std(0) + np.float32(1e-6)
    w = {}
    w["linear"], linear_bias = initial(rng, 512, 384)
    w["hidden"], w["hidden.bias"] = initial(rng, 512, HIDDEN)
    w["output"], w["output.bias"] = initial(rng, HIDDEN, 384)
    w["output.bias"] += linear_bias
    first, second = ({k: np.zeros_like(v) for k, v in w.items()} for _ in range(2))
    per_epoch = len(z) // BATCH
    for step in range(epochs * per_epoch):
        if step % per_epoch == 0:
            order = rng.permutation(len(z))
        batch = order[step % per_epoch * BATCH:][:BATCH]
        rate, momentum = schedule(step, epochs * per_epoch)
        gradients = step_gradients(w, (z[batch] - mean) / deviation, m[batch], rng)
        for k, d in gradients.items():
            first[k] += (1 - momentum) * (d - first[k])
            second[k] += 0.001 * (d * d - second[k])
            w[k] *= 1 - rate * DECAY
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
    return lkm.write(f"{folder}/head.lkm", "head", train(z, m), {"source": "trained by data/models/build/head.py"} | LICENCE)


def study(folder):
    values, w, start = np.fromfile(sources.checked("builder/study_head.f16"), np.float16).astype(np.float32), {}, 0
    for name, *shape in STUDY:
        w[name] = values[start:start + np.prod(shape)].reshape(shape).T
        start += w[name].size
    w["output.bias"] = w["output.bias"] + w["linear.bias"]
    return lkm.write(f"{folder}/head.lkm", "head", folded(w, w["mean"], w["deviation"]), {"source": "the study's head"} | LICENCE)
