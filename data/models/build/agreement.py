"""How near the .lkm files come to vectors computed elsewhere in full precision.

    python agreement.py FOLDER EXPECTED.jsonl      lines with text, wordpieces, unigrams, english, minilm, use and vector
"""
import json, sys
import numpy as np
import reference


def main(folder, expected):
    with open(expected, encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    encoders = reference.Encoders(folder)
    texts = [row["text"] for row in rows]
    original = encoders.use.t["pieces.original"]
    print("unigrams equal", sum([int(original[i]) for i in encoders.use.tokeniser.encode(s)] == row["unigrams"] for s, row in zip(texts, rows)), "of", len(rows))
    print("wordpieces equal", sum(encoders.minilm.tokeniser.encode(s) == row["wordpieces"] for s, row in zip(texts, rows)), "of", len(rows))
    p, z, _, m, v = encoders.encode(texts)
    print(f"english, greatest difference {max(abs(a - row['english']) for a, row in zip(p, rows)):.3f}")
    for name, ours in (("use", z), ("minilm", m), ("vector", v), ("vector", reference.signed_bytes(v).astype(np.float32))):
        cosine = (reference.l2(ours) * reference.l2(np.array([row[name] for row in rows]))).sum(1)
        print(f"{name:8} cosine mean {cosine.mean():.4f}, least {cosine.min():.4f}: {texts[cosine.argmin()]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
