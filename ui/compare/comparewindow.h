// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compare/comparesides.h"
#include "ui/compare/differencemodel.h"
#include "ui/model/cancellation.h"
#include "ui/parts/emptypage.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace roadstead {

class CompareExport;
class CompareFilter;
class DifferenceTable;
class MessageBar;
class Settings;

/// What changed from one scan to another, in a window of its own, which deletes itself when it is
/// closed. Compares, sorts and filters in the background, and holds snapshots: neither scan has to
/// stay where it came from.
class CompareWindow final : public QWidget
{
    Q_OBJECT

public:
    /// `catalogue` must outlive this and what it has begun, see waitForBackground(); `settings`
    /// this.
    CompareWindow(const PortCatalogue &catalogue, Settings &settings, QWidget *parent = nullptr);
    ~CompareWindow() override;
    Q_DISABLE_COPY_MOVE(CompareWindow)

    /// Begins to compare; what was shown before goes at once.
    void setSides(const CompareSide &older, const CompareSide &newer);
    /// Null until it is compared.
    [[nodiscard]] const SharedComparison &comparison() const { return m_model->comparison(); }
    /// Places in the comparison's differences, in the order shown.
    [[nodiscard]] const QList<quint32> &shownDifferences() const { return m_model->numbers(); }
    /// For tests: of more rows a clipboard is the wrong place.
    void setMostCopied(qint64 rows) { m_mostCopied = rows; }
    /// A file is being written, which is not if the window goes.
    [[nodiscard]] bool isExporting() const;

public slots:
    void swapSides();
    /// What is selected goes to the clipboard, a line for each row.
    void copyRows();
    void clearFilter();
    /// Writes what is shown, in the order shown.
    void exportShown();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void setupUi();
    void addFooter();
    void createActions();
    void addShortcut(const QKeySequence &keys, const std::function<void()> &run);
    void connectSignals();
    void compare();
    void onCompared(const SharedComparison &comparison);
    void onUpdated();
    void onEscape();
    void showComparing();
    void showDetails();
    void updateButtons();
    void filterToCurrent(bool byPort);
    [[nodiscard]] EmptyPage::Content nothingToShow();

    const PortCatalogue &m_catalogue;
    Settings &m_settings;
    CompareSide m_older;
    CompareSide m_newer;
    DifferenceModel *m_model = nullptr;
    Cancellation m_comparing;
    Cancellation m_copying;
    qint64 m_mostCopied = 1'000'000;
    CompareSides *m_sides = nullptr;
    MessageBar *m_messages = nullptr;
    CompareExport *m_exporter = nullptr;
    QLabel *m_summary = nullptr;
    CompareFilter *m_filter = nullptr;
    DifferenceTable *m_table = nullptr;
    EmptyPage *m_page = nullptr;
    QStackedWidget *m_area = nullptr;
    QLabel *m_details = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace roadstead
