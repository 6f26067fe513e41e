"""Writes and reads .lkm files; the format is described in data/models/README.md."""
import hashlib, json
import numpy as np

MAGIC = b"LINKUPM1"
START, PRIME = 0xCBF29CE484222325, 0x100000001B3
TYPES = {"f32": np.float32, "f16": np.float16, "i8": np.int8, "u8": np.uint8, "u32": np.uint32, "i32": np.int32}
BLOCK = 32


class Q4:
    """A matrix of 4-bit values in blocks of 32 along a row: `rows` is the stored bytes, [rows, cols * 9 / 16]."""

    def __init__(self, rows, shape):
        self.rows, self.shape = rows, tuple(shape)

    def __getitem__(self, index):
        """Rows as float32."""
        rows = self.rows[index]
        blocks = self.shape[1] // BLOCK
        scale = np.ascontiguousarray(rows[:, :blocks * 2]).view(np.float16).astype(np.float32)
        nibbles = rows[:, blocks * 2:]
        q = np.empty((len(rows), self.shape[1]), np.float32)
        q[:, 0::2] = nibbles & 15
        q[:, 1::2] = nibbles >> 4
        return ((q.reshape(len(rows), blocks, BLOCK) - 8) * scale[:, :, None]).reshape(len(rows), -1)


def quantise4(matrix, chunk=4096):
    """Quantises each block with the scale, of a dozen candidates refitted by least squares, that errs least."""
    matrix = np.asarray(matrix, np.float32)
    out = []
    for start in range(0, len(matrix), chunk):
        x = matrix[start:start + chunk].reshape(-1, BLOCK)
        widest = x[np.arange(len(x)), np.abs(x).argmax(1)]
        best = None
        for divisor in (-8, -8.5, -9, -9.5, -10, -7.5, 7, 7.5, 8, 8.5, 9, 10):
            scale = widest / divisor
            q = nearest4(x, scale)
            power = (q * q).sum(1)
            scale = np.divide((q * x).sum(1), power, out=np.zeros_like(power), where=power > 0).astype(np.float16).astype(np.float32)
            q = nearest4(x, scale)
            error = ((q * scale[:, None] - x) ** 2).sum(1)
            if best is None:
                best = [error, q, scale]
            else:
                better = error < best[0]
                best = [np.where(better, error, best[0]), np.where(better[:, None], q, best[1]), np.where(better, scale, best[2])]
        n = min(chunk, len(matrix) - start)
        q = (best[1] + 8).astype(np.uint8).reshape(n, -1)
        scale = best[2].astype(np.float16).reshape(n, -1)
        out.append(np.concatenate([scale.view(np.uint8), q[:, 0::2] | (q[:, 1::2] << 4)], 1))
    return Q4(np.concatenate(out), matrix.shape)


def nearest4(x, scale):
    safe = np.where(np.abs(scale) < 1e-12, 1, scale)[:, None]
    return np.clip(np.rint(np.where(np.abs(scale)[:, None] < 1e-12, 0, x / safe)), -8, 7)


def quantise8(matrix):
    """[out, in] to int8 with one scale a row."""
    scale = (np.abs(matrix).max(1) / 127).astype(np.float32)
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale


def strings(name, items):
    """A table of strings as two tensors."""
    encoded = [s.encode() for s in items]
    offsets = np.cumsum([0] + [len(s) for s in encoded]).astype(np.uint32)
    return {f"{name}.text": np.frombuffer(b"".join(encoded), np.uint8), f"{name}.offsets": offsets}


def checksum(data):
    """32 bytes: four hashes in the manner of FNV-1a, each over every fourth 8-byte word. `data` is a multiple of 32 bytes long."""
    words, out = np.frombuffer(data, "<u8").reshape(-1, 4), b""
    for lane in range(4):
        h = START
        for word in words[:, lane].tolist():
            h = (h ^ word) * PRIME & 0xFFFFFFFFFFFFFFFF
        out += h.to_bytes(8, "little")
    return out


def write(path, model, tensors, notes):
    """Writes the file and returns its SHA-256 (of the whole file)."""
    entries = [(name, "q4b32", t.rows, t.shape) if isinstance(t, Q4) else
               (name, next(k for k, v in TYPES.items() if v == t.dtype.type), np.ascontiguousarray(t), t.shape) for name, t in tensors.items()]
    length = 0
    while True:  # the header's length moves the offsets, which move the header's length
        offset, listed = 16 + length, []
        for name, kind, data, shape in entries:
            offset += -offset % 64
            listed.append({"name": name, "type": kind, "shape": list(shape), "offset": offset, "bytes": data.nbytes})
            offset += data.nbytes
        header = json.dumps({"model": model, "version": "1", "tensors": listed, "strings": notes}, ensure_ascii=False, separators=(",", ":")).encode()
        header += b" " * (-(16 + len(header)) % 64)
        if len(header) == length:
            break
        length = len(header)
    out = bytearray(MAGIC + length.to_bytes(8, "little") + header)
    for (_, _, data, _), entry in zip(entries, listed):
        out += bytes(entry["offset"] - len(out)) + data.tobytes()
    out += bytes(-len(out) % 32)
    out += checksum(out)
    with open(path, "wb") as f:
        f.write(out)
    return hashlib.sha256(out).hexdigest()


def read(path):
    """The tensors by name, after checking magic and checksum."""
    data = np.fromfile(path, np.uint8)
    assert data[:8].tobytes() == MAGIC, f"{path}: not an .lkm file"
    assert len(data) % 32 == 0 and checksum(data[:-32]) == data[-32:].tobytes(), f"{path}: damaged"
    header = json.loads(data[16:16 + int.from_bytes(data[8:16].tobytes(), "little")].tobytes())
    tensors = {}
    for t in header["tensors"]:
        raw = data[t["offset"]:t["offset"] + t["bytes"]]
        if t["type"] == "q4b32":
            tensors[t["name"]] = Q4(raw.reshape(t["shape"][0], -1), t["shape"])
        else:
            tensors[t["name"]] = raw.view(TYPES[t["type"]]).reshape(t["shape"])
    return tensors


def read_strings(tensors, name):
    text, offsets = tensors[f"{name}.text"].tobytes(), tensors[f"{name}.offsets"]
    return [text[a:b].decode() for a, b in zip(offsets[:-1], offsets[1:])]
