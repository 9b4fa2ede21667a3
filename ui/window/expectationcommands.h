// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectations.h"
#include "ui/model/cancellation.h"
#include "ui/parts/messagebar.h"

#include <QObject>

#include <array>
#include <optional>

class QAction;
class QMenu;

namespace roadstead {

class ExpectationKeeper;
class ResultModel;
class ResultTable;
class WindowActions;

/// What is expected of the results: marks on selected rows, the check of all of them in the
/// background, and the editor of rules.
class ExpectationCommands final : public QObject
{
    Q_OBJECT

public:
    /// So many ports are marked at once; for more, there are rules.
    static constexpr qint64 kMostMarked = 100'000;

    /// All must outlive this; `window` is the dialog's parent.
    ExpectationCommands(const WindowActions &actions, ResultTable &table, ResultModel &model,
                        ExpectationKeeper &keeper, QWidget *window);
    ~ExpectationCommands() override;
    Q_DISABLE_COPY_MOVE(ExpectationCommands)

    /// A scan that runs is checked when it has ended; its rows are marked as they come.
    void setScanning(bool isScanning);
    /// The results are others, or all are there now.
    void check();
    void showRules();

signals:
    void said(const roadstead::Message &message);
    void unsaid(const QString &messageId);
    /// Only what is not as expected.
    void showWanted();

private:
    void mark(Expectation expectation);
    void showState();
    [[nodiscard]] std::optional<Expectation> ofSelection() const;
    void onChecked(qsizetype violations);

    ResultTable &m_table;
    ResultModel &m_model;
    ExpectationKeeper &m_keeper;
    QWidget *m_window;
    std::array<QAction *, 3> m_actions; ///< by Expectation
    Cancellation m_check;
    bool m_isScanning = false;
};

} // namespace roadstead
