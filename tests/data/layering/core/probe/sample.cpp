// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sample.h"
#include "core/target/sample.h" // BAD

#include <QDBusConnection> // BAD
#include <QTcpSocket>

#include <linux/errqueue.h>
#include <sys/socket.h>

void sample(int descriptor)
{
    ::connect(descriptor, nullptr, 0);
}
