// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/scandocument.h"
#include "core/scan/scanevents.h"
#include "core/scan/scanrequest.h"
#include "ui/model/cancellation.h"
#include "ui/model/resultmodel.h"
#include "ui/results/resulttable.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QAction;

namespace roadstead {

class DocumentFile;

/// What the window shows of a scan beside its rows.
struct ShownScan
{
    std::optional<ScanRequest> request; ///< nothing: no scan
    QString scanned; ///< its targets in short
    QString portsText; ///< its ports as they were typed
    ScanHeader header; ///< of its document
    std::shared_ptr<DocumentFile> file; ///< that keeps it; null: none
    QString expectations; ///< that it keeps
    ScanSummary summary;
    ScanState state = ScanState::Idle;
    ScanProgress progress;
};

/// What was done to the results, to be undone and done again: rows removed, all cleared, a scan
/// started over them. Results that are not shown are kept whole, with their view and with what was
/// selected, current and on top in the table, so that they are there again at once; the oldest are
/// forgotten when there are too many. Nothing waits here: where many rows are removed or put back,
/// it is done a little later, and nothing else can be undone until then.
class ResultHistory final : public QObject
{
    Q_OBJECT

public:
    static constexpr quint64 kMostRowsKept = 20'000'000; ///< of results that are not shown
    static constexpr size_t kMostSteps = 200;

    /// `model` and the table that shows it must outlive this. `whatIsShown` is asked before other
    /// results are shown.
    ResultHistory(ResultModel &model, ResultTable &table, std::function<ShownScan()> whatIsShown,
                  QObject *parent = nullptr);
    ~ResultHistory() override;
    Q_DISABLE_COPY_MOVE(ResultHistory)

    /// Keeps text and state of both actions up to date, and does what they say.
    void drive(QAction &undo, QAction &redo);
    /// For tests.
    void setMostRowsKept(quint64 rows) { m_mostRowsKept = rows; }

    /// While a scan runs only rows can be removed and put back.
    void setScanning(bool scanning);
    /// A removal of many rows is not done yet.
    [[nodiscard]] bool isBusy() const { return m_gathering || m_model.isRemoving(); }
    /// Other results are being shown, and scanShown() follows: what the model says meanwhile is of
    /// none.
    [[nodiscard]] bool isExchanging() const { return m_isExchanging; }
    [[nodiscard]] bool canUndo() const { return canTurn(m_done); }
    [[nodiscard]] bool canRedo() const { return canTurn(m_undone); }
    [[nodiscard]] bool canRemove() const { return !isBusy(); }
    [[nodiscard]] bool canClear() const { return !m_isScanning && hasResults(); }
    /// "&Undo remove 3 rows".
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;

    /// Takes these rows from the list. Nothing while it is busy.
    void remove(const RowSelection &rows);
    /// Shows no results, as if there had been no scan. Nothing while one runs.
    void clear();
    /// To be called before a scan starts: puts what is shown away, and leaves the model empty.
    void beginScan();

public slots:
    void undo();
    void redo();

signals:
    /// What can be done, or its text, may be another.
    void changed();
    /// Other results are shown: in the model already, and now this of their scan.
    void scanShown(const roadstead::ShownScan &scan);

private:
    enum class Kind : quint8 {
        Remove,
        Clear,
        Restart
    };
    struct Step
    {
        Kind kind = Kind::Remove;
        RowSet rows; ///< of Remove: those that were not removed before
        ResultModel::Kept other; ///< else: what is not shown
        TablePlace otherPlace;
        ShownScan otherScan;
    };
    using Steps = std::vector<Step>;

    [[nodiscard]] bool hasResults() const;
    [[nodiscard]] bool canTurn(const Steps &steps) const;
    void removeRows(const RowSet &rows);
    void turn(Steps &from, Steps &to, bool isDone);
    void putAway(Kind kind);
    void push(Step step);
    void forget(Steps &steps, size_t first, size_t count);
    void forgetTooMany();
    void stopGathering();
    void onReset();

    ResultModel &m_model;
    ResultTable &m_table;
    std::function<ShownScan()> m_whatIsShown;
    Steps m_done; ///< the oldest first
    Steps m_undone; ///< the next to be done again last
    std::optional<Cancellation> m_gathering; ///< of the rows that are to be removed
    quint64 m_mostRowsKept = kMostRowsKept;
    bool m_isScanning = false;
    bool m_isExchanging = false;
};

} // namespace roadstead
