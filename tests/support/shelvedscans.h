// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Kept scans that nobody ever ran, for lists of them.

#pragma once

#include "core/record/scanshelf.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <array>

namespace roadstead {

inline QString shelfFolder()
{
    return QStringLiteral("/home/user/.local/share/roadstead/scans");
}

/// Finished, of a thousand ports, and without a name.
inline ShelvedScan finishedScan(const QString &name, const QString &targets,
                                const QDateTime &startedAt)
{
    ShelvedScan scan;
    scan.path = shelfFolder() + u'/' + name + QStringLiteral(".roadstead");
    scan.isUntitled = true;
    scan.bytes = 48'000;
    scan.header.targetsText = targets;
    scan.header.portsText = QStringLiteral("1-1000");
    scan.header.startedAt = startedAt.toUTC();
    scan.header.endedAt = startedAt.addSecs(4).toUTC();
    scan.header.elapsed = std::chrono::milliseconds(4'210);
    scan.header.ending = ScanEnding::Finished;
    scan.header.total = 1'000;
    scan.header.hosts = 1;
    scan.header.counts = {7, 0, 981, 12}; // open, unknown, closed, filtered
    return scan;
}

/// The same with that much of it done.
inline ShelvedScan unfinishedScan(ShelvedScan scan, ScanEnding ending, quint64 done)
{
    scan.header.ending = ending;
    scan.header.counts = {0, 0, done, 0};
    return scan;
}

/// With a name of its own.
inline ShelvedScan namedScan(ShelvedScan scan, const QString &path)
{
    scan.path = path;
    scan.isUntitled = false;
    return scan;
}

/// As it is listed when it cannot be read.
inline ShelvedScan faultyScan(const QString &name, RecordError::Code code,
                              const QString &detail = {})
{
    ShelvedScan scan;
    scan.path = shelfFolder() + u'/' + name + QStringLiteral(".roadstead");
    scan.isUntitled = true;
    scan.bytes = 48'000;
    scan.error = RecordError{code, scan.path, detail};
    return scan;
}

inline ShelvedScan importedScan(const QString &path, const QDateTime &startedAt)
{
    ShelvedScan scan =
        namedScan(finishedScan(QString(), QStringLiteral("198.18.7.0/24"), startedAt), path);
    scan.header.origin = ScanOrigin::Imported;
    scan.header.program = QStringLiteral("nmap 7.93");
    scan.header.hosts = 12;
    return scan;
}

/// One of each state, the newest first.
inline QList<ShelvedScan> sampleScans(const QDateTime &now)
{
    const auto ago = [&now](int hours) { return now.addSecs(-3'600 * hours); };
    QList<ShelvedScan> scans;
    scans += faultyScan(QStringLiteral("now"), RecordError::Code::InUse);
    scans += unfinishedScan(
        finishedScan(QStringLiteral("crashed"), QStringLiteral("192.168.1.0/24"), ago(30)),
        ScanEnding::None, 464);
    scans += namedScan(finishedScan(QString(), QStringLiteral("nas.lan, printer.lan"), ago(31)),
                       QStringLiteral("/home/user/office.roadstead"));
    scans += unfinishedScan(
        finishedScan(QStringLiteral("paused"), QStringLiteral("10.0.0.0/8"), ago(80)),
        ScanEnding::Paused, 120);
    scans += unfinishedScan(
        finishedScan(QStringLiteral("stopped"), QStringLiteral("10.0.0.10"), ago(200)),
        ScanEnding::Stopped, 999);
    scans += importedScan(QStringLiteral("/home/user/audit.roadstead"), ago(900));
    scans += finishedScan(QStringLiteral("old"), QStringLiteral("10.0.0.9"), ago(2'000));
    scans += faultyScan(QStringLiteral("broken"), RecordError::Code::Corrupt,
                        QStringLiteral("block 12: checksum"));
    return scans;
}

} // namespace roadstead
