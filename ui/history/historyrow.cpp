// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/historyrow.h"

#include "core/base/plaintext.h"
#include "ui/words/historywords.h"
#include "ui/words/recordwords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSet>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(HistoryModel)
};

HistoryState stateOf(const ShelvedScan &scan)
{
    if (scan.error)
        return scan.error->code == RecordError::Code::InUse ? HistoryState::Running
                                                            : HistoryState::Faulty;
    if (scan.header.origin == ScanOrigin::Imported)
        return HistoryState::Imported;
    switch (scan.header.ending) {
    case ScanEnding::None:
        return HistoryState::Interrupted;
    case ScanEnding::Paused:
        return HistoryState::Paused;
    case ScanEnding::Stopped:
        return HistoryState::Stopped;
    case ScanEnding::Finished:
        return HistoryState::Finished;
    }
    Q_UNREACHABLE();
}

QString remarkOf(const ShelvedScan &scan)
{
    if (scan.error) // who writes it may well be this very program
        return scan.error->code == RecordError::Code::InUse ? QString() : words::of(*scan.error);
    if (scan.header.origin == ScanOrigin::Imported)
        return Texts::tr("Results of %1").arg(plainText(scan.header.program));
    return {};
}

void addHeader(HistoryRow &row, const ScanHeader &header, const QDateTime &now)
{
    row.startedAt = header.startedAt;
    row.elapsed = header.elapsed;
    row.hosts = header.hosts;
    row.counts = header.counts;
    row.when = words::whenOf(header.startedAt, now);
    row.targets = words::targetsOf(header);
    row.ports = words::portsOf(header);
}

/// The date as it is shown, in full, and as ISO 8601 has it: who remembers "May" finds it, and who
/// remembers "2026-05".
QString searchedDates(const HistoryRow &row)
{
    if (!row.startedAt.isValid())
        return row.when;
    const QDateTime local = row.startedAt.toLocalTime();
    return row.when + u'\n' + QLocale().toString(local, QLocale::LongFormat) + u'\n'
           + local.toString(Qt::ISODate);
}

QString searchedOf(const HistoryRow &row, const ScanHeader &header)
{
    QStringList texts{searchedDates(row), header.targetsText, row.targets, header.portsText,
                      row.ports,          row.stateText,      row.remark};
    if (!row.isUntitled)
        texts += QFileInfo(row.path).fileName();
    for (const NamedTarget &name : header.request.targets.names)
        texts += name.typed;
    return texts.join(u'\n').toCaseFolded();
}

HistoryRow rowOf(const ShelvedScan &scan, const QDateTime &now)
{
    HistoryRow row;
    row.path = scan.path;
    row.bytes = scan.bytes;
    row.isUntitled = scan.isUntitled;
    row.canContinue = scan.canContinue();
    row.isAway = scan.isAway;
    row.state = stateOf(scan);
    row.stateText = words::stateOf(scan);
    row.remark = remarkOf(scan);
    if (scan.header.startedAt.isValid()) // of one that runs, too, where who lists it knows
        addHeader(row, scan.header, now);
    else if (row.state == HistoryState::Running)
        row.when = Texts::tr("Now");
    row.searched = searchedOf(row, scan.header);
    return row;
}

} // namespace

QList<HistoryRow> historyRows(const QList<ShelvedScan> &scans, const QDateTime &now)
{
    QList<HistoryRow> rows;
    rows.reserve(scans.size());
    QSet<QString> listed;
    for (const ShelvedScan &scan : scans) {
        if (listed.contains(scan.path))
            continue;
        listed.insert(scan.path);
        rows.append(rowOf(scan, now));
    }
    return rows;
}

} // namespace roadstead
