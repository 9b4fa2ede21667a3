#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of firewall rules and what a scan says of the ports behind them.

verdicts.py rules HOOK            the ruleset for nft, for that hook (input, forward, output)
verdicts.py ports                 all the ports that it is about
verdicts.py listeners             those that are to listen
verdicts.py expect PLACE ADDRESS SENDER
                                  for expect.py: the rows of ADDRESS if the rule stands in the network or at the target
                                  ("remote") or on the scanner itself ("local"), and SENDER is who rejects
verdicts.py markdown CSV XML...   what a scan of ours and nmap's (-oX) say of each rule, side by side

Each rule has some ports of its own, the same ones for both address families.
"""

import csv
import sys
import typing
import xml.etree.ElementTree as tree

FIRST_PORT = 2000
PORTS_PER_RULE = 8


class Rule(typing.NamedTuple):
    words: str
    action: str  # nft's
    state: str
    reason: str
    icmp: str = ""  # type/code
    attempts: str = "1"
    listens: bool = True  # so that a rule that does nothing is found


# RFC 792, RFC 1122 3.2.2.1, RFC 1812 5.2.7.1; RFC 4443 3.1. What nft calls them, what a scan says.
COMMON = [
    Rule("a port that listens", "", "open", "syn-ack"),
    Rule("a port that does not listen", "", "closed", "reset", listens=False),
    Rule("`drop`", "drop", "filtered", "no-response", attempts="2..9"),
    Rule("`reject with tcp reset`", "reject with tcp reset", "closed", "reset"),
]
IPV4 = [Rule(f"`reject with icmp {name}`", f"reject with icmp {name}", "filtered", reason, f"3/{code}")
        for name, code, reason in [
            ("net-unreachable", 0, "net-unreach"),
            ("host-unreachable", 1, "host-unreach"),
            ("prot-unreachable", 2, "proto-unreach"),
            ("port-unreachable", 3, "port-unreach"),
            ("net-prohibited", 9, "net-prohibited"),
            ("host-prohibited", 10, "host-prohibited"),
            ("admin-prohibited", 13, "admin-prohibited")]]
IPV6 = [Rule(f"`reject with icmpv6 {name}`", f"reject with icmpv6 {name}", "filtered", reason, f"1/{code}")
        for name, code, reason in [
            ("no-route", 0, "net-unreach"),
            ("admin-prohibited", 1, "admin-prohibited"),
            ("addr-unreachable", 3, "host-unreach"),
            ("port-unreachable", 4, "port-unreach"),
            ("policy-fail", 5, "admin-prohibited"),
            ("reject-route", 6, "admin-prohibited")]]
FAMILIES = {"ipv4": COMMON + IPV4, "ipv6": COMMON + IPV6}


def family_of(address):
    return "ipv6" if ":" in address else "ipv4"


def ports_of(place):
    first = FIRST_PORT + place * PORTS_PER_RULE
    return first, first + PORTS_PER_RULE - 1


def each_rule(family):
    return ((rule, *ports_of(place)) for place, rule in enumerate(FAMILIES[family]))


def rules(hook):
    print(f"table inet verdicts {{\n  chain judge {{\n    type filter hook {hook} priority 0")
    for family in FAMILIES:
        for rule, first, last in each_rule(family):
            if rule.action:
                print(f"    meta nfproto {family} tcp dport {first}-{last} {rule.action}")
    print("  }\n}")


def ports():
    print(f"{FIRST_PORT}-{ports_of(max(map(len, FAMILIES.values())) - 1)[1]}")


def listeners():
    """Port by port; a port is for both families, so that it listens if one of them wants it."""
    wanted = {port for family in FAMILIES for rule, first, last in each_rule(family) if rule.listens
              for port in range(first, last + 1)}
    print(*sorted(wanted))


def expect(place, address, sender):
    rest = ports_of(len(FAMILIES[family_of(address)]) - 1)[1] + 1
    for rule, first, last in each_rule(family_of(address)):
        verdict, detail = f"{rule.state}/{rule.reason}", f"icmp={rule.icmp};from={sender}" if rule.icmp else ""
        if rule.icmp and place == "local":
            verdict = "unknown/local-firewall"
        print(f"{address},{first}-{last}={verdict}/{rule.attempts}/{detail}")
    # Ports that only the longer table of the other family has: they listen.
    last = ports_of(max(map(len, FAMILIES.values())) - 1)[1]
    if rest <= last:
        print(f"{address},{rest}-{last}=open/syn-ack/1/")


def ours(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {(family_of(row["address"]), int(row["port"])): (row["state"], row["reason"], row["detail"])
                for row in csv.DictReader(file)}


def theirs(path):
    said = {}
    root = tree.parse(path).getroot()
    for host in root.iter("host"):
        family = host.find("address").get("addrtype")
        # What is not listed one by one is there as a sum, by state and reason and with its ports.
        for extra in host.iter("extraports"):
            for reasons in extra.iter("extrareasons"):
                for part in reasons.get("ports").split(","):
                    first, _, last = part.partition("-")
                    for port in range(int(first), int(last or first) + 1):
                        said[family, port] = (extra.get("state"), reasons.get("reason"), "")
        for port in host.iter("port"):
            state = port.find("state")
            said[family, int(port.get("portid"))] = (state.get("state"), state.get("reason"), state.get("reason_ip", ""))
    return said


def cell(found):
    """All ports of a rule, which should agree."""
    return "<br>".join(sorted({" ".join(filter(None, (state, f"({reason})", detail))) for state, reason, detail in found}))


def markdown(ours_path, *their_paths):
    mine, other = ours(ours_path), {}
    for path in their_paths:
        other |= theirs(path)
    print("| the target's rule | Roadstead | `nmap -sT --reason` |\n|---|---|---|")
    for family, title in (("ipv4", "IPv4"), ("ipv6", "IPv6")):
        for rule, first, last in each_rule(family):
            wanted = [(family, port) for port in range(first, last + 1)]
            print(f"| {title}: {rule.words} | {cell([mine[key] for key in wanted])} | {cell([other[key] for key in wanted])} |")


if __name__ == "__main__":
    commands = {command.__name__: command for command in (rules, ports, listeners, expect, markdown)}
    commands[sys.argv[1]](*sys.argv[2:])
