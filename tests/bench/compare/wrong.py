#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what a scan has got wrong: wrong.py csv|nmap FILE EXPECTATION...

FILE is a CSV of ours or nmap's XML (-oX); the expectations are those of tests/lab/expect.py. Prints the number of
ports whose verdict is wrong or missing, and the first few of them on standard error. Of nmap's only the state counts:
it has fewer reasons, and its attempts are not told. A host that it leaves out is one that it thinks is down.
"""

import pathlib
import sys
import xml.etree.ElementTree as tree

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "lab"))

import expect  # noqa: E402, pylint: disable=wrong-import-position


def wrong_in_csv(path, texts):
    expect.check_scan(path, texts)
    return expect.complaints


def states_of(path):
    """{(address, port): state}, and the hosts that are not down."""
    states, hosts = {}, set()
    for host in tree.parse(path).getroot().iter("host"):
        address = next(a.get("addr") for a in host.iter("address") if a.get("addrtype") != "mac")
        if host.find("status").get("state") != "up":
            continue
        hosts.add(address)
        # What is not listed one by one is there as a sum, with its ports.
        for extra in host.iter("extraports"):
            for reasons in extra.iter("extrareasons"):
                for port in expect.ports_of(reasons.get("ports").replace(",", "+")):
                    states[address, port] = extra.get("state")
        for port in host.iter("port"):
            states[address, int(port.get("portid"))] = port.find("state").get("state")
    return states, hosts


def wrong_in_xml(path, texts):
    states, hosts = states_of(path)
    wrong = []
    for (address, port), verdicts in expect.expected_rows(texts).items():
        found = states.get((address, port), "missing" if address in hosts else "down")
        right = {verdict[0] for verdict in verdicts}
        if any(verdict[1] == "host-unreach" for verdict in verdicts):
            right.add("down")
        if found not in right:
            wrong.append(f"{address} {port}: {found} instead of {' or '.join(sorted(right))}")
    return wrong


def main():
    kind, path, *texts = sys.argv[1:]
    wrong = {"csv": wrong_in_csv, "nmap": wrong_in_xml}[kind](path, texts)
    for text in wrong[:expect.MOST_COMPLAINTS]:
        print(text, file=sys.stderr)
    print(len(wrong))


if __name__ == "__main__":
    main()
