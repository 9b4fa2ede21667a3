// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/scanshelf.h"
#include "ui/history/historychoice.h"

#include <QDialog>

#include <functional>

class QAction;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QStackedWidget;

namespace roadstead {

class ElidedLabel;
class EmptyPage;
class HistoryFilter;
class HistoryModel;
class MessageBar;
class RowTable;
class Settings;

/// All scans that are kept: searchable, to be opened, continued, compared and deleted. Does nothing
/// to files itself. Non-modal, and one for all windows (openDialog()).
class HistoryDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Source
    {
        /// The newest first. Called in another thread, whenever the list is read.
        std::function<QList<ShelvedScan>()> load;
        QString folder; ///< where those without a name are kept
    };

    /// `settings` must outlive this.
    HistoryDialog(Settings &settings, Source source, QWidget *parent = nullptr);
    ~HistoryDialog() override;
    Q_DISABLE_COPY_MOVE(HistoryDialog)

    /// For openDialog(): the history of these settings.
    [[nodiscard]] bool edits(const Settings &settings) const { return &settings == &m_settings; }

public slots:
    /// Reads the list again: a scan began or ended, files were deleted, or could not be. It does so
    /// by itself whenever it is shown.
    void refresh();

signals:
    void openRequested(const QString &path);
    void continueRequested(const QString &path);
    void compareRequested(const QString &olderPath, const QString &newerPath);
    void saveAsRequested(const QString &path);
    /// Confirmed. They are gone from the list at once; refresh() when they are from the disk.
    void deleteRequested(const QStringList &paths);
    /// Their files stay, and have to be listed no more.
    void forgetRequested(const QStringList &paths);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setupUi();
    void setUpTable();
    void setDefaultSize();
    void createActions();
    QAction *addCommand(const QString &text, const char *name, void (HistoryDialog::*run)());
    [[nodiscard]] QWidget *buttonRow();
    QPushButton *addButton(QAction *action);
    void connectSignals();

    void takeRows(const QList<HistoryRow> &rows);
    void search(const QString &text);
    void selectFirst();
    [[nodiscard]] HistoryChoice choice() const;
    void onChoiceChanged();
    [[nodiscard]] static QString whyNotOpen(const HistoryChoice &chosen);
    void refreshPage();
    void refreshFooter();

    void openChosen();
    void continueScan();
    void compare();
    void saveAs();
    void showFolder();
    void copyRows();
    void askToDelete();
    void remove(const HistoryChoice &chosen);

    Settings &m_settings;
    const Source m_source;
    HistoryModel *m_model = nullptr;
    HistoryFilter *m_filter = nullptr;
    QLineEdit *m_search = nullptr;
    MessageBar *m_question = nullptr;
    QStackedWidget *m_pages = nullptr;
    RowTable *m_table = nullptr;
    EmptyPage *m_empty = nullptr;
    ElidedLabel *m_summary = nullptr;
    ElidedLabel *m_limits = nullptr;
    QAction *m_open = nullptr;
    QAction *m_continue = nullptr;
    QAction *m_compare = nullptr;
    QAction *m_saveAs = nullptr;
    QAction *m_showFolder = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_delete = nullptr;
    quint64 m_loadNumber = 0; ///< a late answer to an earlier question is dropped
    bool m_isLoading = false;
    bool m_isStale = false; ///< to be read once more after this time
    bool m_wasLoaded = false;
    bool m_wasLeft = false; ///< another window was active since it was shown
};

} // namespace roadstead
