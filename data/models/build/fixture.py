"""Writes fixture.jsonl: the reference's results for the texts that the file already holds.

    python fixture.py FOLDER
"""
import json, os, sys
import reference

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixture.jsonl")


def main(folder, file=FILE):
    with open(file, encoding="utf-8") as f:
        texts = [json.loads(line)["text"] for line in f]
    encoders = reference.Encoders(folder)
    p, z, _, m, v = encoders.encode(texts)
    few = lambda x: [round(float(c), 5) for c in x[:8]]
    with open(file, "w", encoding="utf-8") as f:
        for i, s in enumerate(texts):
            row = {"text": s, "unigrams": encoders.use.tokeniser.encode(s), "wordpieces": encoders.minilm.tokeniser.encode(s),
                   "english": round(float(p[i]), 5), "use": few(z[i]), "minilm": few(m[i]), "vector": few(v[i]),
                   "bytes": reference.signed_bytes(v[i]).tolist()}
            print(json.dumps(row, ensure_ascii=False, separators=(",", ":")), file=f)


if __name__ == "__main__":
    main(sys.argv[1])
