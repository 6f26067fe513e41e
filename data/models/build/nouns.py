"""Which pieces are German nouns: a word classifier, German against six other languages, from the texts that language.py learns from."""
import re
import numpy as np
from scipy import sparse
import language, software, text

SHORTEST = 7  # letters: shorter pieces are words or beginnings of words in other languages, too
RARE, LIKELY = 3, 0.85


def words(texts):
    return {w.lower() for s in texts for w in re.findall(r"[^\W\d_]{4,}", s)}


def matrix(items, column):
    found = [sorted(g for g in text.grams(w) if g in column) for w in items]
    rows = np.repeat(np.arange(len(items)), [len(f) for f in found])
    return sparse.csr_matrix((np.repeat([max(len(f), 1) ** -0.5 for f in found], [len(f) for f in found]),
                              (rows, [column[g] for f in found for g in f])), shape=(len(items), len(column)))


def german(candidates, english):
    """Those of `candidates`, lower-cased words, that are likelier German than anything else."""
    spoken = {k: words([other for _, other in software.translations(k)] + software.faker(k)) for k in software.LANGUAGES}
    others = words(english).union(*(spoken[k] for k in spoken if k != "de"))
    ours, others = sorted(spoken["de"] - others), sorted(others - spoken["de"])
    items, counts = ours + others, {}
    for w in items:
        for g in text.grams(w):
            counts[g] = counts.get(g, 0) + 1
    column = {g: i for i, g in enumerate(sorted(g for g, n in counts.items() if n >= RARE))}
    w, bias = language.fitted(matrix(items, column), np.array([1.0] * len(ours) + [0.0] * len(others)))
    bias += np.log(len(others) / len(ours))  # as if both were equally many
    margin = matrix(candidates, column) @ w + bias
    return {s for s, m in zip(candidates, margin) if m > np.log(LIKELY / (1 - LIKELY))}
