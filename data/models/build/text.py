"""Text to piece numbers and n-grams, as data/models/README.md describes it. Plain Python: the clearest form, not a fast one."""
import unicodedata


class Unigram:
    def __init__(self, pieces, scores, unknown, trie, replacements):
        self.ids = {p: i for i, p in enumerate(pieces) if i > 2}
        self.scores, self.unknown = [float(s) for s in scores], float(unknown)
        self.longest = max(map(len, pieces))
        self.prefixes = {p[:k] for p in self.ids for k in range(1, len(p) + 1)}
        self.trie, self.replacements = trie.tolist(), replacements.tobytes()
        self.known = {}

    def normalise(self, text):
        data, out, i = text.encode("utf-8", "replace"), bytearray(), 0
        while i < len(data):
            best, step, node, j = None, 0, offset(self.trie[0]), i
            while j < len(data):
                node ^= data[j]
                unit = self.trie[node]
                if unit & 0x800000FF != data[j]:
                    break
                node ^= offset(unit)
                j += 1
                if unit & 0x100:
                    best, step = self.trie[node] & 0x7FFFFFFF, j - i
            if best is None:
                step = 1
                while i + step < len(data) and data[i + step] & 0xC0 == 0x80:
                    step += 1
                out += data[i:i + step]
            else:
                out += self.replacements[best:self.replacements.index(0, best)]
            i += step
        words = [w for w in out.decode().split(" ") if w]
        return "".join("\u2581" + w for w in words)

    def encode(self, text):
        s = self.normalise(text.lower())
        if not s:
            return [1, 0, 2]
        best, came, piece = [0.0] + [-1e38] * len(s), [0] * (len(s) + 1), [0] * (len(s) + 1)
        for i in range(len(s)):
            single = False
            for j in range(i + 1, min(i + self.longest, len(s)) + 1):
                part = s[i:j]
                if part not in self.prefixes:
                    break
                found = self.ids.get(part)
                if found is not None:
                    single = single or j == i + 1
                    if best[i] + self.scores[found] > best[j]:
                        best[j], came[j], piece[j] = best[i] + self.scores[found], i, found
            if not single and best[i] + self.unknown > best[i + 1]:
                best[i + 1], came[i + 1], piece[i + 1] = best[i] + self.unknown, i, 0
        ids, i = [2], len(s)
        while i > 0:
            ids.append(piece[i])
            i = came[i]
        return [*reversed(ids + [1])]


def offset(unit):
    return (unit >> 10) << ((unit & 0x200) >> 6)


IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
              (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))


class WordPiece:
    def __init__(self, pieces):
        self.ids = {p: i for i, p in enumerate(pieces)}
        self.known = {}

    def words(self, text):
        out = []
        for c in text:
            if c in "\t\n\r" or c.isspace():
                out.append(" ")
            elif c == "\ufffd" or unicodedata.category(c) in ("Cc", "Cf", "Cn", "Co"):
                continue
            elif any(a <= ord(c) <= b for a, b in IDEOGRAPHS):
                out.append(f" {c} ")
            else:
                out.append(c)
        out = [c.lower() for c in unicodedata.normalize("NFD", "".join(out)) if unicodedata.category(c) != "Mn"]
        return "".join(f" {c} " if punctuation(c) else c for c in "".join(out)).split()

    def encode(self, text, limit=256):
        ids = [i for w in self.words(text) for i in self.pieces(w)]
        return [101] + ids[:limit - 2] + [102]

    def pieces(self, word):
        if word not in self.known:
            self.known[word] = self.split(word)
        return self.known[word]

    def split(self, word):
        ids, i = [], 0
        while i < len(word) <= 100:
            j = next((j for j in range(len(word), i, -1) if ("##" if i else "") + word[i:j] in self.ids), None)
            if j is None:
                return [100]
            ids.append(self.ids[("##" if i else "") + word[i:j]])
            i = j
        return ids or [100]


def punctuation(c):
    n = ord(c)
    return 33 <= n <= 47 or 58 <= n <= 64 or 91 <= n <= 96 or 123 <= n <= 126 or unicodedata.category(c)[0] == "P"


def words(text):
    """Runs of letters and marks, lower-cased."""
    text = unicodedata.normalize("NFC", text.lower())
    return "".join(c if unicodedata.category(c)[0] in "LM" else " " for c in text).split()


def grams(text):
    """The language identifier's features: whole words, and 2 to 4 scalars of each word between ^ and $."""
    found = set()
    for w in words(text):
        found.add("=" + w)
        edged = f"^{w}$"
        found.update(edged[i:i + n] for n in (2, 3, 4) for i in range(len(edged) - n + 1))
    return found
