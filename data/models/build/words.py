"""Writes words.lkm: which words are spelt right, by their hashes, and how often English ones are used."""
import gzip, json, math, unicodedata
import numpy as np
import lkm, sources

OTHERS = ("fr", "es", "de", "it", "pt", "nl")
# The least count in the source; a word with it stands in a dictionary but not in what people say.
LEAST = 50
SPELT = {"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
NOTES = {"source": "pyspellchecker's word lists, counted in film subtitles (OpenSubtitles)", "licence": "see NOTICE: MIT"}


def folded(word):
    """The word as Retrieval folds it: lower case, without accents, œ as oe; nothing if it isn't of letters alone."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word).lower() if not unicodedata.combining(c))
    plain = "".join(SPELT.get(c, c) for c in plain)
    return plain if len(plain) > 2 and plain.isalpha() else ""


def fnv(word):
    """FNV-1a in 64 bits of the word's UTF-8 bytes."""
    h = 0xCBF29CE484222325
    for byte in word.encode():
        h = (h ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return h


def counts(language):
    with gzip.open(sources.checked(f"spellchecker/resources/{language}.json.gz"), "rt", encoding="utf-8") as f:
        found = {}
        for word, count in json.load(f).items():
            word = folded(word)
            if word:
                found[word] = max(count, found.get(word, 0))
        return found


def main(folder):
    english = counts("en")
    table = sorted((fnv(word), min(255, round(12 * math.log(count)))) for word, count in english.items())
    others = set()
    for language in OTHERS:
        # Dictionaries of these three hold much that nobody writes.
        rare = language in ("de", "pt", "nl")
        others.update(fnv(w) & 0xFFFFFFFF for w, count in counts(language).items() if not rare or count > LEAST)
    tensors = {
        "english.hash": np.array([[h >> 32, h & 0xFFFFFFFF] for h, _ in table], np.uint32),
        "english.frequency": np.array([f for _, f in table], np.uint8),
        "others.hash": np.array(sorted(others), np.uint32),
    }
    return lkm.write(f"{folder}/words.lkm", "words", tensors, NOTES)
