// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/mailbox.h"
#include "core/record/recorderror.h"
#include "core/record/scandocument.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace roadstead {

class RecorderWorker;
struct ScanPart;

/// Writes a scan as it runs, in a thread of its own. Everything is handed over at once and waits in
/// memory until it is written: every half a second, or when many rows have come. What cannot be
/// written is tried again every second.
class ScanRecorder final : public QObject
{
    Q_OBJECT

public:
    struct Rhythm
    {
        std::chrono::milliseconds commit{500};
        std::chrono::milliseconds retry{1'000};
        quint64 rows = 10'000; ///< committed without waiting
    };

    explicit ScanRecorder(QObject *parent = nullptr);
    explicit ScanRecorder(const Rhythm &rhythm, QObject *parent = nullptr);
    ~ScanRecorder() override; ///< waits until the file is closed; what came is written if it can be
    Q_DISABLE_COPY_MOVE(ScanRecorder)

    /// Once; opened() follows. What is handed over meanwhile is kept.
    void create(const QString &path, const ScanHeader &header);
    /// A file of that document, which replaces what is there when it is whole.
    void createFrom(const QString &path, const std::shared_ptr<const ScanDocument> &document);
    /// Refuses one with something else in it.
    void reopen(const QString &path, const ScanIdentity &expected);

    void add(const ResultBatch &batch);
    void addEvent(const ScanEvent &event);
    /// When the names are resolved.
    void setAnswers(const NameAnswers &answers, quint64 total);
    void setElapsed(std::chrono::milliseconds elapsed); ///< written with what comes next
    void setNotes(const NoteBook &notes);
    void setRemoved(const QList<RemovedPorts> &rows);
    void setExpectations(const QString &written);
    /// Goes on in a copy at `path`, which replaces what is there; moved() follows. `removeOld`: the
    /// file that it was in goes when the copy is safe.
    void moveTo(const QString &path, bool removeOld);
    /// Nothing more comes; closed() follows. If it cannot be written, that is tried until it can.
    void finish(ScanEnding ending, std::chrono::milliseconds elapsed);
    /// Closes the file with what could be written, when finish() waits in vain.
    void giveUp();

    /// Handed over and not on the disk yet.
    [[nodiscard]] quint64 pendingRows() const { return m_added - m_committed; }
    /// Handed over and on the disk.
    [[nodiscard]] quint64 committedRows() const { return m_committed; }
    [[nodiscard]] QString path() const { return m_path; } ///< after opened() and moved()

signals:
    /// An error: there is no file, and this recorder is of no more use.
    void opened(const std::optional<roadstead::RecordError> &error);
    /// `rows` that were handed over so far are on the disk.
    void committed(quint64 rows);
    void failed(const roadstead::RecordError &error); ///< once, until recovered()
    void recovered();
    /// An error: it goes on where it was.
    void moved(const std::optional<roadstead::RecordError> &error);
    /// The last word.
    void closed(const std::optional<roadstead::RecordError> &error);
    /// There is an order for the other thread, or news from it; of no use to others.
    void ordered(QPrivateSignal);
    void told(QPrivateSignal);

private:
    using Order = std::function<void(RecorderWorker &)>;
    using News = std::function<void()>;

    template <typename... Values>
    void relay(void (RecorderWorker::*signal)(Values...), void (ScanRecorder::*handle)(Values...));
    void take(ScanPart part);
    void post(Order order);
    void onOpened(const QString &path, const std::optional<RecordError> &error);
    void onMoved(const QString &path, const std::optional<RecordError> &error);
    void keepPath(const QString &path, const std::optional<RecordError> &error);
    void onCommitted(quint64 rows);

    Mailbox<Order> m_orders;
    Mailbox<News> m_news;
    QThread m_thread;
    std::unique_ptr<RecorderWorker> m_worker; ///< lives in m_thread, destroyed after its end
    QString m_path;
    quint64 m_added = 0;
    quint64 m_committed = 0;
};

} // namespace roadstead

Q_DECLARE_METATYPE(std::optional<roadstead::RecordError>)
