// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long it takes to compare two scans of a million results each, to write what differs, and to
// look for what was expected otherwise: the best of some runs, in milliseconds. Rows come in a
// random order, as a scan finds them; every fiftieth port has another state the second time.
//
//     bench_compare [ROWS [RUNS]]

#include "core/compare/expectationcheck.h"
#include "core/compare/scancomparison.h"
#include "core/exchange/comparisonexport.h"
#include "core/lookup/portcatalogue.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>

using namespace roadstead;

namespace {

PortState stateOf(quint32 host, quint32 port, bool isSecond)
{
    const quint32 kind = (host * 7 + port) % 50;
    if (isSecond && kind == 3)
        return PortState::Open;
    return kind == 0 ? PortState::Open : kind < 25 ? PortState::Closed : PortState::Filtered;
}

/// `rows` of them, the hosts' ports in turns and each host beginning at another port.
ResultStore storeOf(quint32 rows, quint32 hosts, bool isSecond)
{
    ResultStore store;
    store.clear(QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
    ResultBatch batch;
    const auto scattered = [hosts](quint32 i) { // a bijection: 7919 is prime
        return static_cast<quint32>(quint64(i) * 7'919 % hosts);
    };
    const quint32 ports = rows / hosts;
    for (quint32 i = 0; i < hosts; ++i)
        batch.hosts += {scattered(i), Address::fromIpv4(0x0a00'0000 + scattered(i)), {}};
    for (quint32 turn = 0; turn < ports; ++turn) {
        for (quint32 i = 0; i < hosts; ++i) {
            PortResult row;
            row.host = scattered(i);
            row.port = static_cast<quint16>((quint64(turn) * 7'919 + row.host) % ports + 1);
            row.setVerdict(stateOf(row.host, row.port, isSecond), Reason::NotProbed);
            batch.rows += row;
        }
        store.append(batch);
        batch = {};
    }
    return store;
}

double bestOf(int runs, const std::function<void()> &work)
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer clock;
        clock.start();
        work();
        best = qMin(best, clock.nsecsElapsed());
    }
    return static_cast<double>(best) / 1e6;
}

void measureComparison(quint32 rows, quint32 hosts, int runs)
{
    const ResultStore older = storeOf(rows, hosts, false);
    const ResultStore newer = storeOf(rows, hosts, true);
    const PortCatalogue catalogue;
    const QTemporaryDir folder;
    ComparisonExportRequest request{.path = folder.filePath(QStringLiteral("differences"))};
    const double compared = bestOf(runs, [&] { request.comparison = *compareScans(older, newer); });
    std::printf("2 x %u results of %u hosts: %.1f ms, %lld differences", older.rowCount(), hosts,
                compared, static_cast<long long>(request.comparison.differences.size()));
    for (const ComparisonForm form : {ComparisonForm::Csv, ComparisonForm::Lines}) {
        request.form = form;
        QString error;
        const double written = bestOf(runs, [&] { error = writeComparison(request, catalogue); });
        std::printf(", as %s %.1f ms%s", form == ComparisonForm::Csv ? "CSV" : "lines", written,
                    qPrintable(error));
    }
    std::printf("\n");
}

/// A rule for all hosts, and as many for single ones as there are hosts, up to ten thousand.
void measureExpectations(quint32 rows, quint32 hosts, int runs)
{
    const ResultStore store = storeOf(rows, hosts, false);
    QString text = QStringLiteral("10.0.0.0/8 1-65535 not-open\n");
    for (quint32 host = 0; host < qMin(hosts, 10'000U); ++host)
        text += Address::fromIpv4(0x0a00'0000 + host).toString() + QStringLiteral(" 1-2,80 open\n");
    Expectations expectations;
    const double read = bestOf(runs, [&] { expectations = *readExpectations(text); });
    ExpectationCheck check;
    const double checked = bestOf(runs, [&] { check = *checkExpectations(store, expectations); });
    std::printf("%lld expectations read in %.1f ms, %u results of %u hosts checked in %.1f ms, "
                "%lld violations\n",
                static_cast<long long>(expectations.rules().size()), read, store.rowCount(), hosts,
                checked, static_cast<long long>(check.violations.size()));
}

} // namespace

int main(int argc, char **argv)
{
    const quint32 rows = argc > 1 ? static_cast<quint32>(std::atoi(argv[1])) : 1'000'000;
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    for (const quint32 hosts : {16U, 250U, rows / 4}) {
        measureComparison(rows, hosts, runs);
        measureExpectations(rows, hosts, runs);
    }
    return 0;
}
