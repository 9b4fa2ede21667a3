// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/scanshelf.h"

#include <QString>
#include <QStringList>

namespace roadstead {

/// The scans that this user has given a name, wherever they are: a list of paths beside those that
/// have none. Several programs may use it at once. All of it blocks, for an instant; what cannot be
/// written is not remembered, and nobody is told: a scan is not worth less for it.
class NamedScans
{
public:
    static constexpr qsizetype kMost = 2'000; ///< the oldest are forgotten

    explicit NamedScans(const ScanShelf &shelf);

    void remember(const QString &path) const;
    void forget(const QStringList &paths) const;
    /// The one that was remembered last first.
    [[nodiscard]] QStringList paths() const;
    /// With those on the shelf; see ScanShelf::list(). Forgets those that are gone for good.
    [[nodiscard]] QList<ShelvedScan> list() const;

private:
    [[nodiscard]] QStringList read() const;
    void write(const QStringList &paths) const;

    ScanShelf m_shelf;
    QString m_file;
};

} // namespace roadstead
