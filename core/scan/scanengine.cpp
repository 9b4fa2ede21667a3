// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/scanengine.h"

#include "core/base/background.h"
#include "core/probe/platform.h"
#include "core/scan/engineparts.h"
#include "core/scan/scanrun.h"
#include "core/scan/sleepinhibitor.h"

#include <QDBusConnection>
#include <QRandomGenerator>

#include <cstdio>
#include <cstdlib>

namespace roadstead {

ScanEngine::ScanEngine(QObject *parent)
    : ScanEngine(EngineParts::real(), parent)
{}

ScanEngine::ScanEngine(EngineParts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<EngineParts>(std::move(parts)))
{}

ScanEngine::~ScanEngine()
{
    // The runs are children and wait for their threads; they must not find a half-dead engine when
    // they do.
    const auto runs = findChildren<ScanRun *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(runs);
}

bool ScanEngine::isRunning() const
{
    return m_run != nullptr;
}

void ScanEngine::prepareProcess()
{
    qputenv("QT_NO_THREADED_GLIB", "1");
    platform::makeRoomForDescriptors();
}

void ScanEngine::keepAwake(const QString &reason)
{
    m_awakeReason = reason;
    // The bus may take long to say hello.
    runInBackground<QDBusConnection>(
        this, [] { return QDBusConnection::systemBus(); },
        [this](const QDBusConnection &bus) {
            m_inhibitor = std::make_unique<SleepInhibitor>(bus);
            if (isRunning())
                m_inhibitor->begin(m_awakeReason);
        });
}

int ScanEngine::leaveProcess(int exitCode)
{
    if (!SystemNameResolver::mayHang())
        return exitCode;
    std::fflush(nullptr);
    std::_Exit(exitCode);
}

void ScanEngine::start(const ScanRequest &request)
{
    ScanRequest seeded = request;
    while (seeded.options.seed == 0)
        seeded.options.seed = QRandomGenerator::global()->generate64();
    m_startedAt = QDateTime::currentDateTimeUtc();
    begin(seeded, nullptr);
}

void ScanEngine::start(const ScanRequest &request, const ScanResumption &earlier)
{
    Q_ASSERT(request.options.seed != 0 && earlier.startedAt.isValid());
    m_startedAt = earlier.startedAt;
    begin(request, &earlier);
}

void ScanEngine::begin(const ScanRequest &seeded, const ScanResumption *earlier)
{
    Q_ASSERT(!isRunning());
    m_request = seeded;
    m_run = new ScanRun(seeded, *m_parts, this);
    if (earlier != nullptr)
        m_run->continueFrom(*earlier);
    connect(m_run, &ScanRun::stateChanged, this, &ScanEngine::setState);
    connect(m_run, &ScanRun::resolved, this, &ScanEngine::resolved);
    connect(m_run, &ScanRun::resultsReady, this, &ScanEngine::resultsReady);
    connect(m_run, &ScanRun::progressChanged, this, &ScanEngine::progressChanged);
    connect(m_run, &ScanRun::noticed, this, &ScanEngine::noticed);
    connect(m_run, &ScanRun::finished, this, &ScanEngine::onFinished);
    if (m_inhibitor)
        m_inhibitor->begin(m_awakeReason);
    m_run->start();
}

void ScanEngine::pause()
{
    if (m_run != nullptr)
        m_run->setPaused(true);
}

void ScanEngine::resume()
{
    if (m_run != nullptr)
        m_run->setPaused(false);
}

void ScanEngine::requestStop()
{
    if (m_run != nullptr)
        m_run->requestStop();
}

void ScanEngine::setState(ScanState state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

void ScanEngine::onFinished(const ScanSummary &summary)
{
    if (m_inhibitor)
        m_inhibitor->end();
    m_run = nullptr; // it deletes itself when its threads have ended
    setState(ScanState::Finished);
    emit finished(summary);
}

} // namespace roadstead
