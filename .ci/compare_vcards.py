#!/usr/bin/env python3
"""Compares what linkup reads of vCards with what vobject reads.

usage: compare_vcards.py LINKUP FOLDER
       compare_vcards.py --read JSONL_FOLDER FOLDER

For each .vcf file of FOLDER, imports it with the program LINKUP into a network of its own and exports that as
JSON Lines; with --read, takes JSONL_FOLDER/NAME.vcf.jsonl instead, which somebody made. Prints a line for each
file, and a line for each contact, mail address or telephone that vobject finds and linkup has not; exits with 1
if there is any.

Differences that are none:
- linkup keeps a fax or pager apart from the telephones, as an unknown field; both count here.
- linkup writes `tel:+1-418;ext=102` as `+1-418 ext. 102`; telephones are compared by their digits and letters.
- linkup takes white space off both ends of a value, and `mailto:` off an address.
- vobject keeps `\\"` and `\\:` of old exporters as they are, where linkup reads `"` and `:`; both are compared
  without backslashes.
- vobject ends a name at a comma without backslash, as old Google exports have it; linkup keeps all of it.
- vobject gives up on a file at the first line that it cannot read (unindented base64, bare `=` of
  quoted-printable, lines ending CR CR LF). Such a file is read again a card at a time, with line ends mended and
  without pictures and keys, and lines that it still refuses are left out and counted.
- A card with neither a name nor an address by which to find somebody again is skipped by linkup, with its line.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import vobject

BINARY = ("PHOTO", "LOGO", "SOUND", "KEY", "X-MS-OL-DESIGN", "X-MS-CARDPICTURE")


def text(path):
    raw = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def mended(content):
    """The content line by line: folds undone, pictures left out."""
    lines = []
    content = re.sub(r"\r+\n|\r", "\n", content)
    soft = False
    for line in content.split("\n"):
        if soft and not line.upper().startswith("END:"):
            lines[-1] = lines[-1][:-1] + line
        elif line[:1] in " \t" and lines and line.strip():
            lines[-1] += line[1:]
        elif line.strip():
            lines.append(line)
        soft = bool(lines) and lines[-1].endswith("=") and "QUOTED-PRINTABLE" in lines[-1].split(":")[0].upper()
    names = (re.split("[;:]", line)[0].split(".")[-1].upper() for line in lines)
    return [line for line, name in zip(lines, names) if name not in BINARY and ":" in line]


def cards_of(content):
    """Each card as vobject reads it, and how many lines it refused."""
    try:
        return list(vobject.readComponents(content)), 0
    except Exception:
        pass
    found, refused, card = [], 0, []
    for line in mended(content):
        card.append(line)
        if line.strip().upper() != "END:VCARD":
            continue
        kept = []
        for part in card[1:-1]:
            try:
                list(vobject.readComponents("\r\n".join(["BEGIN:VCARD", part, "END:VCARD", ""])))
                kept.append(part)
            except Exception:
                refused += 1
        found += vobject.readComponents("\r\n".join(["BEGIN:VCARD", *kept, "END:VCARD", ""]))
        card = []
    return found, refused


def values(card, name):
    for line in card.contents.get(name, []):
        value = line.value
        if isinstance(value, bytes):
            value = value.decode("utf-8", "replace")
        if isinstance(value, str) and value.strip():
            yield value


def plain(value):
    return re.sub(r"\s+", " ", value.replace("\\", "")).strip().casefold().removeprefix("mailto:")


def digits(value):
    value = re.sub(r";ext=", "ext", plain(value).removeprefix("tel:"))
    return re.sub(r"[^\w+]", "", value)


def listed(value):
    return value if isinstance(value, list) else [value] if value else []


def exported(program, path):
    with tempfile.TemporaryDirectory() as folder:
        network = str(Path(folder) / "network.sqlite")
        # 2 says that records were skipped; who is missing shows below.
        done = subprocess.run([program, "import", str(path), "--network", network, "--model", "none"],
                              capture_output=True, text=True)
        if done.returncode not in (0, 2):
            sys.exit(f"{path.name}: linkup import failed: {done.stderr.strip()}")
        return subprocess.run([program, "export", "--network", network, "--format", "jsonl"],
                              capture_output=True, text=True, check=True).stdout


def main(arguments):
    if len(arguments) == 3 and arguments[0] == "--read":
        made, folder = Path(arguments[1]), Path(arguments[2])
        def read(path):
            return (made / f"{path.name}.jsonl").read_text("utf-8")
    elif len(arguments) == 2:
        folder = Path(arguments[1])
        def read(path):
            return exported(arguments[0], path)
    else:
        sys.exit(__doc__)
    paths = sorted(folder.glob("*.vcf"))
    if not paths:
        sys.exit(f"{folder}: there is no .vcf file")
    missed = 0
    for path in paths:
        cards, refused = cards_of(text(path))
        contacts = [json.loads(line) for line in read(path).splitlines()]
        names = {plain(contact.get("name", "")) for contact in contacts}
        emails = {plain(email) for contact in contacts for email in contact.get("emails", [])}
        phones = {digits(phone) for contact in contacts for field in ("phones", "fax", "pager")
                  for phone in listed(contact.get(field))}
        misses = []
        for card in cards:
            misses += [f"name {value!r}" for value in values(card, "fn")
                       if not any(name == plain(value) or name.startswith(plain(value) + ",") for name in names)]
            misses += [f"mail {value!r}" for value in values(card, "email") if plain(value) not in emails]
            misses += [f"telephone {value!r}" for value in values(card, "tel") if digits(value) not in phones]
        print(f"{path.name}: {len(cards)} cards by vobject, {len(contacts)} contacts by linkup, {len(misses)} missed"
              + (f" ({refused} lines that vobject refuses)" if refused else ""))
        for miss in misses:
            print(f"  missed: {miss}")
        missed += len(misses)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
