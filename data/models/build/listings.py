"""Our own texts, the same line in four languages: needs and offers (listings.tsv) put into the shapes of phrases.tsv, and everyday sentences."""
import csv, os, random

SEED = 11
LANGUAGES = ("en", "fr", "es", "de")
HERE = os.path.dirname(os.path.abspath(__file__))


def table(name):
    with open(f"{HERE}/{name}", encoding="utf-8") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


def parallel(count, lines=None):
    """`count` rows, each a text by language; the bare listings first. `lines`: use only so many lines of listings.tsv."""
    rng, things, shapes = random.Random(SEED), table("listings.tsv")[:lines], table("phrases.tsv")
    rows = list(things)
    while len(rows) < count:
        shape, x, y = rng.choice(shapes), rng.choice(things), rng.choice(things)
        rows.append({k: shape[k].format(x=x[k], y=y[k]) for k in LANGUAGES})
    return [{k: row[k] if n % 2 else row[k][:1].upper() + row[k][1:] for k in LANGUAGES} for n, row in enumerate(rows[:count])]


def sentences():
    return table("sentences.tsv")
