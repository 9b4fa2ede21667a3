#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens TCP ports and keeps them open: listen.py ADDRESS... -- PORT[=KIND]...

Prints "ready" when every port listens on every address. Each connection is accepted and kept until the other side
ends it, so that what is seen on the wire is the scanner's doing alone. Unless the port is of a KIND:

  greets     speaks first, with everything that a terminal had better not be given
  hangs-up   accepts and closes at once
  refuses    says why, and closes
  deaf       never accepts: its backlog of one is full after two connections
"""

import selectors
import signal
import socket
import sys


BACKLOG = {"deaf": 1}
SAYS = {"refuses": b"too many\r\n", "greets": b"220 lab\x1b[31m\x07\x00\xff\\ \xe2\x80\xae\r\n"}


def listener(address, port, kind):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    sock.bind((address, port))
    sock.listen(BACKLOG.get(kind, 1024))
    sock.setblocking(False)
    return sock


def accept(selector, sock, kind):
    try:
        peer, _ = sock.accept()
    except OSError:  # gone before it was taken
        return
    if kind in SAYS:
        try:
            peer.sendall(SAYS[kind])
        except OSError:  # it has hung up already
            pass
    if kind in ("hangs-up", "refuses"):
        peer.close()
        return
    peer.setblocking(False)
    selector.register(peer, selectors.EVENT_READ)


def drain(selector, peer):
    try:
        if peer.recv(4096):
            return
    except BlockingIOError:
        return
    except OSError:  # it hung up with a reset
        pass
    selector.unregister(peer)
    peer.close()


def main():
    separator = sys.argv.index("--")
    addresses, ports = sys.argv[1:separator], sys.argv[separator + 1:]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    selector = selectors.DefaultSelector()
    listeners = {}
    for wanted in ports:
        port, _, kind = wanted.partition("=")
        for address in addresses:
            listeners[listener(address, int(port), kind)] = kind
    for sock, kind in listeners.items():
        if kind != "deaf":
            selector.register(sock, selectors.EVENT_READ)
    print("ready", flush=True)
    sys.stdout.close()
    while True:
        for key, _ in selector.select():
            if key.fileobj in listeners:
                accept(selector, key.fileobj, listeners[key.fileobj])
            else:
                drain(selector, key.fileobj)


if __name__ == "__main__":
    main()
