"""Writes the five model files, SHA256SUMS and the fixture. Run by `build`."""
import argparse, hashlib, os
import numpy as np
import corpus, fixture, head, language, listings, minilm, reference, use, words

TEXTS, EXAMPLES, LISTINGS = 40000, 20000, 4000  # how many of each the head learns from
REPEATED = {"listings": 2, "sentences": 12}  # how often an epoch sees our own lines


def remembered(cache, name, key, compute):
    """An array kept in the cache under the hash of what it is made from."""
    file = os.path.join(cache, f"{name}-{hashlib.sha256(key.encode()).hexdigest()[:16]}.npy")
    if not os.path.exists(file):
        np.save(file, compute())
    return np.load(file)


def encoded(out, cache, english, sums):
    """What the head learns from: USE's vectors of English texts and of our lines in four languages, and MiniLM's of their English."""
    english = english[:TEXTS] + corpus.examples(english)[:EXAMPLES]
    pairs = [(s, s) for s in english]
    for rows, times in ((listings.parallel(LISTINGS), REPEATED["listings"]), (listings.sentences(), REPEATED["sentences"])):
        pairs += [(row[k], row["en"]) for row in rows for k in listings.LANGUAGES] * times
    texts, wanted = (list(dict.fromkeys(pair[side] for pair in pairs)) for side in (0, 1))
    z = remembered(cache, "use", sums["use.lkm"] + "\n".join(texts), lambda: reference.Use(f"{out}/use.lkm").encode(texts))
    m = remembered(cache, "minilm", sums["minilm.lkm"] + "\n".join(wanted), lambda: reference.MiniLM(f"{out}/minilm.lkm").encode(wanted))
    at_z, at_m = ({s: i for i, s in enumerate(items)} for items in (texts, wanted))
    return z[[at_z[s] for s, _ in pairs]], m[[at_m[s] for _, s in pairs]]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", required=True)
    parser.add_argument("--cache", required=True)
    parser.add_argument("--scripts", choices=("all", "latin"), default="all", help="which scripts' pieces use.lkm keeps")
    options = parser.parse_args()
    out, sums = options.output, {}
    texts = corpus.english()
    print(f"{len(texts)} English texts", flush=True)
    sums["use.lkm"] = use.main(out, texts, options.scripts)
    sums["minilm.lkm"] = minilm.main(out)
    sums["language.lkm"] = language.main(out, texts)
    sums["head.lkm"] = head.main(out, *encoded(out, options.cache, texts, sums))
    sums["words.lkm"] = words.main(out)
    fixture.main(out)
    with open(f"{out}/SHA256SUMS", "w") as f:
        for name in sorted(sums):
            print(sums[name], name, sep="  ", file=f)
            print(sums[name], f"{os.path.getsize(f'{out}/{name}'):>10}", name)


if __name__ == "__main__":
    main()
