// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the export of a million rows takes in each form, all of it, into a file in a temporary
// folder: the best time of some runs, on the clock and of the processor, the file's size, and how
// much memory the process needed beyond what it had with the store alone, the order of the rows
// included (Linux). Compare two builds by running them in turns.
//
//     bench_export [ROWS [RUNS]]

#include "core/exchange/exportorder.h"
#include "core/exchange/resultexport.h"
#include "core/lookup/portcatalogue.h"
#include "tests/core/exchange/englishpage.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <limits>

#include <malloc.h>

using namespace roadstead;

namespace {

constexpr quint32 kPortsPerHost = 4'000;
constexpr quint32 kPortsPerQuietHost = 50;

/// Every tenth port open and with a detail, as a scan of a lively network would have; or none, and
/// many hosts.
ResultStore storeOf(quint32 rows, bool isLively)
{
    const quint32 ports = isLively ? kPortsPerHost : kPortsPerQuietHost;
    ResultStore store;
    store.clear(QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
    for (quint32 first = 0; first < rows; first += ports) {
        ResultBatch batch;
        const quint32 host = first / ports;
        batch.hosts = {{host, Address::fromIpv4(0x0a000000 + host), {}}};
        for (quint32 i = 0; i < qMin(ports, rows - first); ++i) {
            PortResult row;
            row.host = host;
            row.port = static_cast<quint16>(i + 1);
            row.attempts = 1;
            row.atMilliseconds = first + i;
            const bool isOpen = isLively && i % 10 == 0;
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

/// A line of /proc/self/status, in kilobytes.
qint64 memory(const char *field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(field))
            return line.mid(static_cast<qsizetype>(qstrlen(field)) + 1)
                .trimmed()
                .split(' ')
                .first()
                .toLongLong();
    }
    return 0;
}

/// The peak begins anew.
void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

struct Form
{
    const char *name;
    ExportForm form;
    bool areChosen = false;
};

bool measure(const Form &form, ResultExportRequest request, const PortCatalogue &catalogue,
             int runs)
{
    request.form = form.form;
    if (form.areChosen || std::holds_alternative<ListForm>(form.form))
        request.rows = [store = request.store] { return rowsForExport(store); };
    double best = std::numeric_limits<double>::max();
    double bestWork = best;
    qint64 peak = 0;
    for (int run = 0; run < runs; ++run) {
        ::malloc_trim(0);
        forgetPeak();
        const qint64 before = memory("VmRSS:");
        const std::clock_t work = std::clock();
        QElapsedTimer clock;
        clock.start();
        const QString error = writeResults(request, catalogue);
        if (!error.isEmpty()) {
            std::fprintf(stderr, "bench_export: %s\n", qPrintable(error));
            return false;
        }
        best = qMin(best, static_cast<double>(clock.nsecsElapsed()) / 1e6);
        bestWork = qMin(bestWork, 1e3 * static_cast<double>(std::clock() - work) / CLOCKS_PER_SEC);
        peak = qMax(peak, memory("VmHWM:") - before);
    }
    std::printf("%-18s %7.0f ms %7.0f ms of processor %8.1f MB, %5.1f MB more memory\n", form.name,
                best, bestWork, static_cast<double>(QFileInfo(request.path).size()) / 1e6,
                static_cast<double>(peak) / 1024);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const quint32 rows = argc > 1 ? static_cast<quint32>(std::atoi(argv[1])) : 1'000'000;
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    const PortCatalogue catalogue;
    QTemporaryDir folder;
    ResultExportRequest request;
    request.store = storeOf(rows, true);
    request.path = folder.filePath(QStringLiteral("bench"));
    const std::array forms{Form{"csv", CsvOptions()},
                           Form{"json lines", JsonLinesForm()},
                           Form{"nmap xml", NmapXmlForm()},
                           Form{"html", HtmlForm{englishPage()}},
                           Form{"html, rows chosen", HtmlForm{englishPage()}, true},
                           Form{"list, rows chosen", ListForm()}};
    std::printf("%u rows, the best of %d runs\n", rows, runs);
    for (const Form &form : forms) {
        if (!measure(form, request, catalogue, runs))
            return 1;
    }
    request.store = storeOf(rows, false);
    std::printf("the same without open ports, %u ports a host\n", kPortsPerQuietHost);
    return measure(forms[2], request, catalogue, runs)
                   && measure(forms[3], request, catalogue, runs)
               ? 0
               : 1;
}
