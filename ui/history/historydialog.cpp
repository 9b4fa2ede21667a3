// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/historydialog.h"

#include "core/base/background.h"
#include "core/base/plaintext.h"
#include "ui/history/historyfilter.h"
#include "ui/history/historymodel.h"
#include "ui/history/shelfsettings.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/emptypage.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/rowtable.h"
#include "ui/parts/windowmemory.h"
#include "ui/words/filewords.h"
#include "ui/words/historywords.h"
#include "ui/words/words.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

constexpr WindowMemory kMemory{Setting::HistoryGeometry, Setting::HistoryColumns};

QString questionId()
{
    return QStringLiteral("delete");
}

} // namespace

HistoryDialog::HistoryDialog(Settings &settings, Source source, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_source(std::move(source))
    , m_model(new HistoryModel(this))
    , m_filter(new HistoryFilter(this))
{
    setObjectName(QStringLiteral("history"));
    setWindowTitle(tr("Scan history"));
    setAttribute(Qt::WA_DeleteOnClose);
    setSizeGripEnabled(true);
    m_filter->setSourceModel(m_model);
    setupUi();
    connectSignals();
    onChoiceChanged();
    refreshFooter();
    restoreWindow(*this, *m_table->horizontalHeader(), m_settings, kMemory);
    m_search->setFocus();
}

HistoryDialog::~HistoryDialog()
{
    if (windowHandle() != nullptr) // it was shown
        keepWindow(*this, *m_table->horizontalHeader(), m_settings, kMemory);
}

void HistoryDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (event->spontaneous())
        return;
    m_wasLeft = false;
    refresh();
}

/// Another program's scan may have ended meanwhile, or a medium come back.
void HistoryDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::ActivationChange || !m_wasLoaded)
        return;
    if (!isActiveWindow())
        m_wasLeft = true;
    else if (std::exchange(m_wasLeft, false))
        refresh();
}

/// Many files are opened for it, and a disk may be asleep.
void HistoryDialog::refresh()
{
    m_isStale = m_isLoading;
    if (m_isLoading)
        return;
    m_isLoading = true;
    runInBackground<QList<HistoryRow>>(
        this,
        [load = m_source.load] { return historyRows(load(), QDateTime::currentDateTimeUtc()); },
        [this, number = ++m_loadNumber](const QList<HistoryRow> &rows) {
            if (number == m_loadNumber)
                takeRows(rows);
        });
    refreshFooter();
}

void HistoryDialog::takeRows(const QList<HistoryRow> &rows)
{
    m_isLoading = false;
    const bool isFirst = !std::exchange(m_wasLoaded, true);
    m_model->setRows(rows);
    if (isFirst)
        selectFirst();
    if (m_isStale)
        refresh();
    refreshPage();
    refreshFooter();
    onChoiceChanged();
}

void HistoryDialog::search(const QString &text)
{
    m_filter->setSearch(text);
    if (!m_table->selectionModel()->hasSelection())
        selectFirst();
    refreshPage();
    refreshFooter();
}

/// So that Enter opens it, from wherever the focus is.
void HistoryDialog::selectFirst()
{
    const QModelIndex first = m_filter->index(0, 0);
    if (!first.isValid())
        return;
    m_table->selectionModel()->setCurrentIndex(first, QItemSelectionModel::ClearAndSelect
                                                          | QItemSelectionModel::Rows);
    m_table->scrollTo(first);
}

HistoryChoice HistoryDialog::choice() const
{
    QList<HistoryRow> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(m_model->rows().at(m_filter->mapToSource(index).row()));
    return HistoryChoice(std::move(rows));
}

/// A question about scans that are selected no more is none.
void HistoryDialog::onChoiceChanged()
{
    m_question->dismiss(questionId());
    const HistoryChoice chosen = choice();
    m_open->setEnabled(chosen.canOpen());
    m_open->setToolTip(whyNotOpen(chosen));
    m_continue->setEnabled(chosen.canContinue());
    m_compare->setEnabled(chosen.canCompare());
    m_saveAs->setEnabled(chosen.canSaveAs());
    m_showFolder->setEnabled(chosen.isOne());
    m_copy->setEnabled(m_table->selectionModel()->hasSelection());
    m_delete->setEnabled(chosen.canDelete());
}

QString HistoryDialog::whyNotOpen(const HistoryChoice &chosen)
{
    if (!chosen.isOne() || chosen.canOpen())
        return {};
    return chosen.one().isAway ? tr("Its folder is not there now: on a medium, perhaps.")
                               : tr("This scan is running. It can be opened when it has ended.");
}

