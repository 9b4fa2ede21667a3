// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanfiles.h"

#include "core/record/filecopy.h"
#include "core/record/hostchanges.h"
#include "core/record/scanfileinspection.h"
#include "core/record/scanreader.h"
#include "core/record/scanschema.h"
#include "core/record/scanwriter.h"
#include "core/record/writingmark.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QUuid>

#include <algorithm>
#include <numeric>
#include <vector>

namespace roadstead {

namespace {

using Code = RecordError::Code;
using Failure = std::optional<RecordError>;

ScanPart hostsOf(const ResultStore &store)
{
    ScanPart part;
    for (quint32 i = 0; i < store.hostCount(); ++i) {
        const HostRecord &host = store.host(i);
        part.batch.hosts.append({host.number, host.address, host.names, host.addressText});
        part.batch.changes += changesOf(host);
    }
    return part;
}

/// Host by host: a block holds rows of one.
std::vector<quint32> orderByHost(const ResultStore &store)
{
    std::vector<quint32> order(store.rowCount());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&store](quint32 a, quint32 b) {
        return store.row(a).host < store.row(b).host;
    });
    return order;
}

ScanPart rowsOf(const ResultStore &store, const std::vector<quint32> &order, size_t begin,
                size_t end)
{
    ScanPart part;
    for (size_t i = begin; i < end; ++i) {
        PortResult row = store.row(order[i]);
        row.host = store.hostOf(row).number;
        const quint32 detail = store.details().numberOf(order[i]);
        if (detail != DetailStore::kNone)
            part.batch.details.append({part.batch.rows.size(), store.details().at(detail)});
        part.batch.rows.append(row);
    }
    return part;
}

Failure writeDocument(ScanWriter &writer, const ScanDocument &document)
{
    constexpr size_t kRows = 250'000; // in a commit
    const ResultStore &store = document.store;
    ScanPart first = hostsOf(store);
    first.events = document.events;
    first.notes = store.notes();
    first.expectations = document.expectations;
    if (const Failure failure = writer.write(first))
        return failure;
    const std::vector<quint32> order = orderByHost(store);
    for (size_t begin = 0; begin < order.size(); begin += kRows) {
        const size_t end = std::min(order.size(), begin + kRows);
        if (const Failure failure = writer.write(rowsOf(store, order, begin, end)))
            return failure;
    }
    ScanPart last;
    last.removed = removedPortsOf(store);
    last.ending = document.header.ending;
    return writer.write(last);
}

/// A new file of it, which is open then; nothing after an error.
Failure beginDocument(ScanWriter &writer, const QString &path, const ScanDocument &document)
{
    ScanHeader header = document.header;
    header.ending = ScanEnding::None; // until all of it is there: this may be killed as well
    if (const Failure failure = writer.create(path, header))
        return failure;
    const Failure failure = writeDocument(writer, document);
    if (!failure)
        return std::nullopt;
    writer.close();
    static_cast<void>(removeScanFile(path));
    return failure;
}

/// All that is in a file whose program was killed, in one piece.
Failure copyCrashed(const QString &from, const QString &to)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return RecordError{Code::Unreadable, from, folder.errorString()};
    const QString copy = folder.filePath(QStringLiteral("scan"));
    if (const Failure failure = copyWithLeftovers(from, copy))
        return failure;
    ScanWriter writer;
    Failure failure = writer.reopen(copy);
    if (!failure)
        failure = writer.close();
    if (failure)
        return RecordError{failure->code, from, failure->detail};
    return copyWhole(copy, to);
}

} // namespace

QList<RemovedPorts> removedPortsOf(const ResultStore &store)
{
    std::vector<QList<quint16>> portsOfHost(store.removed().isEmpty() ? 0 : store.hostCount());
    store.removed().forEach(
        [&](quint32 row) { portsOfHost[store.row(row).host].append(store.row(row).port); });
    QList<RemovedPorts> removed;
    for (quint32 host = 0; host < portsOfHost.size(); ++host) {
        QList<quint16> &ports = portsOfHost[host];
        if (ports.isEmpty())
            continue;
        std::sort(ports.begin(), ports.end());
        removed.append({store.host(host).number, ports});
    }
    return removed;
}

Failure writeScanFile(const QString &path, const ScanDocument &document)
{
    ScanWriter writer;
    Failure failure = beginDocument(writer, path, document);
    if (failure)
        return failure;
    failure = writer.close();
    if (failure) // half a document is none
        static_cast<void>(removeScanFile(path));
    return failure;
}

Failure replaceScanFile(const QString &path, const ScanDocument &document)
{
    ScanWriter writer;
    const Failure failure = replaceScanFile(writer, path, document);
    return failure ? failure : writer.close();
}

Failure replaceScanFile(ScanWriter &writer, const QString &path, const ScanDocument &document)
{
    if (!QFileInfo::exists(path))
        return beginDocument(writer, path, document);
    // Beside it, under a name that nobody has.
    const QString unique = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString beside = QFileInfo(path).absolutePath() + u"/.roadstead-" + unique;
    if (const Failure failure = beginDocument(writer, beside, document))
        return RecordError{failure->code, path, failure->detail};
    const Failure failure = writer.moveTo(path);
    if (failure)
        writer.close();
    static_cast<void>(removeScanFile(beside));
    return failure;
}

Failure copyScanFile(const QString &from, const QString &to)
{
    const auto header = readScanHeader(from); // it is one, and nobody is writing it
    if (!header)
        return header.error();
    const QString source = QFileInfo(from).canonicalFilePath();
    return hasLeftovers(source) ? copyCrashed(source, to) : copyWhole(source, to);
}

Failure editScanFile(const QString &path, const ScanEdit &edit,
                     const std::optional<ScanIdentity> &expected)
{
    ScanWriter writer;
    if (const Failure failure = writer.reopen(path, expected))
        return failure;
    ScanPart part;
    part.notes = edit.notes;
    part.removed = edit.removed;
    part.expectations = edit.expectations;
    const Failure failure = writer.write(part);
    const Failure closing = writer.close();
    return failure ? failure : closing;
}

Failure removeScanFile(const QString &path)
{
    const QString target = QFileInfo(path).canonicalFilePath();
    if (!target.isEmpty() && WritingMark::isSet(target))
        return RecordError{Code::InUse, path, {}};
    const auto version = inspectScanFile(path, ScanSchema::ours().current());
    const bool isEmpty = QFileInfo(target).isFile() && QFileInfo(target).size() == 0;
    if (!version && !isEmpty && version.error().code != Code::Newer
        && version.error().code != Code::Corrupt)
        return version.error();
    QFile file(target);
    if (!file.remove())
        return RecordError{Code::Unwritable, path, file.errorString()};
    QFile::remove(walPath(target));
    QFile::remove(journalPath(target));
    return std::nullopt;
}

} // namespace roadstead
