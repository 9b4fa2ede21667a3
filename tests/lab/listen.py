#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Roadstead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens TCP ports and keeps them open: listen.py ADDRESS... -- PORT...

Prints "ready" when every port listens on every address. Each connection is accepted and kept until the other side
ends it, so that what is seen on the wire is the scanner's doing alone.
"""

import selectors
import signal
import socket
import sys


def listener(address, port):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    sock.bind((address, port))
    sock.listen(128)
    sock.setblocking(False)
    return sock


def accept(selector, sock):
    try:
        peer, _ = sock.accept()
    except OSError:  # gone before it was taken
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
    listeners = {listener(address, int(port)) for address in addresses for port in ports}
    for sock in listeners:
        selector.register(sock, selectors.EVENT_READ)
    print("ready", flush=True)
    sys.stdout.close()
    while True:
        for key, _ in selector.select():
            if key.fileobj in listeners:
                accept(selector, key.fileobj)
            else:
                drain(selector, key.fileobj)


if __name__ == "__main__":
    main()
