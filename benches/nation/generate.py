"""Makes the workspaces of a nation: agencies with 47 indicators and 47 files of evidence each.

    python3 benches/nation/generate.py FOLDER --agencies 500
    target/dist/spbe validate FOLDER/*

One agency in ten has mistakes: an unknown indicator, a level that is not on the scale, evidence that is missing,
altered or not in the index, a link of another indicator. The same arguments make the same bytes. Python's own library
is enough.
"""

import argparse
import hashlib
import random
from pathlib import Path

INSTRUMENT = Path(__file__).resolve().parents[2] / "instruments" / "spbe-2020.yaml"
INDICATORS = range(1, 48)
ASPECTS = range(1, 9)
TARGET = 3
MEMBERS = {
    "sekda": ("coordinator", ""),
    "kominfo": ("responsible", ""),
    "entri": ("data-entry", ""),
    "hukum": ("member", '"law", "oversight", "archives", "personnel"'),
    "organisasi": ("member", '"organisation", "accountability", "public-service"'),
    "tik": ("member", '"ict", "data", "security"'),
    "bappeda": ("member", '"planning", "budgeting", "finance", "procurement", "assets"'),
}
JUDGES = ["hukum", "organisasi", "tik", "bappeda"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the workspaces are put, a folder each")
    parser.add_argument("--agencies", type=int, default=500)
    parser.add_argument("--bytes", type=int, default=4096, help="the size of a file of evidence")
    arguments = parser.parse_args()
    instrument = INSTRUMENT.read_bytes()
    for number in range(arguments.agencies):
        agency(arguments.folder / f"agency-{number:04}", number, instrument, arguments.bytes)


def agency(root: Path, number: int, instrument: bytes, size: int) -> None:
    """Writes one workspace."""
    dice = random.Random(number)
    for folder in ["evidence", "scores"]:
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "instrument.yaml").write_bytes(instrument)
    (root / "spbe.toml").write_text(manifest(number, hashlib.sha256(instrument).hexdigest()), encoding="utf-8")
    (root / "team.toml").write_text(team(), encoding="utf-8")
    (root / "findings.toml").write_text(strengths(), encoding="utf-8")
    documents, links, assignments, finals, recommendations = [], [], [], [], []
    scores = {judge: [] for judge in JUDGES}
    for indicator in INDICATORS:
        level = dice.randint(1, 5)
        content = b"%PDF-1.7\n" + dice.randbytes(size)
        digest = hashlib.sha256(content).hexdigest()
        name = f"dokumen-{indicator:02}-{digest[:6]}"
        (root / "evidence" / f"{name}.pdf").write_bytes(content)
        title = f'"Peraturan Nomor {indicator} Tahun 2023, tentang pengaturan nomor {number}"'
        documents.append(f"{name},document,{title},2023-05-02,Bagian Hukum,evidence/{name}.pdf,{digest}")
        links.append(f"{indicator},{name},{level}")
        for judge in dice.sample(JUDGES, 2):
            assignments.append(f"{indicator},{judge},2024-06-28")
            explanation = f'"Fakta: Pasal {indicator} mengatur semua unit kerja, dan lebih. Justifikasi: {level}."'
            scores[judge].append(f"{indicator},{level},document,2024-06-{dice.randint(10, 28)},{name},{explanation}")
        finals.append(f"{indicator},{level},2024-08-01,sekda,Disepakati dalam rapat pleno")
        if level < TARGET:
            action = '"Tetapkan peraturan, lalu terapkan di seluruh unit kerja"'
            recommendations.append(f"{indicator},{TARGET},{action},Bagian Organisasi,2025-06-30,sedang,internal,open")
    if number % 10 == 0:
        mistakes(root, documents, links, scores)
    table(root / "evidence.csv", "id,kind,title,date,unit,file,sha256", sorted(documents))
    table(root / "evidence-links.csv", "indicator,evidence,level", links)
    table(root / "assignments.csv", "indicator,member,due", assignments)
    table(root / "scores" / "final.csv", "indicator,level,date,decided_by,reason", finals)
    table(root / "recommendations.csv", "indicator,to_level,action,unit,due,priority,source,state", recommendations)
    for judge, rows in scores.items():
        table(root / "scores" / f"{judge}.csv", "indicator,level,method,date,evidence,explanation", rows)


def mistakes(root: Path, documents: list[str], links: list[str], scores: dict[str, list[str]]) -> None:
    """Breaks a workspace in a few ways."""
    files = sorted((root / "evidence").iterdir())
    files[3].unlink()
    files[4].write_bytes(b"%PDF-1.7\nanother content")
    del documents[5]
    links[6] = links[6].replace("7,", "8,", 1)
    scores["hukum"].append("48,3,document,2024-06-20,tidak-ada,Indikator ini tidak ada")
    scores["tik"].append("47,9,document,2024-06-20,tidak-ada,Level ini tidak ada")


def manifest(number: int, digest: str) -> str:
    """Returns the manifest of an agency."""
    return f"""schema = 1

[agency]
name = "Pemerintah Kabupaten {number}"
kind = "regency"

[evaluation]
year = 2024
instrument = "spbe-2020"
instrument_sha256 = "{digest}"
language = "id"
target_index = "2.60"
target_level = {TARGET}
"""


def team() -> str:
    """Returns the team, the same for every agency."""
    person = '[[member]]\nid = "{0}"\nname = "{0}"\nposition = "Kepala"\nunit = "Unit {0}"\n'
    member = person + 'role = "{1}"\nfunctions = [{2}]\n'
    head = 'decree = { number = "1/2024", date = 2024-02-01 }\n\n'
    attended = ", ".join(f'"{name}"' for name in MEMBERS)
    briefing = f'\n[[briefing]]\ndate = 2024-02-08\nplace = "Aula"\ntopic = "Rapat"\nattended = [{attended}]\n'
    return head + "\n".join(member.format(name, *what) for name, what in MEMBERS.items()) + briefing


def strengths() -> str:
    """Returns the strengths and weaknesses of every aspect."""
    aspect = '[[aspect]]\nid = {0}\nstrengths = ["Diatur lengkap."]\nweaknesses = ["Belum dievaluasi."]\n'
    return "\n".join(aspect.format(number) for number in ASPECTS)


def table(path: Path, header: str, rows: list[str]) -> None:
    """Writes a table."""
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
