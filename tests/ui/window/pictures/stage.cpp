// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stage.h"

#include "core/scan/scanengine.h"
#include "samplescan.h"
#include "ui/model/resultmodel.h"
#include "ui/results/filterrow.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QTableView>
#include <QTest>

#include <chrono>

namespace roadstead {

namespace {
using namespace std::chrono_literals;
} // namespace

Stage::Stage(MainWindow &window, ScanEngine &engine)
    : m_window(window)
    , m_engine(engine)
{}

FilterRow &Stage::filter() const
{
    return *m_window.findChild<FilterRow *>();
}

QTableView &Stage::table() const
{
    return *m_window.findChild<QTableView *>(QStringLiteral("resultTable"));
}

void Stage::trigger(const char *action) const
{
    auto *found = m_window.findChild<QAction *>(QLatin1String(action));
    if (found == nullptr)
        qFatal("no action %s", action);
    found->trigger();
}

void Stage::press(const char *button) const
{
    auto *found = m_window.findChild<QAbstractButton *>(QLatin1String(button));
    if (found == nullptr)
        qFatal("no button %s", button);
    found->click();
}

void Stage::wait(int milliseconds) const
{
    QTest::qWait(milliseconds);
}

void Stage::type(const QString &targets) const
{
    m_window.setTargets(targets);
    wait(450);
}

void Stage::enter(ScanState state) const
{
    emit m_engine.stateChanged(state);
}

void Stage::notify(ScanNoticeCode code, const QString &subject, quint64 count) const
{
    emit m_engine.noticed({code, subject, count});
}

void Stage::playScan(ScanLimit limit) const
{
    m_window.setPorts(QStringLiteral("common"));
    type(QStringLiteral("192.168.1.0/24"));
    const QDateTime startedAt(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
    m_window.findChild<ResultModel *>()->clear(startedAt);
    enter(ScanState::Scanning);
    emit m_engine.resultsReady(sampleBatch());
    emit m_engine.resultsReady(manyOthers(PortState::Closed, Reason::Reset, 77, 20'000, 10'651));
    emit m_engine.resultsReady(
        manyOthers(PortState::Filtered, Reason::NoResponse, 99, 40'000, 1'010));
    playProgress(limit);
}

void Stage::playProgress(ScanLimit limit) const
{
    for (quint64 second = 1; second <= 5; ++second) {
        emit m_engine.progressChanged({.total = 25'400,
                                       .done = 2'335 * second,
                                       .hosts = 254,
                                       .silent = 1'800 * second,
                                       .inFlight = limit == ScanLimit::Descriptors ? 40 : 512,
                                       .loss = 0.029,
                                       .rtt = 20'100us,
                                       .limit = limit,
                                       .probesPerSecond = 2'335,
                                       .elapsed = std::chrono::seconds(second)});
    }
}

void Stage::playFinish(bool wasStopped) const
{
    ScanSummary summary;
    summary.total = 25'400;
    summary.done = wasStopped ? 11'673 : 25'400;
    summary.hosts = 254;
    summary.counts = {7, 1, 10'653, wasStopped ? 1'012U : 14'739U};
    summary.wasStopped = wasStopped;
    summary.elapsed = wasStopped ? 5'040ms : 11'240ms;
    if (!wasStopped)
        emit m_engine.resultsReady(
            manyOthers(PortState::Filtered, Reason::NoResponse, 99, 42'000, 13'727));
    enter(ScanState::Finished);
    emit m_engine.finished(summary);
}

void Stage::playNothingOpen() const
{
    type(QStringLiteral("192.168.1.0/24"));
    enter(ScanState::Scanning);
    ResultBatch hosts = manyOthers(PortState::Closed, Reason::Reset, 77, 20'000, 10'651);
    hosts.hosts = {{77, Address::fromIpv4(0xc0a8'014d), {}},
                   {99, Address::fromIpv4(0xc0a8'0163), {}}};
    emit m_engine.resultsReady(hosts);
    emit m_engine.resultsReady(
        manyOthers(PortState::Filtered, Reason::NoResponse, 99, 40'000, 14'749));
    ScanSummary summary;
    summary.total = summary.done = 25'400;
    summary.hosts = 254;
    summary.counts[static_cast<size_t>(PortState::Closed)] = 10'651;
    summary.counts[static_cast<size_t>(PortState::Filtered)] = 14'749;
    summary.elapsed = 11'240ms;
    enter(ScanState::Finished);
    emit m_engine.finished(summary);
}

} // namespace roadstead
