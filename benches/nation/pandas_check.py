"""Does with pandas what `spbe validate` does for a nation, as a ministry's analyst would: to measure against.

    python3 -m venv VENV && VENV/bin/pip install pandas pyyaml
    /usr/bin/time -v VENV/bin/python benches/nation/pandas_check.py FOLDER/*
    /usr/bin/time -v target/dist/spbe validate FOLDER/*

All tables of all workspaces are read, joined and checked at once, which is the fast way with pandas: unknown
indicators, levels that are not on the scale, scores without evidence or with evidence that the index lacks, evidence
that is missing or altered, citations of other indicators' documents, levels above what the evidence supports,
judgements of indicators that were not assigned, indicators without a judge, a level or a recommendation, the file of
the instrument. Then the index is computed. It knows no places in files, no other rules and no messages that say what
to do.
"""

import csv
import hashlib
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pandas
import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def main(folders: list[Path]) -> int:
    manifests = pandas.DataFrame([manifest(folder) for folder in folders]).set_index("agency")
    evidence = read(folders, "evidence.csv")
    links = read(folders, "evidence-links.csv")
    assignments = read(folders, "assignments.csv")
    finals = read(folders, "scores/final.csv")
    recommendations = read(folders, "recommendations.csv")
    scores = judgements(folders)
    instrument = yaml.load((folders[0] / "instrument.yaml").read_text(encoding="utf-8"), Loader=LOADER)
    indicators, aspects = nodes(instrument)
    levels = {str(level) for level in range(1, 6)}
    cited = citations(scores)
    findings = [
        report("instrument-changed", manifests[manifests.stated != manifests.instrument].reset_index()),
        *(report("unknown-indicator", table[~table.indicator.isin(indicators.index)])
          for table in [assignments, links, scores, finals]),
        *(report("level-out-of-range", table[~table.level.isin(levels)]) for table in [links, scores, finals]),
        report("no-evidence", scores[(scores.level > "1") & (scores.evidence == "")]),
        report("unknown-evidence", lacking(cited, evidence)),
        report("unknown-evidence", lacking(links.rename(columns={"evidence": "id"}), evidence)),
        *files(folders, evidence),
        *cited_wrongly(cited, links),
        report("score-not-assigned", lacking(scores, assignments, ["agency", "indicator", "member"])),
        *absent(folders, indicators, {"indicator-unassigned": assignments, "score-missing": finals}),
        report("no-recommendation", lacking(below(finals, manifests), recommendations, ["agency", "indicator"])),
        report("aspect-without-findings", manifests[manifests.aspects < len(aspects)].reset_index()),
        *(report("duplicate", table[table.duplicated(keys)]) for table, keys in [
            (evidence, ["agency", "id"]), (evidence, ["agency", "sha256"]),
            (links, ["agency", "indicator", "evidence"]),
            (assignments, ["agency", "indicator", "member"]), (finals, ["agency", "indicator"]),
            (scores, ["agency", "member", "indicator"]),
        ]),
    ]
    found = pandas.concat([finding for finding in findings if len(finding)] or findings)
    print(found.sort_values(["agency", "rule"]).to_csv(index=False), end="")
    index = indices(finals, indicators, aspects)
    print(index.describe().to_string(), file=sys.stderr)
    return int(len(found) > 0)


def manifest(folder: Path) -> dict[str, str]:
    """Reads what a manifest says of its instrument, and hashes the instrument."""
    told = tomllib.loads((folder / "spbe.toml").read_text(encoding="utf-8"))
    tomllib.loads((folder / "team.toml").read_text(encoding="utf-8"))
    aspects = tomllib.loads((folder / "findings.toml").read_text(encoding="utf-8"))["aspect"]
    digest = hashlib.sha256((folder / "instrument.yaml").read_bytes()).hexdigest()
    evaluation = told["evaluation"]
    return {
        "agency": folder.name,
        "stated": evaluation["instrument_sha256"],
        "instrument": digest,
        "target": evaluation["target_level"],
        "aspects": len(aspects),
    }


def read(folders: list[Path], name: str) -> pandas.DataFrame:
    """Reads a table of all workspaces as one."""
    return joined((folder / name, {"agency": folder.name}) for folder in folders)


def joined(files: Iterable[tuple[Path, dict[str, str]]]) -> pandas.DataFrame:
    """Reads tables with the same columns as one, each with what is said of it.

    A frame of its own for every file would take three times as long.
    """
    header, beside, rows = [], [], []
    for path, told in files:
        with path.open(newline="", encoding="utf-8") as file:
            reader = csv.reader(file)
            header, beside = next(reader), list(told)
            rows += [row + list(told.values()) for row in reader]
    return pandas.DataFrame(rows, columns=header + beside)


def judgements(folders: list[Path]) -> pandas.DataFrame:
    """Reads the judgements of all members of all workspaces as one."""
    return joined(
        (path, {"agency": folder.name, "member": path.stem})
        for folder in folders
        for path in sorted((folder / "scores").glob("*.csv"))
        if path.stem not in ("final", "external")
    )


