"""Texts of three web programs and of Faker in several languages: what the language identifier learns from."""
import ast, glob, os, re, struct
import sources

LANGUAGES = ("fr", "es", "de", "it", "pt", "nl")


def catalogue(file):
    """(English, translation) of a compiled gettext catalogue."""
    with open(file, "rb") as f:
        data = f.read()
    n, keys, values = struct.unpack("<3I", data[8:20])

    def at(table, i):
        length, start = struct.unpack("<2I", data[table + 8 * i:table + 8 * i + 8])
        return data[start:start + length].decode().split("\0")[0].split("\4")[-1]

    return [(at(keys, i), at(values, i)) for i in range(n)]


def plain(s):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>|%\(\w+\)[sd]|%[sd]|\{[^}]*\}|https?://\S+|&\w+;", " ", s)).strip()


def translations(language):
    """(English, translation) pairs, each once."""
    pairs = {}
    for program in ("django", "wagtail", "indico"):
        root = sources.folder(program)
        for name in sorted(glob.glob(f"{root}/**/LC_MESSAGES/*.mo", recursive=True)):
            if re.fullmatch(rf"{language}(_{language.upper()}|_BR)?", name.split(os.sep)[-3]):
                for english, other in catalogue(name):
                    english, other = plain(english), plain(other)
                    if other and english and other.lower() != english.lower():
                        pairs.setdefault((english, other))
    return list(pairs)


def literals(file):
    """All strings in a Python file's lists and tuples."""
    with open(file, encoding="utf-8") as f:
        tree = ast.parse(f.read())
    return [s.value for node in ast.walk(tree) if isinstance(node, (ast.List, ast.Tuple)) for s in node.elts
            if isinstance(s, ast.Constant) and isinstance(s.value, str)]


def faker(language):
    """Words and job titles."""
    root, found = sources.folder("faker"), []
    for kind in ("job", "lorem"):
        for name in sorted(glob.glob(f"{root}/providers/{kind}/{language}_*/__init__.py")):
            found += [s for s in literals(name) if len(s) > 1]
    return sorted(set(found))
