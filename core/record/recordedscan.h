// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/scandocument.h"
#include "core/record/scanrecorder.h"
#include "core/scan/scanresumption.h"

#include <QObject>

namespace roadstead {

class ScanEngine;

/// The header of a scan that begins now: says when, and with which seed if none was asked for.
[[nodiscard]] ScanHeader headerOfNewScan(const ScanRequest &request);

/// What the engine has to know so that rows count from the header's time.
[[nodiscard]] ScanResumption beginningOf(const ScanHeader &header);

/// A scan with the file that keeps it. What the engine finds and says goes to the recorder; while
/// the file cannot be written the scan is paused, and goes on when it can. For one scan; lives in
/// the engine's thread.
class RecordedScan final : public QObject
{
    Q_OBJECT

public:
    /// What comes first.
    enum class Order : quint8 {
        File, ///< nothing is sent unless there is one
        Scan, ///< the file follows
    };
    /// So many results that wait to be written are worth a pause: 16 to 100 bytes each.
    static constexpr quint64 kMostPending = 2'000'000;

    /// `engine` must outlive this and be idle.
    explicit RecordedScan(ScanEngine &engine, QObject *parent = nullptr);
    RecordedScan(ScanEngine &engine, const ScanRecorder::Rhythm &rhythm, QObject *parent = nullptr);
    /// Waits until the file is closed; what the engine still finds is not kept.
    ~RecordedScan() override;
    Q_DISABLE_COPY_MOVE(RecordedScan)

    /// `header` is headerOfNewScan()'s, perhaps with more in it. opened() follows.
    void begin(const ScanHeader &header, const QString &path, Order order);
    /// Goes on with the scan at `path`. opened() follows, and then the scan.
    void resume(const QString &path, const ScanHeader &header, const ScanResumption &earlier);
    /// The scan that is under way is kept from now on: `soFar` is all that it has found, and what
    /// comes follows. opened() follows; what is at `path` is replaced.
    void follow(const QString &path, const std::shared_ptr<const ScanDocument> &soFar);
    /// If the scan is stopped from now on, what that is to be called: Paused or Stopped.
    void setStopMeans(ScanEnding ending) { m_stopMeans = ending; }
    /// The scan goes on without a file, which keeps what it has.
    void giveUp();
    /// True: a scan that waits for its file does not begin. closed() follows, or opened() with an
    /// error.
    bool callOff();

    [[nodiscard]] ScanRecorder &recorder() { return m_recorder; }
    /// The file cannot be written at the moment, and so the scan waits.
    [[nodiscard]] bool isHeldUp() const { return m_isFailing || m_isBehind; }
    [[nodiscard]] bool isFailing() const { return m_isFailing; }
    /// The scan has ended; the file may not be closed yet.
    [[nodiscard]] bool isOver() const { return m_isOver; }
    /// What is in the file by now.
    [[nodiscard]] ScanIdentity identity() const
    {
        return identityOf(m_header, m_rowsBefore + m_recorder.committedRows());
    }

signals:
    /// An error: there is no file. With Order::File there is no scan then, either.
    void opened(const std::optional<roadstead::RecordError> &error);
    void writeFailed(const roadstead::RecordError &error); ///< the scan is paused
    void writeRecovered(); ///< and goes on
    /// The scan has ended, and its file is in one piece; or the error says what became of it.
    void closed(const std::optional<roadstead::RecordError> &error);

private:
    void followEngine();
    void onOpened(const std::optional<RecordError> &error);
    void onStateChanged(ScanState state);
    void onFinished(const ScanSummary &summary);
    void onFailed(const RecordError &error);
    void onRecovered();
    void watchBacklog();
    void holdUp();
    void letGo();
    void note(ScanEventCode code, const ScanNotice &notice = {});

    ScanEngine &m_engine;
    ScanRecorder m_recorder;
    ScanHeader m_header;
    ScanResumption m_earlier;
    quint64 m_rowsBefore = 0; ///< in the file when this began
    ScanEnding m_stopMeans = ScanEnding::Stopped;
    bool m_startsWhenOpened = false;
    bool m_isFailing = false;
    bool m_isBehind = false; ///< too much waits to be written
    bool m_isPausedByUs = false;
    bool m_wasPaused = false;
    bool m_isOver = false; ///< the engine may be another scan's by now
};

} // namespace roadstead
