// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringView>

class QJsonObject;

namespace roadstead {

/// Appends a JSON string with its quotes (RFC 8259), UTF-8. Control characters, C1, those of
/// direction and lines, byte order marks and unpaired surrogates stand as \uNNNN: the file is fit
/// to be looked at, and nothing is lost.
void appendJsonText(QByteArray &out, QStringView text);
/// In one line, its texts written likewise.
void appendJson(QByteArray &out, const QJsonObject &object);

} // namespace roadstead
