#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the path from the network namespace it is started in (A) to the one of NETNS (B).

path.py NETNS delay A_MS B_MS JITTER_MS   no packet is early, most are in time, TCP connections too
path.py NETNS loss A B MEAN_RUN           the shares that A's and B's packets lose, in runs unless MEAN_RUN is 0
path.py NETNS bottleneck RATE QUEUE       how A's packets pass a bottleneck
path.py NETNS send COUNT                  A sends, and that is all
path.py NETNS carries COUNT               A sends, and all arrive, once and unchanged

It has sockets in both namespaces, and so one clock for both ends.
"""

import ctypes
import errno
import hashlib
import math
import os
import select
import socket
import struct
import sys
import time

ADDRESSES = {socket.AF_INET: ("198.18.0.1", "198.18.0.2"), socket.AF_INET6: ("fd00:18::1", "fd00:18::2")}
PORT = 4000
HEADER = struct.Struct("!qq")  # number, time sent
MARKER = -1
PATIENCE = 10  # seconds for what must come
# How much later than it should the middle one of many packets may be, on a machine that is busy (seconds).
LATE = 0.1


def fail(text):
    sys.exit(f"failed: {text}")


def enter(namespace):
    libc = ctypes.CDLL(None, use_errno=True)
    with open(namespace, "rb") as file:
        if libc.setns(file.fileno(), 0) != 0:
            fail(f"{namespace}: {os.strerror(ctypes.get_errno())}")


def udp(family, address):
    sock = socket.socket(family, socket.SOCK_DGRAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
    sock.bind((address, PORT))
    sock.setblocking(False)
    return sock


class Ends:
    """Sockets at both ends: udp[family] is (A's, B's)."""

    def __init__(self, namespace):
        here = {family: udp(family, pair[0]) for family, pair in ADDRESSES.items()}
        self.clients = {family: [socket.socket(family) for _ in range(2)] for family in ADDRESSES}
        enter(namespace)
        self.udp = {family: (here[family], udp(family, pair[1])) for family, pair in ADDRESSES.items()}
        self.listeners = {}
        for family, pair in ADDRESSES.items():
            self.listeners[family] = socket.socket(family)
            self.listeners[family].bind((pair[1], PORT))
            self.listeners[family].listen()


class Flow:
    """Numbered packets from one end to the other."""

    def __init__(self, ends, family, side):
        self.sender, self.receiver = ends.udp[family][side], ends.udp[family][1 - side]
        self.to = (ADDRESSES[family][1 - side], PORT)
        self.sent = {}
        self.received = {}
        self.marked = False

    def send(self, number, size=HEADER.size):
        now = time.monotonic_ns()
        self.sent.setdefault(number, now)
        self.sender.sendto(HEADER.pack(number, now).ljust(size, b"r"), self.to)

    def drain(self, wait=0.0):
        select.select([self.receiver], [], [], wait)
        while True:
            try:
                data, peer = self.receiver.recvfrom(2048)
            except BlockingIOError:
                return
            now = time.monotonic_ns()
            if peer[:2] != self.sender.getsockname()[:2]:
                fail(f"a packet from {peer}")
            number, sent = HEADER.unpack_from(data)
            if number == MARKER:
                self.marked = True
                continue
            if number in self.received or sent != self.sent.get(number) or data[HEADER.size:].strip(b"r"):
                fail(f"packet {number} is there twice, or not what was sent")
            self.received[number] = now

    def send_all(self, count, gap=0.0, size=HEADER.size):
        for number in range(count):
            self.send(number, size)
            self.drain(gap)

    # Where none is lost.
    def wait_for_all(self):
        end = time.monotonic() + PATIENCE
        while len(self.received) < len(self.sent):
            if time.monotonic() > end:
                fail(f"{len(self.received)} of {len(self.sent)} packets arrived")
            self.drain(0.1)

    # Where none overtakes another: when a later packet is there, what is missing is lost. So many that one arrives,
    # and always as many, so that the next flow has the same random numbers in every run.
    def wait_for_marker(self):
        for _ in range(100):
            self.send(MARKER)
        end = time.monotonic() + PATIENCE
        while not self.marked:
            if time.monotonic() > end:
                fail("nothing arrives")
            self.drain(0.1)

    # Where they come one after another, in much less than a second.
    def wait_for_quiet(self):
        before = -1
        while len(self.received) > before:
            before = len(self.received)
            self.drain(1.0)

    def seconds(self):
        return sorted((self.received[n] - self.sent[n]) / 1e9 for n in self.received)


def flows(ends):
    return [(f"{'ab'[side]} IPv{4 if family == socket.AF_INET else 6}", side, Flow(ends, family, side))
            for family in ADDRESSES for side in (0, 1)]


def delay(ends, a_ms, b_ms, jitter_ms):
    least, jitter = (float(a_ms) / 1e3, float(b_ms) / 1e3), float(jitter_ms) / 1e3
    for name, side, flow in flows(ends):
        flow.send_all(300, 0.001)
        flow.wait_for_all()
        took = flow.seconds()
        print(f"{name}: {took[0] * 1e3:.3f} ms at least, {took[150] * 1e3:.3f} in the middle, {took[-1] * 1e3:.3f} at most")
        if took[0] < least[side]:
            fail("too early")
        if took[150] > least[side] + jitter / 2 + LATE:
            fail("too late")
        if took[-1] - took[0] < jitter / 2:
            fail("they are all the same")
    for family in ADDRESSES:
        connect(ends, family, sum(least))


# An open port and a closed one: the answer comes after a round trip.
def connect(ends, family, least):
    for client, port, expected in zip(ends.clients[family], (PORT, PORT + 1), (0, errno.ECONNREFUSED)):
        client.settimeout(PATIENCE)
        # It ends with a reset: nothing is left to be sent again on the next path.
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        begin = time.monotonic()
        error = client.connect_ex((ADDRESSES[family][1], port))
        took = time.monotonic() - begin
        print(f"port {port}: {errno.errorcode.get(error, 'open')} after {took * 1e3:.3f} ms")
        if error != expected or took < least:
            fail("not the right answer, or too early")


def loss(ends, a, b, mean_run):
    wanted, mean_run, count = (float(a), float(b)), float(mean_run), 6000
    for name, side, flow in flows(ends):
        flow.send_all(count)
        flow.wait_for_marker()
        lost = [number for number in range(count) if number not in flow.received]
        share, digest = len(lost) / count, hashlib.sha256(repr(lost).encode()).hexdigest()[:12]
        print(f"{name}: lost {share:.4f}, which ones: {digest}")
        # In runs, the packets say less than as many independent ones.
        p = wanted[side]
        ends_with = 1 / mean_run if mean_run else 1 - p
        memory = 1 - ends_with - ends_with * p / (1 - p)
        sigma = math.sqrt(p * (1 - p) / count * (1 + memory) / (1 - memory))
        if abs(share - p) > 5 * sigma:
            fail(f"not {p} within five times {sigma:.4f}")
        runs = sum(number - 1 in flow.received or number == 0 for number in lost)
        mean, sigma = len(lost) / runs, math.sqrt((1 - ends_with) / runs) / ends_with
        if abs(mean - 1 / ends_with) > 5 * sigma:
            fail(f"{mean:.2f} packets in a run, not {1 / ends_with:.2f} within five times {sigma:.2f}")


def bottleneck(ends, rate, queue):
    rate, queue, count = float(rate), int(queue), 300
    flow = Flow(ends, socket.AF_INET, 0)
    flow.send_all(count)
    flow.wait_for_quiet()
    print(f"bottleneck: {len(flow.received)} of {count} passed")
    begin = flow.sent[0]
    for place, received in enumerate(sorted(flow.received.values()), 1):
        if (received - begin) / 1e9 < place / rate:
            fail(f"packet {place} passed too early")
    # One on its way through and those that wait pass for sure; of the rest those that a slow machine sends late.
    if not queue + 1 <= len(flow.received) <= queue + 1 + rate * 0.5:
        fail("not what the queue holds")
    if any(number not in flow.received for number in range(queue + 1)):
        fail("a packet was dropped that had a place in the queue")
    back = Flow(ends, socket.AF_INET, 1)
    back.send_all(count)
    back.wait_for_all()


def send(ends, count):
    flow = Flow(ends, socket.AF_INET, 0)
    flow.send_all(int(count))
    if flow.received:
        fail("they arrive at once")


def carries(ends, count):
    flow = Flow(ends, socket.AF_INET, 0)
    flow.send_all(int(count), size=1472)  # the largest that the MTU lets through
    flow.wait_for_all()
    print(f"{len(flow.received)} arrived")


if __name__ == "__main__":
    checks = {check.__name__: check for check in (delay, loss, bottleneck, send, carries)}
    checks[sys.argv[2]](Ends(sys.argv[1]), *sys.argv[3:])
