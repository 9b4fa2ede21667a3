// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/namedscans.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>

namespace roadstead {

namespace {

constexpr qint64 kLongest = 4 * 1024 * 1024; ///< bytes; more is not ours
constexpr int kPatience = 500; ///< ms: nobody holds the lock for long

} // namespace

NamedScans::NamedScans(const ScanShelf &shelf)
    : m_shelf(shelf)
    , m_file(shelf.folder() + QStringLiteral("/named"))
{}

void NamedScans::remember(const QString &path) const
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (absolute.contains(u'\n') || m_shelf.contains(absolute) || !m_shelf.prepare().isEmpty())
        return;
    QLockFile lock(m_file + QStringLiteral(".lock"));
    if (!lock.tryLock(kPatience))
        return;
    QStringList known = read();
    if (!known.isEmpty() && known.last() == absolute)
        return;
    known.removeAll(absolute);
    known.append(absolute);
    write(known);
}

void NamedScans::forget(const QStringList &paths) const
{
    if (!QFileInfo::exists(m_file))
        return;
    QLockFile lock(m_file + QStringLiteral(".lock"));
    if (!lock.tryLock(kPatience))
        return;
    QStringList known = read();
    if (known.removeIf([&paths](const QString &path) { return paths.contains(path); }) > 0)
        write(known);
}

QStringList NamedScans::paths() const
{
    QStringList known = read();
    std::reverse(known.begin(), known.end());
    return known;
}

QList<ShelvedScan> NamedScans::list() const
{
    const QStringList known = paths();
    QStringList gone;
    for (const QString &path : known) {
        if (!QFileInfo::exists(path) && !isAway(path))
            gone.append(path);
    }
    if (!gone.isEmpty())
        forget(gone);
    return m_shelf.list(known);
}

/// The oldest first.
QStringList NamedScans::read() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList known;
    const QList<QByteArray> lines = file.read(kLongest).split('\n');
    for (const QByteArray &line : lines) {
        const QString path = QString::fromUtf8(line);
        if (QFileInfo(path).isAbsolute())
            known.append(path);
    }
    known.removeDuplicates();
    return known.mid(qMax<qsizetype>(known.size() - kMost, 0));
}

void NamedScans::write(const QStringList &paths) const
{
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    for (const QString &path : paths.mid(qMax<qsizetype>(paths.size() - kMost, 0)))
        file.write(path.toUtf8() + '\n');
    file.commit();
}

} // namespace roadstead
