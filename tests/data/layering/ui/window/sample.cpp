// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/sample.h"
#include "core/probe/sample.h" // BAD
#include "app/cli/sample.h" // BAD

#include <QLabel>
#include <QNetworkInterface>
#include <QSettings> // BAD
#include <QSqlDatabase> // BAD
#include <QTcpSocket> // BAD
#include <QThread> // BAD
#include <QtSql/QSqlDatabase> // BAD
