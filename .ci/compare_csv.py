#!/usr/bin/env python3
"""Compares what linkup reads of CSV files with what Python's csv reads.

usage: compare_csv.py LINKUP FOLDER

Imports each .csv file under FOLDER with the program LINKUP into a network of its own, exports that as JSON Lines, and
looks for each cell of each row that Python's csv finds. A file that is no table of contacts, such as csv-spectrum's, is
imported under a first row of the comparison's own, `id,x2,x3,…`: its rows stay as they are. Prints a line for each
file, and one for each row or cell that Python's csv finds and linkup has not; exits with 1 if there is
any.

Differences that are none:
- linkup takes white space off both ends of a cell, and leaves rows out whose cells are all blank.
- It finds LinkedIn's header under a preamble; for Python's csv the preamble is cut off here.
- Cells with several values (`a;b`, `a ::: b`) become lists; each value is looked for.
- Days become ISO 8601: `12 Mar 2024` is `2024-03-12`.
- `NA`, with which a statistics program fills LinkedIn's blank cells, is blank.
- First and last name become one.
- Of the host's languages, LinkedIn's level of proficiency is left out.
- A row by whose cells nobody could be found again is skipped with its line; it must be counted as skipped.
- Rows that are the same person become one, of whose texts the last stay; it must be counted as merged.
"""

import csv
import io
import json
import re
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

DAYS = ("%d %b %Y", "%d-%b-%y", "%d-%b-%Y", "%m/%d/%y, %I:%M %p", "%m/%d/%Y")


def text(path):
    raw = path.read_bytes()
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def delimiter(content):
    first = content.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def rows_of(content):
    rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=delimiter(content)))
    return [row for row in rows if any(cell.strip() for cell in row)]


def plain(value):
    return re.sub(r"\s+", " ", value).strip()


def strings(value):
    if isinstance(value, str):
        yield plain(value)
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def day(cell):
    for form in DAYS:
        try:
            return datetime.strptime(cell, form).strftime("%Y-%m-%d")
        except ValueError:
            continue
    return None


def imported(program, path):
    """The counts that linkup prints of a file, and all texts of its contacts."""
    with tempfile.TemporaryDirectory() as folder:
        network = str(Path(folder) / "network.sqlite")
        host = Path(folder) / "host.jsonl"
        # LinkedIn's days are those of ties with the host.
        host.write_text('{"id":"host-of-the-comparison","name":"Host","host":true}\n')
        subprocess.run([program, "import", str(host), "--network", network, "--model", "none"], check=True,
                       capture_output=True)
        done = subprocess.run([program, "import", str(path), "--network", network, "--model", "none"],
                              capture_output=True, text=True)
        counts = {word: int(number) for number, word in re.findall(r"(\d+) (read|merged|skipped)\b", done.stdout)}
        out = subprocess.run([program, "export", "--network", network, "--format", "jsonl"],
                             capture_output=True, text=True, check=True).stdout
        contacts = [json.loads(line) for line in out.splitlines()]
        found = set()
        for contact in contacts:
            found.update(strings(contact))
        return counts, found


def is_found(cell, found):
    if plain(cell) in found or day(cell.strip()) in found or cell == "NA":
        return True
    parts = [plain(part) for part in re.split(r" ::: |[;,\n]", cell)]
    return len(parts) > 1 and all(part in found or not part for part in parts)


def compare(program, path, folder):
    content = text(path)
    lines = content.splitlines(keepends=True)
    header = next((n for n, line in enumerate(lines[:20]) if "First Name" in line and "Connected On" in line), None)
    source = path
    if header is not None:
        content = "".join(lines[header:])
    rows = rows_of(content)
    if not rows:
        return [], 0
    first, rows = rows[0], rows[1:]
    counts, found = imported(program, source)
    if not counts:
        # No table of contacts: the same rows under another header.
        end = len(lines[0])
        source = Path(folder) / path.name
        names = ["id"] + [f"x{number}" for number in range(2, len(first) + 1)]
        separator = delimiter(content)
        source.write_bytes((separator.join(names) + "\n" + content[end:]).encode())
        counts, found = imported(program, source)
    if not rows:
        return [], 0
    misses = []
    if counts.get("read") != len(rows):
        misses.append(f"{counts.get('read')} rows read, and not {len(rows)}")
    left = counts.get("skipped", 0)
    merged = counts.get("merged", 0)
    for number, row in enumerate(rows, 2):
        cells = [cell for cell, name in zip(row, first + [""] * len(row)) if cell.strip() and name != "Proficiency"]
        names = [plain(" ".join(cells[:2]))]
        missing = [cell for cell in cells if not is_found(cell, found)]
        # First and last name are one name.
        is_named = header is not None or [cell.strip().lower() for cell in first[:2]] == ["first", "last"]
        if is_named and names[0] in found:
            missing = [cell for cell in missing if cell not in cells[:2]]
        if not missing:
            continue
        if left > 0 and all(cell in missing for cell in cells[:1]):
            left -= 1
        elif merged > 0:
            merged -= 1
        else:
            misses += [f"row {number}: {cell!r}" for cell in missing]
    return misses, len(rows)


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    program, folder = arguments
    paths = sorted(Path(folder).rglob("*.csv"))
    if not paths:
        sys.exit(f"{folder}: there is no .csv file")
    missed = 0
    with tempfile.TemporaryDirectory() as work:
        for path in paths:
            misses, count = compare(program, path, work)
            print(f"{path.relative_to(folder)}: {count} rows by csv, {len(misses)} missed")
            for miss in misses:
                print(f"  missed: {miss}")
            missed += len(misses)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
