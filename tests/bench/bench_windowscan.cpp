// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One scan through the real window, as a person would make it: type, start, watch the rows stream
// in with every state shown and sorted by RTT, export all to CSV. Prints its figures as JSON; the
// lab compares the verdicts with the command line's, the benchmark the time.
//
//   bench_windowscan [--ports P] [--csv FILE] TARGET...

#include "core/lookup/portcatalogue.h"
#include "core/scan/scanengine.h"
#include "core/settings/settings.h"
#include "ui/model/resultmodel.h"
#include "ui/parts/statechip.h"
#include "ui/results/resulttable.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace roadstead;

namespace {

constexpr int kMostMilliseconds = 250'000;

int fail(const char *what)
{
    std::fprintf(stderr, "bench_windowscan: %s\n", what);
    return 1;
}

QJsonObject figures(const ScanSummary &summary, double seconds, const ResultModel &model)
{
    QJsonObject counts;
    for (const PortState state : kAllPortStates)
        counts.insert(identifier(state), static_cast<qint64>(model.store().count(state)));
    return {{QStringLiteral("seconds"), seconds},
            {QStringLiteral("engine_seconds"), static_cast<double>(summary.elapsed.count()) / 1e3},
            {QStringLiteral("rows"), static_cast<qint64>(model.store().rowCount())},
            {QStringLiteral("rows_shown"), model.rowCount()},
            {QStringLiteral("counts"), counts}};
}

bool exportAll(MainWindow &window, const QString &path)
{
    window.setNextFileName(path);
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    auto *all = window.findChild<QRadioButton *>(QStringLiteral("exportAll"));
    auto *accept = window.findChild<QPushButton *>(QStringLiteral("exportAccept"));
    if (all == nullptr || accept == nullptr)
        return false;
    all->setChecked(true);
    QTest::mouseClick(accept, Qt::LeftButton);
    // A new file appears whole, because QSaveFile renames it.
    return QTest::qWaitFor([&path] { return QFile::exists(path); }, kMostMilliseconds);
}

/// Everything that makes work for the window: all rows shown, sorted by what is known last.
void showEverythingByRtt(MainWindow &window)
{
    const QList<StateChip *> chips = window.findChildren<StateChip *>();
    for (StateChip *chip : chips)
        chip->setChecked(true);
    auto *table = window.findChild<ResultTable *>(QStringLiteral("resultTable"));
    table->horizontalHeader()->setSortIndicator(ResultModel::RttColumn, Qt::AscendingOrder);
}

int run(const QCommandLineParser &options)
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    const PortCatalogue catalogue;
    ScanEngine engine;
    MainWindow window(engine, catalogue, settings,
                      ScanShelf(folder.filePath(QStringLiteral("scans"))));
    window.show();
    if (!QTest::qWaitForWindowActive(&window))
        return fail("the window did not open");
    showEverythingByRtt(window);
    window.setPorts(options.value(QStringLiteral("ports")));
    window.setTargets(options.positionalArguments().join(u' '));

    QElapsedTimer clock;
    double seconds = -1;
    ScanSummary summary;
    // Connected after the window, so that it has had its own turn at it.
    QObject::connect(&engine, &ScanEngine::finished, &window, [&](const ScanSummary &end) {
        seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
        summary = end;
    });
    clock.start();
    window.startScan();
    if (!QTest::qWaitFor([&seconds] { return seconds >= 0; }, kMostMilliseconds))
        return fail("the scan did not end");
    const QString csv = options.value(QStringLiteral("csv"));
    if (!csv.isEmpty() && !exportAll(window, csv))
        return fail("the export did not end");
    const auto *model = window.findChild<ResultModel *>();
    std::puts(QJsonDocument(figures(summary, seconds, *model))
                  .toJson(QJsonDocument::Compact)
                  .constData());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    ScanEngine::prepareProcess();
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser options;
    options.addOption({QStringLiteral("ports"), QString(), QStringLiteral("ports"), QString()});
    options.addOption({QStringLiteral("csv"), QString(), QStringLiteral("file"), QString()});
    options.process(application);
    if (options.positionalArguments().isEmpty())
        return fail("no target");
    return run(options);
}
