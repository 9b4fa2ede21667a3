// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanshelf.h"

#include "core/record/leftovers.h"
#include "core/record/scanreader.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <utility>

#include <errno.h>

namespace roadstead {

namespace {

constexpr QFileDevice::Permissions kOwnerOnly =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
/// What was interrupted yesterday is not thrown away before somebody could look at it.
constexpr std::chrono::hours kGrace{24};

QString suffix()
{
    return QStringLiteral(".roadstead");
}

ShelvedScan looked(const QFileInfo &file, bool isUntitled)
{
    ShelvedScan scan;
    scan.path = file.absoluteFilePath();
    if (isUntitled) // it is ours; others are only looked at
        joinLeftovers(scan.path);
    scan.isUntitled = isUntitled;
    scan.bytes = QFileInfo(scan.path).size() + QFileInfo(scan.path + QStringLiteral("-wal")).size();
    auto header = readScanHeader(scan.path);
    if (header)
        scan.header = std::move(header).value();
    else
        scan.error = header.error();
    return scan;
}

ShelvedScan missing(const QFileInfo &file)
{
    ShelvedScan scan;
    scan.path = file.absoluteFilePath();
    scan.isAway = true;
    scan.error = RecordError{RecordError::Code::Unreadable, scan.path, qt_error_string(ENOENT)};
    return scan;
}

/// Without a header, when the file was written last.
QDateTime timeOf(const ShelvedScan &scan)
{
    return scan.error ? QFileInfo(scan.path).lastModified().toUTC() : scan.header.startedAt;
}

bool isAtRest(const ShelvedScan &scan, const QDateTime &now)
{
    if (scan.error && scan.error->code == RecordError::Code::InUse)
        return false;
    const QDateTime touched = scan.error ? timeOf(scan) : scan.header.endedAt;
    return !scan.canContinue() || touched.addSecs(std::chrono::seconds(kGrace).count()) < now;
}

} // namespace

bool isAway(const QString &path)
{
    return !QFileInfo::exists(path) && !QFileInfo(path).absoluteDir().exists();
}

bool ShelvedScan::canContinue() const
{
    return !error && header.origin == ScanOrigin::Scanned && header.ending != ScanEnding::Finished;
}

ScanShelf::ScanShelf(QString folder)
    : m_folder(std::move(folder))
{}

QString ScanShelf::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + QStringLiteral("/Roadstead/roadstead/scans");
}

QString ScanShelf::prepare() const
{
    QDir folder(m_folder);
    if (folder.exists())
        return QFile::setPermissions(m_folder, kOwnerOnly) || QFileInfo(m_folder).isWritable()
                   ? QString()
                   : qt_error_string(EACCES);
    // The parents are as others want them; the last one is ours alone from its beginning.
    const QString parent = QFileInfo(m_folder).absolutePath();
    errno = 0;
    if (!QDir().mkpath(parent) || !QDir(parent).mkdir(folder.dirName(), kOwnerOnly))
        return qt_error_string(errno != 0 ? errno : EACCES);
    return {};
}

QString ScanShelf::newPath(const QDateTime &startedAt) const
{
    const QString time = startedAt.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString unique = QUuid::createUuid().toString(QUuid::WithoutBraces).first(8);
    return m_folder + u'/' + time + u'-' + unique + suffix();
}

bool ScanShelf::contains(const QString &path) const
{
    return QFileInfo(path).absolutePath() == QFileInfo(m_folder).absoluteFilePath();
}

QList<ShelvedScan> ScanShelf::list(const QStringList &others,
                                   const std::function<bool()> &isCancelled) const
{
    QList<ShelvedScan> scans;
    const auto add = [&](const QFileInfo &file, bool isUntitled) {
        if (!isCancelled || !isCancelled())
            scans.append(looked(file, isUntitled));
    };
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({u'*' + suffix()}, QDir::Files | QDir::NoSymLinks);
    for (const QFileInfo &file : files)
        add(file, true);
    for (const QString &path : others) {
        const QFileInfo file(path);
        if (file.isFile() && !contains(path))
            add(file, false);
        else if (isAway(path))
            scans.append(missing(file));
    }
    std::stable_sort(scans.begin(), scans.end(),
                     [](const ShelvedScan &left, const ShelvedScan &right) {
                         return timeOf(left) > timeOf(right);
                     });
    return scans;
}

QList<ShelvedScan> ScanShelf::beyond(const ShelfLimits &limits, const QList<ShelvedScan> &scans,
                                     const QDateTime &now)
{
    QList<ShelvedScan> untitled;
    std::copy_if(scans.cbegin(), scans.cend(), std::back_inserter(untitled),
                 [](const ShelvedScan &scan) { return scan.isUntitled; });
    std::stable_sort(untitled.begin(), untitled.end(),
                     [](const ShelvedScan &left, const ShelvedScan &right) {
                         return timeOf(left) < timeOf(right);
                     });
    qint64 bytes = 0;
    for (const ShelvedScan &scan : std::as_const(untitled))
        bytes += scan.bytes;
    QList<ShelvedScan> tooMany;
    for (const ShelvedScan &scan : std::as_const(untitled)) {
        const QDateTime until = timeOf(scan).addSecs(std::chrono::seconds(limits.age).count());
        const bool isTooOld = limits.age.count() > 0 && until < now;
        const bool isTooMuch = limits.bytes > 0 && bytes > limits.bytes;
        if ((!isTooOld && !isTooMuch) || !isAtRest(scan, now))
            continue;
        bytes -= scan.bytes;
        tooMany.append(scan);
    }
    return tooMany;
}

} // namespace roadstead
