#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence a user sees is translated: fails on a missing, unfinished, vanished or mangled string.

    check_translations.py --lupdate PROGRAM --source ROOT
    check_translations.py --lupdate PROGRAM --self-test

Runs lupdate over the sources into copies of translations/*.ts, so that a string which nobody added to the .ts files is
found too, and never changes a file of the tree. English has only its plural forms, German everything.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

FOLDERS = ("core", "ui", "app")
# language -> number of plural forms, whether only strings with plural forms are listed
LANGUAGES = {"de": (2, False), "en": (2, True)}
PLACE = re.compile(r"%L?\d+|%L?n")
ACCESS_KEY = re.compile(r"&(?=\w)")
KEEPS_END = ("…", ":", "?", ".", "!")


def lupdate(program, root, ts, plural_only):
    command = [program, "-silent", "-I", str(root), "-locations", "none", *(["-pluralonly"] if plural_only else [])]
    command += ["-extensions", "cpp,h", *[str(root / folder) for folder in FOLDERS if (root / folder).is_dir()], "-ts", str(ts)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    complaints = [line for line in (run.stdout + run.stderr).splitlines() if line.strip()]
    if run.returncode:
        complaints.append(f"lupdate ended with {run.returncode}")
    return complaints


def places(text):
    """The placeholders, each once: German may say a number in a form of its own ("one host")."""
    return set(PLACE.findall(text)) - {"%n", "%Ln"}


def judge_text(source, text, where):
    if not text.strip():
        yield f"{where}: empty"
        return
    if places(source) != places(text):
        yield f"{where}: placeholders differ: {sorted(places(source))} and {sorted(places(text))}"
    if (source[:1].isspace(), source[-1:].isspace()) != (text[:1].isspace(), text[-1:].isspace()):
        yield f"{where}: white space at an end differs"
    if bool(ACCESS_KEY.search(source)) != bool(ACCESS_KEY.search(text)):
        yield f"{where}: only one of the two has an access key (&)"
    for end in KEEPS_END:
        if source.endswith(end) != text.endswith(end):
            yield f"{where}: only one of the two ends in '{end}'"


def judge_message(context, message, plural_forms):
    source = message.findtext("source") or ""
    where = f"{context}: {source!r}"
    translation = message.find("translation")
    kind = translation.get("type") if translation is not None else "unfinished"
    if kind:
        yield f"{where}: {kind}"
        return
    if message.get("numerus") != "yes":
        yield from judge_text(source, translation.text or "", where)
        return
    forms = [form.text or "" for form in translation.findall("numerusform")]
    if len(forms) != plural_forms:
        yield f"{where}: {len(forms)} plural forms instead of {plural_forms}"
    for form in forms:
        yield from judge_text(source, form, where)
    if forms and "%n" in source and "%n" not in forms[-1] and "%Ln" not in forms[-1]:
        yield f"{where}: the plural form lacks %n"


def judge_file(ts, plural_forms):
    count = 0
    faults = []
    for context in ElementTree.parse(ts).getroot().findall("context"):
        for message in context.findall("message"):
            count += 1
            faults += judge_message(context.findtext("name"), message, plural_forms)
    return count, faults


def check(program, root):
    faults = []
    for language, (plural_forms, plural_only) in LANGUAGES.items():
        original = root / "translations" / f"roadstead_{language}.ts"
        if not original.is_file():
            faults.append(f"{original.name} is missing")
            continue
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / original.name
            copy.write_bytes(original.read_bytes())
            complaints = lupdate(program, root, copy, plural_only)
            count, found = judge_file(copy, plural_forms)
        faults += [f"{original.name}: {fault}" for fault in complaints + found]
        if not count:
            faults.append(f"{original.name}: no strings at all")
        print(f"{original.name}: {count} strings, {len(found)} faults")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


SAMPLE = """
#include <QObject>
class Sample : public QObject
{
    Q_OBJECT
public:
    QString one() { return tr("Save as…"); }
    QString many(int n) { return tr("%n host(s) of %1", nullptr, n); }
};
"""


def sample_ts(language, messages):
    return (f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="{language}" '
            f'sourcelanguage="en"><context><name>Sample</name>{messages}</context></TS>\n')


def message(source, *forms, kind=""):
    attribute = f' type="{kind}"' if kind else ""
    if len(forms) == 1:
        return f"<message><source>{source}</source><translation{attribute}>{forms[0]}</translation></message>"
    inside = "".join(f"<numerusform>{form}</numerusform>" for form in forms)
    return f'<message numerus="yes"><source>{source}</source><translation{attribute}>{inside}</translation></message>'


def self_test(program):
    """A good pair of files passes; each way of being wrong fails."""
    one, many = message("Save as…", "Speichern unter…"), message("%n host(s) of %1", "%n Host von %1", "%n Hosts von %1")
    english = message("%n host(s) of %1", "%n host of %1", "%n hosts of %1")
    cases = {
        "good": (one + many, english, 0),
        "missing string": (many, english, 1),
        "unfinished": (message("Save as…", "x…", kind="unfinished") + many, english, 1),
        "vanished": (one + many + message("Gone", "Weg"), english, 1),
        "empty": (message("Save as…", "") + many, english, 1),
        "lost placeholder": (one + message("%n host(s) of %1", "%n Host", "%n Hosts"), english, 1),
        "one plural form empty": (one + message("%n host(s) of %1", "%n Host von %1", ""), english, 1),
        "lost ellipsis": (message("Save as…", "Speichern unter") + many, english, 1),
        "English plural missing": (one + many, "", 1),
    }
    wrong = 0
    for name, (german, english_messages, expected) in cases.items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "ui").mkdir()
            (root / "translations").mkdir()
            (root / "ui" / "sample.h").write_text(SAMPLE, encoding="utf-8")
            (root / "translations" / "roadstead_de.ts").write_text(sample_ts("de", german), encoding="utf-8")
            (root / "translations" / "roadstead_en.ts").write_text(sample_ts("en", english_messages), encoding="utf-8")
            if check(program, root) != expected:
                wrong += 1
                print(f"self-test: '{name}' was judged wrongly")
    print(f"self-test: {len(cases)} cases, {wrong} judged wrongly")
    return 1 if wrong else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lupdate", required=True)
    parser.add_argument("--source", type=Path)
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test(options.lupdate)
    return check(options.lupdate, options.source.resolve())


if __name__ == "__main__":
    sys.exit(main())
