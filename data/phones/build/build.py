"""Writes Sources/Interchange/Identity/NumberingPlan+Table.swift. Run by `build`.

Each line of the table is a region: its code, calling code, international prefixes, trunk prefixes, lengths of national
numbers, and its names in English and French. Regions stand by calling code, the main one of a code first.
"""
import os
import unicodedata

import regex
from phonenumbers.data import _COUNTRY_CODE_TO_REGION_CODE as REGIONS
from phonenumbers.geodata.locale import LOCALE_DATA
from phonenumbers.phonemetadata import PhoneMetadata

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "..")
TARGET = os.path.join(ROOT, "Sources", "Interchange", "Identity", "NumberingPlan+Table.swift")
MOST_PREFIXES = 10
FURTHER_NAMES = {"GB": ["England", "Angleterre", "Scotland", "Écosse", "Wales", "Pays de Galles"], "XK": ["Kosovo"]}


def slug(name):
    """As FoldedText.slug in Swift."""
    letters = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c) and c not in "'’")
    letters = regex.sub("[^a-z0-9]+", "-", letters.replace("œ", "oe").replace("æ", "ae").replace("ø", "o"))
    return letters.strip("-")[:40].strip("-")


def digits(pattern, longest):
    """All strings of digits that match a pattern as a whole, the shorter ones first."""
    compiled = regex.compile(pattern)
    found, begun = [], [""]
    for _ in range(longest):
        begun = [b + d for b in begun for d in "0123456789" if compiled.fullmatch(b + d, partial=True)]
        found += [b for b in begun if compiled.fullmatch(b)]
    return found


def trunk_prefixes(plan):
    if plan.national_prefix_for_parsing and not plan.national_prefix_transform_rule:
        found = digits(plan.national_prefix_for_parsing, 6)
        if len(found) <= MOST_PREFIXES:
            return found
    return [plan.national_prefix] if plan.national_prefix else []


def lengths(plan):
    kinds = [plan.fixed_line, plan.mobile, plan.voip, plan.personal_number]
    return sorted({n for kind in kinds if kind and kind.national_number_pattern for n in kind.possible_length if n > 0})


def names(region, own):
    listed = LOCALE_DATA.get(region, {})
    found = set(own.get(region, []) + FURTHER_NAMES.get(region, []))
    for language in ("en", "fr"):
        name = listed.get(language, "")
        if name.startswith("*"):
            name = listed.get(name[1:], "")
        found.add(name)
    return sorted({slug(name) for name in found if slug(name)})


def main():
    with open(os.path.join(ROOT, "data", "places", "build", "countries.tsv"), encoding="utf-8") as lines:
        own = {code: listed.split("|") for code, listed in (line.rstrip("\n").split("\t") for line in lines)}
    table = []
    for code in sorted(REGIONS):
        for region in REGIONS[code]:
            plan = PhoneMetadata.metadata_for_region(region) if region != "001" else None
            if plan is None or not lengths(plan):
                continue
            international = digits(plan.international_prefix or "00", 6)[:MOST_PREFIXES]
            fields = [international, trunk_prefixes(plan), map(str, lengths(plan)), names(region, own)]
            table.append(" ".join([region, str(code)] + [",".join(field) or "-" for field in fields]))
    with open(TARGET, "w", encoding="utf-8") as file:
        file.write("// Made by data/phones/build; see data/phones/README.md.\nextension NumberingPlan {\n")
        file.write("  /// Region, calling code, international and trunk prefixes, lengths of national numbers, and names; the\n")
        file.write("  /// main region of a calling code stands before its others.\n")
        file.write('  static let table = """\n')
        for row in table:
            pieces = regex.findall(r".{1,100}", row)
            file.write("\\\n".join("    " + piece for piece in pieces) + "\n")
        file.write('    """\n}\n')


main()
