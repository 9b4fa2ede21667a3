// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/sample.h"
#include "core/record/sample.h" // BAD

#include <QDBusConnection>
#include <QThread>
#include <QTcpSocket> // BAD
