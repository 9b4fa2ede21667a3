// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanrow.h"

#include "core/record/requestjson.h"
#include "core/record/scanlimits.h"
#include "core/result/foreignscope.h"
#include "core/target/writtentargets.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace roadstead {

namespace {

enum Column {
    Id,
    Origin,
    Program,
    Request,
    Targets,
    Ports,
    Started,
    Ended,
    Elapsed,
    Ending,
    Total,
    Hosts,
    FirstCount, ///< of kPortStateCount
    Expectations = FirstCount + kPortStateCount,
};

QDateTime time(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc());
}

void readRequest(TableReader &in, ScanHeader &header)
{
    const QByteArray json = in.text(Request, limits::kRequest).toUtf8();
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!in.isSound())
        return;
    if (!document.isObject())
        return in.fail(QStringLiteral("request"));
    auto read = requestFromJson(document.object());
    if (!read)
        return in.fail(u"request." + read.error());
    header.request = read->request;
    header.answers = read->answers;
}

/// What is shown is what would be scanned on: a text that says otherwise is not believed.
QString trustedTargets(const QString &typed, const TargetSpec &targets)
{
    if (targets.isEmpty() || isTextOf(typed, targets, scopeOfZone))
        return typed;
    const QString all = written(targets);
    return all.size() <= limits::kTyped ? all : QString();
}

} // namespace

Expected<ScanRow, RecordError> readScanRow(Database &database, qint64 &budget)
{
    static const QString kColumns = QStringLiteral(
        "id,origin,program,request,targets,ports,started,ended,elapsed,ending,total,hosts,open,"
        "unknown,closed,filtered,expectations");
    TableReader in(database, QStringLiteral("scan"), kColumns.split(u','), budget);
    if (!in.next()) {
        in.fail(QStringLiteral("missing"));
        return in.error();
    }
    ScanRow row;
    ScanHeader &header = row.header;
    in.integer(Id, 1, 1);
    header.origin = in.code(Origin, ScanOrigin::Imported);
    header.program = in.text(Program, limits::kProgram);
    header.targetsText = in.text(Targets, limits::kTyped);
    header.portsText = in.text(Ports, limits::kTyped);
    header.startedAt = time(in.integer(Started, 0, limits::kMostMilliseconds));
    header.endedAt = time(in.integer(Ended, 0, limits::kMostMilliseconds));
    header.elapsed = std::chrono::milliseconds(in.integer(Elapsed, 0, limits::kMostMilliseconds));
    header.ending = in.code(Ending, ScanEnding::Finished);
    header.total = static_cast<quint64>(in.integer(Total));
    header.hosts = static_cast<quint32>(in.integer(Hosts, 0, 0xffff'ffff));
    for (int state = 0; state < kPortStateCount; ++state)
        header.counts[static_cast<size_t>(state)] =
            static_cast<quint64>(in.integer(FirstCount + state, 0, qint64(1) << 48));
    row.expectations = in.text(Expectations, limits::kExpectations);
    readRequest(in, header);
    if (in.isSound() && in.next())
        in.fail(QStringLiteral("id"));
    if (!in.isSound())
        return in.error();
    header.targetsText = trustedTargets(header.targetsText, header.request.targets);
    return row;
}

} // namespace roadstead