def nodes(instrument: dict) -> tuple[pandas.DataFrame, pandas.DataFrame]:
    """Makes tables of the instrument's indicators and of its aspects."""
    indicators, aspects = [], []
    for domain in instrument["domains"]:
        for aspect in domain["aspects"]:
            aspects.append({"id": aspect["id"], "domain": domain["id"], "weight": float(aspect["weight"])})
            indicators += [{"id": str(one["id"]), "aspect": aspect["id"]} for one in aspect["indicators"]]
    return pandas.DataFrame(indicators).set_index("id"), pandas.DataFrame(aspects).set_index("id")


def citations(scores: pandas.DataFrame) -> pandas.DataFrame:
    """Makes a row of every document that a judgement cites."""
    cited = scores.assign(id=scores.evidence.str.split()).explode("id")
    return cited[cited.id.notna()]


def lacking(table: pandas.DataFrame, other: pandas.DataFrame, keys: list[str] | None = None) -> pandas.DataFrame:
    """Returns the rows of a table whose keys, the id of a document unless named, another one lacks."""
    keys = keys or ["agency", "id"]
    both = table.merge(other[keys].drop_duplicates(), on=keys, how="left", indicator="side")
    return both[both.side == "left_only"]


def files(folders: list[Path], evidence: pandas.DataFrame) -> list[pandas.DataFrame]:
    """Hashes every file of the evidence, and finds those that are missing, altered or in no index."""
    roots = {folder.name: folder for folder in folders}
    kept = evidence[evidence.file != ""]
    digests = [digest(roots[agency] / file) for agency, file in zip(kept.agency, kept.file)]
    kept = kept.assign(now=digests)
    there = [(folder.name, f"evidence/{path.name}") for folder in folders for path in (folder / "evidence").iterdir()]
    there = pandas.DataFrame(there, columns=["agency", "file"])
    return [
        report("evidence-missing", kept[kept.now == ""]),
        report("evidence-altered", kept[(kept.now != "") & (kept.now != kept.sha256)]),
        report("evidence-not-indexed", lacking(there, kept, ["agency", "file"])),
    ]


def digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def cited_wrongly(cited: pandas.DataFrame, links: pandas.DataFrame) -> list[pandas.DataFrame]:
    """Finds citations of other indicators' documents, and levels above what the cited documents support."""
    links = links.rename(columns={"evidence": "id", "level": "supported"})
    linked = cited[pandas.MultiIndex.from_frame(cited[["agency", "id"]]).isin(
        pandas.MultiIndex.from_frame(links[["agency", "id"]]))]
    both = cited.merge(links, on=["agency", "indicator", "id"])
    for column in ["level", "supported"]:
        both[column] = pandas.to_numeric(both[column], errors="coerce")
    highest = both.groupby(["agency", "member", "indicator", "level"], as_index=False).supported.max()
    return [
        report("evidence-of-other-indicator", lacking(linked, links, ["agency", "indicator", "id"])),
        report("evidence-level", highest[highest.supported < highest.level]),
    ]


def absent(folders: list[Path], indicators: pandas.DataFrame, tables: dict) -> list[pandas.DataFrame]:
    """Finds indicators that a table of an agency does not have."""
    every = pandas.MultiIndex.from_product([[folder.name for folder in folders], indicators.index])
    every = every.to_frame(index=False, name=["agency", "indicator"])
    return [report(rule, lacking(every, table, ["agency", "indicator"])) for rule, table in tables.items()]


def below(finals: pandas.DataFrame, manifests: pandas.DataFrame) -> pandas.DataFrame:
    """Returns the agreed levels below the target of their agency."""
    return finals[pandas.to_numeric(finals.level) < finals.agency.map(manifests.target)]


def report(rule: str, found: pandas.DataFrame) -> pandas.DataFrame:
    """Tells findings by their rule."""
    columns = [column for column in ["agency", "member", "indicator", "level", "id", "file"] if column in found]
    return found[columns].assign(rule=rule)


def indices(finals: pandas.DataFrame, indicators: pandas.DataFrame, aspects: pandas.DataFrame) -> pandas.Series:
    """Computes the index of every agency."""
    rows = finals.assign(level=pandas.to_numeric(finals.level), aspect=finals.indicator.map(indicators.aspect))
    means = rows.groupby(["agency", "aspect"], as_index=False)["level"].mean()
    means["weighted"] = means.level * means.aspect.map(aspects.weight)
    means["domain"] = means.aspect.map(aspects.domain)
    sums = means.groupby(["agency", "domain"], as_index=False).weighted.sum()
    return (sums.groupby("agency").weighted.sum() / 100).rename("index")


if __name__ == "__main__":
    sys.exit(main([Path(folder) for folder in sys.argv[1:]]))
