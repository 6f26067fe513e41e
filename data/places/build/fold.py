"""The words of a name, as Retrieval's FoldedScalars and Words read them; GazetteerTests compares both on every name."""
import unicodedata

SPELT = {"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
         "’": "'", "‘": "'", "ʼ": "'", "＇": "'", "'": "'"}
ELISIONS = {"l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"}
ENDINGS = {"s", "m", "d", "ll", "ve", "re"}
WORD = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd", "Nl", "No"}
SAINTS = {"st": "saint", "ste": "sainte"}


def is_accent(c):
    return 0x300 <= ord(c) < 0x370


def scalar(c):
    if is_accent(c):
        return ""
    out = []
    for part in unicodedata.normalize("NFKD", c).lower():
        if not is_accent(part):
            out += SPELT.get(part, part if unicodedata.category(part) in WORD else " ")
    return "".join(out[:3])


def word(run):
    """One word from a run of letters and apostrophes: without elisions and endings."""
    parts = [part for part in run.split("'") if part]
    if len(parts) > 1 and parts[-1] in ENDINGS:
        parts.pop()
    while len(parts) > 1 and parts[0] in ELISIONS:
        parts.pop(0)
    return "".join(parts)


def key(name):
    words = [w for w in map(word, "".join(map(scalar, name)).split(" ")) if w]
    return " ".join(SAINTS.get(w, w) for w in words)
