// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/engineparts.h"
#include "core/scan/hostnews.h"
#include "core/scan/liarcheck.h"
#include "core/scan/plan.h"
#include "core/scan/scanevents.h"
#include "core/scan/scanrequest.h"
#include "core/scan/scanresumption.h"
#include "core/scan/scanthreads.h"
#include "core/scan/silenthosts.h"
#include "core/scan/steadylimit.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

namespace roadstead {

class NetworkWatch;
class TargetResolution;
struct ResolvedTargets;

/// One scan from its request to its summary: resolves, plans, runs the scan threads, adds up their
/// reports. Lives in the engine's thread; deletes itself once finished() was sent and its threads
/// have ended.
class ScanRun final : public QObject
{
    Q_OBJECT

public:
    ScanRun(const ScanRequest &request, const EngineParts &parts, QObject *parent);
    /// What was found before counts as found by this one. Before start().
    void continueFrom(const ScanResumption &earlier);
    ~ScanRun() override;
    Q_DISABLE_COPY_MOVE(ScanRun)

    void start();
    void setPaused(bool paused);
    void requestStop();

signals:
    void stateChanged(roadstead::ScanState state);
    void resolved(const roadstead::NameAnswers &answers, quint64 total);
    void resultsReady(const roadstead::ResultBatch &batch);
    void progressChanged(const roadstead::ScanProgress &progress);
    void noticed(const roadstead::ScanNotice &notice);
    void finished(const roadstead::ScanSummary &summary);

private:
    void onResolved(const ResolvedTargets &targets);
    void startThreads();
    void orderPause();
    void watchNetwork();
    void onLinkLost(const QString &interfaceName);
    void onLinkBack(const QString &interfaceName);
    void onNetworkChanged();
    void noticeSleep();
    void onChange(const HostChange &change);
    void onReport(const WorkerReport &report);
    bool startCheck(ScanThreads::Check check, const PlanInput &input);
    void onChecked(ScanThreads::Check check, const WorkerReport &report);
    void onLiarsChecked(const WorkerReport &report);
    void checkLiars();
    void lookAtSilentHosts();
    void takeBatch(ResultBatch batch);
    void countRows(const ResultBatch &batch);
    void noteLimits(const WorkerReport &report);
    void noteOnce(ScanNoticeCode code, quint64 count, const QString &subject = {});
    void tick();
    void reportProgress();
    [[nodiscard]] ScanLimit limitOf(const PaceFigures &figures) const;
    [[nodiscard]] double verdictsPerSecond(quint64 done);
    void conclude();
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

    [[nodiscard]] quint64 answeredPorts(quint32 host) const;

    const ScanRequest m_request;
    const EngineParts m_parts;
    ScanResumption m_earlier; ///< of a scan that is continued
    TargetResolution *m_resolution = nullptr;
    std::shared_ptr<const Plan> m_plan;
    std::unique_ptr<ScanThreads> m_threads;
    QTimer m_progressTimer;
    std::deque<std::pair<TimePoint, quint64>> m_history; ///< verdicts over the last second
    QList<ScanNoticeCode> m_noted;
    SteadyLimit m_limit;
    HostNews m_news;
    SilentHosts m_silentHosts;
    LiarCheck m_liarCheck;
    QHash<quint32, Address> m_checkedHosts; ///< by the check's own numbers
    bool m_isCheckingLiars = false;
    QHash<quint32, quint64> m_answeredPorts; ///< by host, without those of earlier
    ScanSummary m_summary;
    TimePoint m_startedAt; ///< or continued
    TimePoint m_rowsFrom; ///< what the rows' times count from
    TimePoint m_pausedAt;
    Duration m_pausedFor{0};
    std::unique_ptr<NetworkWatch> m_watch;
    Duration m_suspended{0}; ///< what the clock said last
    bool m_isPaused = false; ///< by a person, or until one says how to go on
    bool m_isLinkLost = false;
    bool m_isConcluded = false;
};

} // namespace roadstead
