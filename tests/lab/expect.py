#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a CSV that a scan wrote, row by row, with another reader than the project's own.

expect.py scan FILE EXPECTATION...   every row is as expected, none is missing, none is there twice, all are sorted
expect.py same FILE FILE             both have the same verdicts
expect.py count FILE PATTERN RANGE   so many rows have a "state/reason/attempts/detail" that matches the whole pattern
expect.py banner FILE ADDRESS PORT DETAIL BANNER   that row has them, to the letter
expect.py wire FILE EXPECTATION...   FILE is what `nft -j list table` says; each kind of segment was seen exactly once

An expectation for a scan is ADDRESS,PORTS=STATE/REASON/ATTEMPTS or ADDRESS,PORTS=STATE/REASON/ATTEMPTS/DETAIL, where
PORTS are joined by + and may be ranges, ATTEMPTS is a number or a range (1..2), and DETAIL is a pattern for the whole
of it, but for the confidence, which a silent port always has. Where there may be this or that, " or " stands between
the verdicts. A later expectation replaces an earlier one where they meet. One for the wire is
PORTS=SEGMENT+SEGMENT..., where a segment is the name of the set that counts it, for example 22=in_syn+out_synack.
"""

import csv
import ipaddress
import json
import re
import sys

HEADER = "address,hostname,port,protocol,state,reason,detail,service,rtt_ms,attempts,banner,scanned_at"
ANSWERED = {"syn-ack", "reset"}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
RTT = re.compile(r"\d+\.\d{3}")
CONFIDENCE = re.compile(r"(?:^|;)confidence=([\d.]+)")
LEAST_CONFIDENCE = 0.9
MOST_COMPLAINTS = 20

complaints = []


def complain(text):
    complaints.append(text)


def ports_of(text):
    for part in text.split("+"):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    if data.count(b"\n") != data.count(b"\r\n"):
        complain(f"{path}: a line does not end with CRLF")
    rows = list(csv.DictReader(data.decode("utf-8").splitlines()))
    if data.split(b"\r\n", 1)[0].decode() != HEADER:
        complain(f"{path}: another header")
    addresses = [ipaddress.ip_address(row["address"]) for row in rows]
    order = [(address.version, address, int(row["port"])) for address, row in zip(addresses, rows)]
    if order != sorted(order):
        complain(f"{path}: not sorted by address and port")
    result = {(row["address"], int(row["port"])): row for row in rows}
    if len(result) != len(rows):
        complain(f"{path}: {len(rows) - len(result)} rows are there twice")
    return result


def verdict_of(text):
    state, reason, attempts, *detail = text.split("/", 3)
    least, most = range_of(attempts)
    return state, reason, least, most, re.compile(detail[0]) if detail else None


def range_of(text):
    least, _, most = text.partition("..")
    return int(least), int(most or least)


def expected_rows(texts):
    rows = {}
    for text in texts:
        place, _, verdicts = text.partition("=")
        address, _, ports = place.partition(",")
        verdicts = [verdict_of(verdict) for verdict in verdicts.split(" or ")]
        for port in ports_of(ports):
            rows[address, port] = verdicts
    return rows


def is_as_expected(row, verdict):
    state, reason, least, most, pattern = verdict
    detail = without_confidence(row["detail"])
    return ((row["state"], row["reason"]) == (state, reason) and least <= int(row["attempts"]) <= most
            and (pattern is None or pattern.fullmatch(detail)))


def words_of(verdict):
    state, reason, least, most, detail = verdict
    attempts = str(least) if least == most else f"{least}..{most}"
    return f"{state}/{reason}/{attempts}" + (f"/{detail.pattern}" if detail else "")


def words_of_row(row):
    return "/".join(row[column] for column in ("state", "reason", "attempts", "detail"))


def without_confidence(detail):
    return CONFIDENCE.sub("", detail).removeprefix(";")


def check_row(key, row, verdicts):
    reason = row["reason"]
    if not any(is_as_expected(row, verdict) for verdict in verdicts):
        complain(f"{key}: {words_of_row(row)} instead of {' or '.join(map(words_of, verdicts))}")
    if row["protocol"] != "tcp" or not TIME.fullmatch(row["scanned_at"]):
        complain(f"{key}: protocol {row['protocol']}, time {row['scanned_at']}")
    confidence = CONFIDENCE.search(row["detail"])
    should_have_one = reason == "no-response" and "blocked-since" not in row["detail"]
    if bool(confidence) != should_have_one or confidence and float(confidence[1]) < LEAST_CONFIDENCE:
        complain(f"{key}: {reason} with confidence {confidence and confidence[1]}")
    if reason in ANSWERED and not RTT.fullmatch(row["rtt_ms"]) or reason == "no-response" and row["rtt_ms"]:
        complain(f"{key}: {reason} with round-trip time '{row['rtt_ms']}'")


def check_scan(path, texts):
    rows, expected = read(path), expected_rows(texts)
    for key in sorted(set(rows) ^ set(expected)):
        complain(f"{key}: {'not asked for' if key in rows else 'missing'}")
    for key in sorted(set(rows) & set(expected)):
        check_row(key, rows[key], expected[key])
    return f"{len(rows)} rows"


def check_same(one, other):
    first, second = read(one), read(other)
    for key in sorted(set(first) ^ set(second)):
        complain(f"{key}: only in {one if key in first else other}")
    for key in sorted(set(first) & set(second)):
        a, b = ((rows[key]["state"], rows[key]["reason"]) for rows in (first, second))
        if a != b:
            complain(f"{key}: {a} and {b}")
    return f"{len(first)} rows"


def check_count(path, pattern, wanted):
    least, most = range_of(wanted)
    texts = (words_of_row(row | {"detail": without_confidence(row["detail"])}) for row in read(path).values())
    number = sum(bool(re.fullmatch(pattern, text)) for text in texts)
    if not least <= number <= most:
        complain(f"{number} rows are {pattern}, not {wanted}")
    return f"{number} rows"


def check_banner(path, address, port, detail, banner):
    row = read(path)[address, int(port)]
    found = (row["detail"], row["banner"])
    if found != (detail, banner):
        complain(f"{address} {port}: {found} instead of {(detail, banner)}")
    return f"{address} {port}"


def segments_seen(path):
    """How often each kind of segment was counted, by port; the sets are named after the kinds."""
    with open(path, encoding="utf-8") as file:
        objects = json.load(file)["nftables"]
    seen = {}
    for item in objects:
        for entry in item.get("set", {}).get("elem", []):
            counted = entry["elem"]
            seen[counted["val"], item["set"]["name"]] = counted["counter"]["packets"]
    return seen


def check_wire(path, texts):
    seen, expected = segments_seen(path), set()
    for text in texts:
        ports, _, segments = text.partition("=")
        expected |= {(port, segment) for port in ports_of(ports) for segment in segments.split("+")}
    for port, segment in sorted(expected - set(seen)):
        complain(f"port {port}: no {segment}")
    for (port, segment), count in sorted(seen.items()):
        if (port, segment) not in expected or count != 1:
            complain(f"port {port}: {count} times {segment}")
    return f"{len(seen)} segments"


def main():
    checks = {"scan": lambda path, *texts: check_scan(path, texts), "same": check_same,
              "count": check_count, "banner": check_banner, "wire": lambda path, *texts: check_wire(path, texts)}
    summary = checks[sys.argv[1]](*sys.argv[2:])
    for text in complaints[:MOST_COMPLAINTS]:
        print(text)
    if len(complaints) > MOST_COMPLAINTS:
        print(f"and {len(complaints) - MOST_COMPLAINTS} more")
    print(f"{summary}: {'not as expected' if complaints else 'as expected'}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
