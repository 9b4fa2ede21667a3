// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

namespace roadstead {

/// What plugins and files need, once.
struct Surroundings
{
    int count = 1;
    char name[5] = "fuzz";
    char *arguments[2] = {name, nullptr};
    QCoreApplication application{count, arguments};
    QTemporaryDir folder{pattern()};

    /// In memory, where there is such a place.
    static QString pattern()
    {
        const QString memory = QStringLiteral("/dev/shm");
        const QString folder = QDir(memory).exists() ? memory : QDir::tempPath();
        return folder + u"/roadstead-fuzz-XXXXXX";
    }
};

} // namespace roadstead
