// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A million differences in the window that compares two scans: how long each thing takes that a
// person may ask for, and the longest turn that the window's thread was running meanwhile. Prints
// rows of a Markdown table.
//
//     bench_comparewindow [ROWS]

#include "core/base/background.h"
#include "core/lookup/portcatalogue.h"
#include "core/settings/settings.h"
#include "ui/compare/comparefilter.h"
#include "ui/compare/comparewindow.h"
#include "ui/compare/differencetable.h"
#include "ui/parts/countchip.h"
#include "windowmeter.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QHeaderView>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace roadstead;

namespace {

constexpr quint32 kHosts = 16;

ResultStore storeOf(quint32 rows, PortState state)
{
    ResultStore store;
    store.clear(QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
    for (quint32 host = 0; host < kHosts; ++host) {
        ResultBatch batch;
        batch.hosts +=
            {host, Address::fromIpv4(0x0a00'0000 + host), {QStringLiteral("host%1.lan").arg(host)}};
        for (quint32 i = 0; i < rows / kHosts; ++i) {
            PortResult row;
            row.host = host;
            row.port = static_cast<quint16>(i + 1);
            row.setVerdict(state, Reason::Reset);
            batch.rows += row;
        }
        store.append(batch);
    }
    return store;
}

class Bench
{
public:
    Bench(const PortCatalogue &catalogue, quint32 rows)
        : m_settings(m_folder.filePath(QStringLiteral("settings.ini")))
        , m_window(new CompareWindow(catalogue, m_settings))
        , m_older(storeOf(rows, PortState::Closed))
        , m_newer(storeOf(rows, PortState::Open))
    {
        m_window->show();
    }

    void run();

private:
    void measure(const char *what, const std::function<void()> &ask);
    void sortBy(const char *what, int column, Qt::SortOrder order);
    void filter(const char *what, const QString &text);

    QTemporaryDir m_folder;
    Settings m_settings;
    CompareWindow *m_window; ///< deletes itself when it is closed
    ResultStore m_older;
    ResultStore m_newer;
};

void Bench::measure(const char *what, const std::function<void()> &ask)
{
    auto &meter = *static_cast<MeteredApplication *>(QCoreApplication::instance());
    const auto *table = m_window->findChild<DifferenceTable *>();
    auto *model = static_cast<DifferenceModel *>(table->model());
    QEventLoop loop;
    const auto until = QObject::connect(model, &DifferenceModel::updated, &loop, &QEventLoop::quit);
    QCoreApplication::processEvents();
    meter.reset();
    QElapsedTimer clock;
    clock.start();
    ask();
    const double asked = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    loop.exec();
    const double took = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    QObject::disconnect(until);
    QCoreApplication::processEvents();
    std::printf("| %s | %.0f ms | %.1f ms |\n", what, took,
                std::max(asked, meter.ownPercentile(1)));
}

void Bench::sortBy(const char *what, int column, Qt::SortOrder order)
{
    measure(what, [this, column, order] {
        m_window->findChild<DifferenceTable *>()->horizontalHeader()->setSortIndicator(column,
                                                                                       order);
    });
}

void Bench::filter(const char *what, const QString &text)
{
    measure(what, [this, &text] { m_window->findChild<CompareFilter *>()->setText(text); });
}

void Bench::run()
{
    std::printf("| | until it is shown | longest turn |\n|---|---|---|\n");
    measure("compare", [this] {
        m_window->setSides({QStringLiteral("older"), m_older.startedAt(), m_older},
                           {QStringLiteral("newer"), m_newer.startedAt(), m_newer});
    });
    std::printf("| differences | %lld | |\n",
                static_cast<long long>(m_window->shownDifferences().size()));
    sortBy("sort by port", DifferenceColumns::PortColumn, Qt::DescendingOrder);
    sortBy("sort by service, then port", DifferenceColumns::ServiceColumn, Qt::AscendingOrder);
    sortBy("sort by name", DifferenceColumns::NameColumn, Qt::DescendingOrder);
    filter("filter to a service", QStringLiteral("service:ssh"));
    filter("clear the filter", QString());
    measure("hide what appeared", [this] {
        m_window->findChild<CompareFilter *>()->chip(DifferenceClass::Appeared)->click();
    });
    measure("show it again", [this] { m_window->findChild<CompareFilter *>()->showAll(); });
    m_window->findChild<DifferenceTable *>()->selectAll();
    sortBy("sort with all selected", DifferenceColumns::HostColumn, Qt::DescendingOrder);
    measure("swap", [this] { m_window->swapSides(); });
    m_window->close();
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const MeteredApplication application(argc, argv);
    const int rows = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    if (rows < static_cast<int>(kHosts) || rows > static_cast<int>(kHosts) * 65'535) {
        std::fputs("bench_comparewindow [ROWS]\n", stderr);
        return 2;
    }
    const PortCatalogue catalogue;
    Bench bench(catalogue, static_cast<quint32>(rows));
    bench.run();
    QCoreApplication::sendPostedEvents(nullptr,
                                       QEvent::DeferredDelete); // the window, which uses it
    waitForBackground();
    return 0;
}
