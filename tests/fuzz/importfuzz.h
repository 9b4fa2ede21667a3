// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importresults.h"
#include "core/record/scanfiles.h"
#include "core/record/scanreader.h"
#include "tests/fuzz/invariant.h"
#include "tests/fuzz/surroundings.h"
#include "tests/support/trickle.h"

#include <QByteArray>
#include <QFile>

namespace roadstead {

inline void requireOrder(const ResultStore &store)
{
    for (quint32 row = 1; row < store.rowCount(); ++row) {
        const PortResult &before = store.row(row - 1);
        const PortResult &result = store.row(row);
        require(before.host <= result.host, "rows are in the order of their hosts");
        require(before.host < result.host || before.port < result.port, "each port is there once");
    }
    for (quint32 host = 0; host < store.hostCount(); ++host) {
        require(store.host(host).number == host, "hosts are numbered");
        require(host == 0 || store.host(host - 1).address < store.host(host).address,
                "hosts are in the order of their addresses");
    }
}

inline void requireSame(const ResultStore &one, const ResultStore &other)
{
    require(one.rowCount() == other.rowCount(), "as many rows are read");
    for (quint32 row = 0; row < one.rowCount(); ++row) {
        require(one.row(row) == other.row(row), "the same rows are read");
        require(one.detail(row) == other.detail(row), "the same was seen");
    }
}

/// But for texts, which a file keeps as far as they are fit to be kept.
inline void requireSame(const ScanHeader &one, const ScanHeader &other)
{
    require(one.origin == other.origin && one.ending == other.ending, "it is the same kind");
    require(one.startedAt == other.startedAt && one.endedAt == other.endedAt
                && one.elapsed == other.elapsed,
            "times are kept");
    require(one.total == other.total && one.hosts == other.hosts && one.counts == other.counts,
            "numbers are kept");
    require(one.request.ports == other.request.ports
                && one.request.options.seed == other.request.options.seed,
            "the request is kept");
}

/// What was imported can be saved, and is then what it was.
inline void requireKept(const ScanDocument &document)
{
    static const Surroundings surroundings;
    const QString path = surroundings.folder.filePath(QStringLiteral("scan"));
    QFile::remove(path);
    require(!writeScanFile(path, document), "what was imported can be saved");
    const auto kept = readScanFile(path);
    require(kept.hasValue(), "what was saved can be read");
    requireSame(document.header, kept->header);
    requireSame(document.store, kept->store);
    require(document.store.hostCount() == kept->store.hostCount(), "hosts are kept");
    for (quint32 host = 0; host < document.store.hostCount(); ++host) {
        const HostRecord &before = document.store.host(host);
        const HostRecord &after = kept->store.host(host);
        require(before.address == after.address && before.addressText == after.addressText,
                "addresses are kept");
        require(before.names.size() == after.names.size(), "names are kept");
        require(before.standing == after.standing && before.blockedAfter == after.blockedAfter
                    && before.acceptsAll == after.acceptsAll,
                "what is known of hosts is kept");
    }
}

/// Reads it whole and in pieces; the first byte says how large they are.
inline void requireSoundImport(const uint8_t *data, size_t size, ImportKind kind)
{
    if (size == 0)
        return;
    const QByteArray text(reinterpret_cast<const char *>(data) + 1,
                          static_cast<qsizetype>(size) - 1);
    Trickle whole(text, text.size());
    const auto scan = readResults(whole);
    Trickle morsels(text, data[0] % 16 + 1);
    const auto again = readResults(morsels);
    require(scan.hasValue() == again.hasValue(), "pieces make no difference");
    if (!scan) {
        const ImportError &error = scan.error();
        require(error.line >= 0 && error.line <= text.count('\n') + text.count('\r') + 1,
                "the line of a fault is within the file");
        require(error.column >= 0 && error.column <= text.size() + 14,
                "the column of a fault is within the file");
        require(error.code == again.error().code, "the fault is the same");
        return;
    }
    if (scan->kind != kind)
        return; // another fuzzer's
    const ScanHeader &header = scan->document.header;
    require(header.done() == scan->document.store.rowCount(), "what is counted is there");
    require(header.hosts == scan->document.store.hostCount(), "hosts are counted");
    require(header.origin == ScanOrigin::Imported, "it is imported");
    requireOrder(scan->document.store);
    require(scan->notes == again->notes, "the same is noted");
    requireSame(scan->document.store, again->document.store);
    requireKept(scan->document);
}

} // namespace roadstead
