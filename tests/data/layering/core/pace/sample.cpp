// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTcpSocket> // BAD
#include <QtNetwork/QTcpSocket> // BAD
#include <sys/socket.h> // BAD
#include <netinet/tcp.h> // BAD
#include <mutex> // BAD

// A comment may speak of ::connect() freely.
void sample(int descriptor)
{
    QObject::connect(nullptr, nullptr, nullptr, nullptr);
    ::connect(descriptor, nullptr, 0); // BAD
    roadstead::connect(descriptor);
}
