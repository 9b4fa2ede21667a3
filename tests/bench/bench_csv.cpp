// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the CSV export of a million rows takes, all of it, into a file in a temporary folder:
// the best of some runs, in milliseconds. Compare two builds by running them in turns.
//
//     bench_csv [ROWS [RUNS]]

#include "core/lookup/portcatalogue.h"
#include "core/record/csvexport.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <limits>

using namespace roadstead;

namespace {

constexpr quint32 kPortsPerHost = 4'000;

/// Every tenth port open and with a detail, as a scan of a lively network would have.
ResultStore storeOf(quint32 rows)
{
    ResultStore store;
    store.clear(QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
    for (quint32 first = 0; first < rows; first += kPortsPerHost) {
        ResultBatch batch;
        const quint32 host = first / kPortsPerHost;
        batch.hosts = {{host, Address::fromIpv4(0x0a000000 + host), {}}};
        for (quint32 i = 0; i < qMin(kPortsPerHost, rows - first); ++i) {
            PortResult row;
            row.host = host;
            row.port = static_cast<quint16>(i + 1);
            row.attempts = 1;
            row.atMilliseconds = first + i;
            const bool isOpen = i % 10 == 0;
            row.setRtt(isOpen ? 1'234 : PortResult::kNoRtt);
            row.setVerdict(isOpen ? PortState::Open : PortState::Filtered,
                           isOpen ? Reason::SynAck : Reason::AdminProhibited);
            batch.rows += row;
            if (!isOpen)
                continue;
            Detail detail;
            detail.icmp = IcmpMessage{3, 13, Address::fromIpv4(0xc6120009)};
            batch.details.append({static_cast<quint32>(batch.rows.size()) - 1, detail});
        }
        store.append(batch);
    }
    return store;
}

} // namespace

int main(int argc, char **argv)
{
    const quint32 rows = argc > 1 ? static_cast<quint32>(std::atoi(argv[1])) : 1'000'000;
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    const PortCatalogue catalogue;
    QTemporaryDir folder;
    CsvExportRequest request;
    request.store = storeOf(rows);
    request.path = folder.filePath(QStringLiteral("bench.csv"));
    qint64 best = std::numeric_limits<qint64>::max();
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer clock;
        clock.start();
        const QString error = writeCsv(request, catalogue);
        if (!error.isEmpty()) {
            std::fprintf(stderr, "bench_csv: %s\n", qPrintable(error));
            return 1;
        }
        best = qMin(best, clock.nsecsElapsed());
    }
    std::printf("%u rows: %.1f ms\n", rows, static_cast<double>(best) / 1e6);
    return 0;
}
