// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/portresult.h"
#include "core/scan/scanevents.h"
#include "core/scan/scanrequest.h"
#include "core/scan/scanresumption.h"

#include <QObject>

#include <memory>

namespace roadstead {

class ScanRun;
class SleepInhibitor;
struct EngineParts;

/// The scanner as its doors (window, command line) see it: one scan at a time, everything
/// asynchronous, nothing blocks the caller's thread, no socket ever lives there. Signals come in
/// the thread of this object.
class ScanEngine final : public QObject
{
    Q_OBJECT

public:
    explicit ScanEngine(QObject *parent = nullptr);
    /// With other parts than the real ones (a fake prober, a fake resolver): for tests.
    explicit ScanEngine(EngineParts parts, QObject *parent = nullptr);
    /// Stops at once and waits for the scan threads (they hold no work that could block).
    ~ScanEngine() override;
    Q_DISABLE_COPY_MOVE(ScanEngine)

    [[nodiscard]] ScanState state() const { return m_state; }
    [[nodiscard]] bool isRunning() const;
    /// Wall-clock time the rows' times count from.
    [[nodiscard]] QDateTime startedAt() const { return m_startedAt; }
    /// What is scanned, with the seed that was chosen. Of the last scan if none runs.
    [[nodiscard]] const ScanRequest &request() const { return m_request; }

    /// Call it first in main(), before there is any other thread: it sets the environment, and has
    /// the kernel make room for descriptors.
    ///
    /// Qt's threads run on GLib's event loop where there is one. That takes a list's length to
    /// forget a socket, so 10,000 in flight take half as long again to hang up; Qt's own loop takes
    /// none. The main thread keeps GLib's, which desktops need.
    static void prepareProcess();
    /// Call it last in main(), before the application object goes, with what the process returns.
    /// Returns it too, unless a name look-up that was given up may still hang: Qt would wait for
    /// the system's answer for up to half a minute, so the process ends here and now, with its
    /// output written and without destructors.
    static int leaveProcess(int exitCode);

    /// From now on the system is asked not to fall asleep while a scan runs; `reason` is a sentence
    /// that desktops show. Where there is no logind, nothing happens.
    void keepAwake(const QString &reason);

    /// Begins a scan. Must not be running.
    void start(const ScanRequest &request);
    /// Goes on with a scan that was stopped, or whose program ended: probes exactly what has no
    /// verdict, in the same order. `request` is the same, with its seed. Progress and summary count
    /// what was found before, resultsReady() brings only what is new. Must not be running.
    void start(const ScanRequest &request, const ScanResumption &earlier);
    void pause();
    void resume();
    /// Asks the scan to end; finished() follows within 200 ms and what was found stays.
    void requestStop();

signals:
    void stateChanged(roadstead::ScanState state);
    /// Names are looked up: what they resolved to, and how many ports are to be probed. Comes once,
    /// before any row.
    void resolved(const roadstead::NameAnswers &answers, quint64 total);
    /// Rows by plan number; every batch comes before finished().
    void resultsReady(const roadstead::ResultBatch &batch);
    void progressChanged(const roadstead::ScanProgress &progress);
    void noticed(const roadstead::ScanNotice &notice);
    void finished(const roadstead::ScanSummary &summary);

private:
    void begin(const ScanRequest &seeded, const ScanResumption *earlier);
    void setState(ScanState state);
    void onFinished(const ScanSummary &summary);

    const std::unique_ptr<EngineParts> m_parts;
    std::unique_ptr<SleepInhibitor> m_inhibitor; ///< once the system's bus has answered
    QString m_awakeReason;
    ScanState m_state = ScanState::Idle;
    QDateTime m_startedAt;
    ScanRequest m_request;
    ScanRun *m_run =
        nullptr; ///< the scan under way; a child that deletes itself when its threads have ended
};

} // namespace roadstead
