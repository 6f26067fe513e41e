"""Trains the language identifier, English or not, and writes language.lkm."""
import collections, random
import numpy as np
from scipy import optimize, sparse
import corpus, listings, lkm, software, text

SEED, KEPT, RARE = 3, 10000, 4
STRENGTH = 30.0  # inverse of the penalty on the weights
LINES = 249  # of listings.tsv: those it was measured with; the head learns from all
LEAN = 1.0  # added to the bias: a word of no language, "Reiki", counts as English
NOTES = {"source": "trained by data/models/build/language.py", "licence": "see NOTICE: WordNet 3.0, ESCO (© European Union), Django, Wagtail, Indico, Faker"}


def cropped(rng, s):
    """1 to 7 words in a row of a long text."""
    words = s.split()
    if len(words) <= 2:
        return s
    n = rng.randint(1, 7)
    start = rng.randint(0, max(0, len(words) - n))
    return " ".join(words[start:start + n])


def samples(english):
    """(text, 1 for English) in a fixed order."""
    rng, found = random.Random(SEED), []

    def add(items, label, count, crop=True):
        items = sorted(set(items))
        rng.shuffle(items)
        found.extend((cropped(rng, s) if crop else s, label) for s in items[:count])

    own = listings.parallel(3000, LINES)
    add(english, 1, 30000)
    add([row["en"] for row in own], 1, 3000, crop=False)
    add(software.faker("en"), 1, 2500)
    seen = set()
    for language, rounds in zip(software.LANGUAGES, (3, 2, 2, 1, 1, 2)):
        pairs = software.translations(language)
        for _ in range(rounds):
            add([other for _, other in pairs], 0, 7000)
        seen.update(source for source, _ in pairs)
        add(software.faker(language), 0, 4000)
        if language in own[0]:
            add([row[language] for row in own], 0, 3000, crop=False)
    for _ in range(2):
        add(seen, 1, 9000)
    return found


def fitted(x, y):
    """Logistic regression with a squared penalty; weights and bias."""
    sign = 2 * y - 1

    def loss(w):
        margin = sign * (x @ w[:-1] + w[-1])
        slope = -sign * 0.5 * (1 - np.tanh(margin / 2)) * STRENGTH
        return STRENGTH * np.logaddexp(0, -margin).sum() + 0.5 * w[:-1] @ w[:-1], np.append(x.T @ slope + w[:-1], slope.sum())

    w = optimize.minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 400, "maxfun": 500}).x
    return w[:-1], w[-1]


def train(english):
    data = samples(english)
    found = [sorted(text.grams(s)) for s, _ in data]
    counts = collections.Counter(g for grams in found for g in grams)
    names = sorted(g for g, n in counts.items() if n >= RARE)
    column = {g: i for i, g in enumerate(names)}
    rows = [(i, column[g], len(grams) ** -0.5) for i, grams in enumerate(found) for g in grams if g in column]
    r, c, v = zip(*rows)
    x = sparse.csr_matrix((v, (r, c)), shape=(len(data), len(names)))
    y = np.array([label for _, label in data], float)
    w, _ = fitted(x, y)
    common = np.array([counts[g] for g in names])
    kept = np.sort(np.argsort(-np.abs(w) * np.sqrt(common), kind="stable")[:KEPT])
    w, bias = fitted(x[:, kept], y)
    order = sorted(range(len(kept)), key=lambda i: names[kept[i]].encode())
    scale = np.abs(w).max() / 127
    return lkm.strings("pieces", [names[kept[i]] for i in order]) | {
        "weight": np.rint(w[order] / scale).astype(np.int8),
        "scale": np.array([scale], np.float32), "bias": np.array([bias + LEAN], np.float32),
    }


def main(folder, english):
    return lkm.write(f"{folder}/language.lkm", "language", train(english), NOTES)
