// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the forms for programs write numbers and times. Byte by byte: QDateTime's and QString's
// formatting took most of the time for files of millions of rows.

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QLatin1String>

namespace roadstead {

/// With leading zeros; `digits` is at most 10.
void appendPadded(QByteArray &out, quint32 value, int digits);
void appendNumber(QByteArray &out, quint64 value);
/// Milliseconds with a point and three digits: 0.612.
void appendMilliseconds(QByteArray &out, quint32 microseconds);
/// 2026-01-31T12:00:00.123Z
void appendTime(QByteArray &out, const QDateTime &start, quint32 milliseconds = 0);
void appendIdentifier(QByteArray &out, QLatin1String text);

} // namespace roadstead
