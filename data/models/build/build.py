"""Writes the four model files, SHA256SUMS and the fixture. Run by `build`."""
import argparse, hashlib, os
import numpy as np
import corpus, fixture, head, language, listings, minilm, reference, use


def remembered(cache, name, key, compute):
    """An array kept in the cache under the hash of what it is made from."""
    file = os.path.join(cache, f"{name}-{hashlib.sha256(key.encode()).hexdigest()[:16]}.npy")
    if not os.path.exists(file):
        np.save(file, compute())
    return np.load(file)


def encoded(out, cache, english, sums):
    """What the head learns from: USE's vectors of the English texts and of our listings in four languages, and MiniLM's of their English."""
    pairs = [(row[k], row["en"]) for row in listings.parallel(3000) for k in listings.LANGUAGES]
    texts = english + [s for s, _ in pairs]
    wanted = sorted({s for _, s in pairs})
    key = "\n".join(texts)
    z = remembered(cache, "use", sums["use.lkm"] + key, lambda: reference.Use(f"{out}/use.lkm").encode(texts))
    m = remembered(cache, "minilm", sums["minilm.lkm"] + key, lambda: reference.MiniLM(f"{out}/minilm.lkm").encode(english + wanted))
    place = {s: len(english) + i for i, s in enumerate(wanted)}
    return z, m[list(range(len(english))) + [place[s] for _, s in pairs]]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", required=True)
    parser.add_argument("--cache", required=True)
    parser.add_argument("--scripts", choices=("all", "latin"), default="all", help="which scripts' pieces use.lkm keeps")
    parser.add_argument("--head", choices=("study", "trained"), default="study", help="the study's weights, or train them here (minutes)")
    options = parser.parse_args()
    out, sums = options.output, {}
    sums["use.lkm"] = use.main(out, options.scripts)
    sums["minilm.lkm"] = minilm.main(out)
    texts = corpus.english()
    print(f"{len(texts)} English texts", flush=True)
    if options.head == "trained":
        sums["head.lkm"] = head.main(out, *encoded(out, options.cache, texts, sums))
    else:
        sums["head.lkm"] = head.study(out)
    sums["language.lkm"] = language.main(out, texts)
    fixture.main(out)
    with open(f"{out}/SHA256SUMS", "w") as f:
        for name in sorted(sums):
            print(sums[name], name, sep="  ", file=f)
            print(sums[name], f"{os.path.getsize(f'{out}/{name}'):>10}", name)


if __name__ == "__main__":
    main()
