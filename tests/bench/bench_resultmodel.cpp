// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the results model costs: rows streaming in sorted, next to a sorted QSortFilterProxyModel
// over the same rows; sorting a million rows by every column; filtering a million rows. Ratios
// travel between machines, times do not.

#include "core/lookup/portcatalogue.h"
#include "ui/model/resultmodel.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <cstdio>

using namespace roadstead;

namespace {

constexpr int kBatchRows = 1'000;
constexpr int kStreamedRows = 200'000;
constexpr int kProxyRows = 50'000; // the proxy's time grows with the square
constexpr int kManyRows = 1'000'000;
constexpr quint32 kHosts = 1'000;

ResultBatch batchFrom(int first, QRandomGenerator &random)
{
    ResultBatch batch;
    for (quint32 host = 0; first == 0 && host < kHosts; ++host) {
        const QStringList names =
            host % 3 == 0 ? QStringList{QStringLiteral("host%1.test").arg(host)} : QStringList();
        batch.hosts.append({host, Address::fromIpv4(0x0a00'0000 + host * 7'919 % 65'536), names});
    }
    for (int i = first; i < first + kBatchRows; ++i) {
        PortResult row;
        row.host = random.bounded(kHosts);
        row.port = static_cast<quint16>(random.bounded(65'536));
        row.atMilliseconds = static_cast<quint32>(i / 50);
        const auto state = kAllPortStates.at(random.bounded(4U));
        row.setVerdict(state, static_cast<Reason>(random.bounded(kReasonCount)));
        if (row.reason() != Reason::NoResponse && random.bounded(10) != 0)
            row.setRtt(random.bounded(200'000U));
        batch.rows.append(row);
    }
    return batch;
}

double millisecondsOf(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void showAll(ResultModel &model)
{
    for (const PortState state : kAllPortStates)
        model.setStateShown(state, true);
}

struct StreamTimes
{
    double total = 0;
    double worst = 0;
};

StreamTimes stream(ResultModel &model, int rows)
{
    StreamTimes times;
    QRandomGenerator random(1);
    for (int first = 0; first < rows; first += kBatchRows) {
        const ResultBatch batch = batchFrom(first, random);
        QElapsedTimer timer;
        timer.start();
        model.append(batch);
        const double time = millisecondsOf(timer);
        times.total += time;
        times.worst = std::max(times.worst, time);
    }
    return times;
}

void print(const char *what, int rows, const StreamTimes &times)
{
    std::printf("%-46s %9d rows %10.1f ms in all, worst batch %7.2f ms\n", what, rows, times.total,
                times.worst);
}

void benchStreaming(const PortCatalogue &catalogue)
{
    ResultModel model(catalogue);
    showAll(model);
    model.sort(ResultModel::RttColumn, Qt::AscendingOrder);
    print("streaming, sorted by RTT", kStreamedRows, stream(model, kStreamedRows));

    ResultModel small(catalogue);
    showAll(small);
    small.sort(ResultModel::RttColumn, Qt::AscendingOrder);
    const StreamTimes own = stream(small, kProxyRows);
    print("streaming, sorted by RTT", kProxyRows, own);

    ResultModel source(catalogue);
    showAll(source);
    source.sort(ResultModel::TimeColumn,
                Qt::AscendingOrder); // the order of arrival: rows are appended
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&source);
    proxy.setSortRole(Qt::DisplayRole);
    proxy.sort(ResultModel::PortColumn);
    const StreamTimes proxied = stream(source, kProxyRows);
    print("the same through a sorted proxy", kProxyRows, proxied);
    std::printf("ratio proxy / own: %.0f\n\n", proxied.total / own.total);
}

void benchSorting(ResultModel &model)
{
    for (int column = 0; column < ResultModel::ColumnCount; ++column) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            QElapsedTimer timer;
            timer.start();
            model.sort(column, order);
            const double time = millisecondsOf(timer);
            const QString name =
                model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            std::printf("sort %-9s %-5s %26d rows %10.1f ms\n", qPrintable(name),
                        order == Qt::AscendingOrder ? "up" : "down", model.rowCount(), time);
        }
    }
}

void benchFiltering(ResultModel &model)
{
    for (const char *text : {"1", "10.0", "ssh", "port:80-90", "rtt>50", "open -http host:10.0.*",
                             "name:host -reset", "nothing-has-this", ""}) {
        QElapsedTimer timer;
        timer.start();
        model.setFilter(ResultFilter::parse(QString::fromUtf8(text)).value());
        std::printf("filter '%s'%*s %9d rows left %10.1f ms\n", text, int(37 - qstrlen(text)), "",
                    model.rowCount(), millisecondsOf(timer));
    }
}

void benchToggling(ResultModel &model)
{
    for (const bool shown : {false, true}) {
        QElapsedTimer timer;
        timer.start();
        model.setStateShown(PortState::Closed, shown);
        std::printf("Closed %-40s %9d rows %10.1f ms\n", shown ? "shown" : "hidden",
                    model.rowCount(), millisecondsOf(timer));
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const PortCatalogue catalogue;
    benchStreaming(catalogue);
    ResultModel model(catalogue);
    showAll(model);
    stream(model, kManyRows);
    benchSorting(model);
    benchFiltering(model);
    benchToggling(model);
    return 0;
}
