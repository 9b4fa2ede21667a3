// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/scanrecorder.h"
#include "core/record/scanwriter.h"

#include <QTimer>

#include <atomic>
#include <optional>

namespace roadstead {

/// Does a ScanRecorder's work: made by it, moved to its thread, emptied by leave() as the last
/// thing there, and destroyed by the recorder once the thread has ended.
class RecorderWorker final : public QObject
{
    Q_OBJECT

public:
    explicit RecorderWorker(const ScanRecorder::Rhythm &rhythm);
    ~RecorderWorker() override;
    Q_DISABLE_COPY_MOVE(RecorderWorker)

    void create(const QString &path, const ScanHeader &header);
    void createFrom(const QString &path, const ScanDocument &document);
    void reopen(const QString &path, const ScanIdentity &expected);
    /// Keeps it, and writes it in time.
    void take(const ScanPart &part);
    void setElapsed(std::chrono::milliseconds elapsed) { m_pending.elapsed = elapsed; }
    void moveTo(const QString &path, bool removeOld);
    void finish(ScanEnding ending, std::chrono::milliseconds elapsed);
    void giveUp();
    void leave();
    /// Whether leave() is done. Any thread.
    [[nodiscard]] bool hasLeft() const { return m_hasLeft.load(std::memory_order_acquire); }

signals:
    void opened(const QString &path, const std::optional<roadstead::RecordError> &error);
    void committed(quint64 rows);
    void failed(const roadstead::RecordError &error);
    void recovered();
    void moved(const QString &path, const std::optional<roadstead::RecordError> &error);
    void closed(const std::optional<roadstead::RecordError> &error);

private:
    void onOpened(const QString &path, const std::optional<RecordError> &error);
    void onTime();
    /// Why it could not be written.
    std::optional<RecordError> commit();
    void close(const std::optional<RecordError> &error);

    ScanRecorder::Rhythm m_rhythm;
    std::optional<ScanWriter> m_writer{std::in_place}; ///< until leave()
    QTimer m_timer; ///< until the next commit
    ScanPart m_pending;
    bool m_hasPending = false;
    quint64 m_committed = 0;
    bool m_isFailing = false;
    bool m_isFinishing = false;
    bool m_isClosed = false;
    std::atomic<bool> m_hasLeft{false};
};

} // namespace roadstead