void HistoryDialog::refreshPage()
{
    const bool isEmpty = m_wasLoaded && m_filter->rowCount() == 0;
    m_pages->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    if (!isEmpty)
        return;
    EmptyPage::Content content;
    if (m_filter->isSearching()) {
        content.title = tr("No scan matches");
        content.text = tr("Each word is looked for in targets, ports, names, dates and states.");
        content.actions = {{tr("Clear the searc&h"), [this] {
                                m_search->clear();
                                m_search->setFocus();
                            }}};
    } else {
        content.title = tr("No scan yet");
        content.text = m_settings.get<bool>(Setting::KeepUntitledScans)
                           ? tr("Every scan is kept here as it runs, without having to be saved.")
                           : tr("Scans that were saved or opened lately are listed here.");
    }
    m_empty->setContent(content);
}

void HistoryDialog::refreshFooter()
{
    m_limits->setText(words::shelfLimits(m_settings.get<bool>(Setting::KeepUntitledScans),
                                         shelfLimitsOf(m_settings)));
    if (!m_wasLoaded) {
        m_summary->setText(tr("Reading…"));
        return;
    }
    quint64 untitled = 0;
    qint64 bytes = 0;
    for (const HistoryRow &row : m_model->rows()) {
        untitled += row.isUntitled ? 1U : 0U;
        bytes += row.isUntitled ? row.bytes : 0;
    }
    const auto all = static_cast<quint64>(m_model->rowCount());
    const auto shown = static_cast<quint64>(m_filter->rowCount());
    const int plural = words::pluralNumber(all);
    const QString count =
        m_filter->isSearching()
            ? tr("%1 of %2 scans", nullptr, plural).arg(words::number(shown), words::number(all))
            : tr("%1 scans", nullptr, plural).arg(words::number(all));
    const QString kept = tr("%1 without a name, %2 in %3", nullptr, words::pluralNumber(untitled))
                             .arg(words::number(untitled), words::fileSize(bytes),
                                  words::shownPath(m_source.folder));
    m_summary->setText(count + QStringLiteral(" · ") + kept);
}

void HistoryDialog::openChosen()
{
    emit openRequested(choice().one().path);
}

void HistoryDialog::continueScan()
{
    emit continueRequested(choice().one().path);
}

void HistoryDialog::compare()
{
    const QStringList paths = choice().byAge();
    emit compareRequested(paths.first(), paths.last());
}

void HistoryDialog::saveAs()
{
    emit saveAsRequested(choice().one().path);
}

void HistoryDialog::showFolder()
{
    const QFileInfo file(choice().one().path);
    QDesktopServices::openUrl(QUrl::fromLocalFile(file.absolutePath()));
}

/// With the marks that keep a cell's order left out: they are for the screen.
void HistoryDialog::copyRows()
{
    QModelIndexList selected = m_table->selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end());
    QString text;
    for (const QModelIndex &row : std::as_const(selected)) {
        QStringList cells;
        for (int column = 0; column < HistoryModel::ColumnCount; ++column)
            cells += row.siblingAtColumn(column).data().toString();
        text += cells.join(u'\t') + u'\n';
    }
    QGuiApplication::clipboard()->setText(withoutIsolation(text));
}

void HistoryDialog::askToDelete()
{
    const HistoryChoice chosen = choice();
    const qsizetype untitled = chosen.untitled().size();
    const QString yes = untitled > 0 ? tr("&Delete") : tr("&Take from the list");
    m_question->post(
        {.id = questionId(),
         .level = MessageLevel::Question,
         .text = words::deletion(static_cast<quint64>(untitled), chosen.untitledBytes(),
                                 static_cast<quint64>(chosen.named().size())),
         .actions = {{yes, [this, chosen] { remove(chosen); }},
                     {tr("&Keep"), [this] { m_table->setFocus(); }}}});
}

/// What is being read still has them.
void HistoryDialog::remove(const HistoryChoice &chosen)
{
    ++m_loadNumber;
    m_isLoading = false;
    m_isStale = false;
    const QStringList untitled = chosen.untitled();
    const QStringList named = chosen.named();
    m_model->removePaths(untitled + named);
    refreshPage();
    refreshFooter();
    onChoiceChanged();
    m_table->setFocus();
    if (!untitled.isEmpty())
        emit deleteRequested(untitled);
    if (!named.isEmpty())
        emit forgetRequested(named);
}

/// Esc takes back one thing after the other, and closes when there is none.
void HistoryDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_question->messages().isEmpty()) {
        m_question->dismiss(questionId());
        return;
    }
    if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return;
    }
    if (event->key() == Qt::Key_Down && m_search->hasFocus()) {
        m_table->setFocus();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace roadstead
