// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/comparewindow.h"

#include "core/base/background.h"
#include "core/base/plaintext.h"
#include "core/exchange/comparisonexport.h"
#include "ui/compare/compareexport.h"
#include "ui/compare/comparefilter.h"
#include "ui/compare/differencetable.h"
#include "ui/compare/differencetext.h"
#include "ui/parts/countchip.h"
#include "ui/parts/faultlineedit.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/windowmemory.h"
#include "ui/words/words.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace roadstead {

namespace {

constexpr WindowMemory kMemory{Setting::CompareGeometry, Setting::CompareColumns};
constexpr int kDetailLines = 3;

QString tooManyId()
{
    return QStringLiteral("too-many");
}

/// As the export writes them, with tabs.
QString copiedText(const SharedComparison &comparison, const PortCatalogue &catalogue,
                   const RowSelection &rows, const Cancellation &cancellation)
{
    CsvOptions options;
    options.separator = CsvSeparator::Tab;
    QByteArray copied = comparisonCsvBeginning(options);
    rows.forEach([&](quint32 place) {
        appendComparisonCsv(copied, *comparison, comparison->differences.at(place), catalogue,
                            options);
        return !cancellation.isCancelled();
    });
    return QString::fromUtf8(copied.replace("\r\n", "\n"));
}

} // namespace

CompareWindow::CompareWindow(const PortCatalogue &catalogue, Settings &settings, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_catalogue(catalogue)
    , m_settings(settings)
    , m_model(new DifferenceModel(catalogue, this))
{
    setObjectName(QStringLiteral("compareWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare scans – Roadstead"));
    setupUi();
    createActions();
    connectSignals();
    showComparing();
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 38);
    restoreWindow(*this, *m_table->horizontalHeader(), m_settings, kMemory);
    m_table->setFocus();
}

CompareWindow::~CompareWindow()
{
    if (windowHandle() != nullptr) // it was shown
        keepWindow(*this, *m_table->horizontalHeader(), m_settings, kMemory);
    m_comparing.cancel();
    m_copying.cancel();
    letGoInBackground(this, std::exchange(m_older, {}));
    letGoInBackground(this, std::exchange(m_newer, {}));
}

void CompareWindow::setupUi()
{
    auto *column = new QVBoxLayout(this);
    m_sides = new CompareSides;
    column->addWidget(m_sides);
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("compareSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    m_messages = new MessageBar;
    column->addWidget(m_messages);
    m_exporter = new CompareExport(m_catalogue, m_settings, *m_messages, this);
    m_filter = new CompareFilter;
    column->addWidget(m_filter);
    m_table = new DifferenceTable(*m_model);
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setAccessibleName(tr("Differences"));
    m_page = new EmptyPage;
    m_area = new QStackedWidget;
    m_area->addWidget(m_table);
    m_area->addWidget(m_page);
    column->addWidget(m_area, 1);
    addFooter();
}

void CompareWindow::addFooter()
{
    m_details = new QLabel;
    m_details->setObjectName(QStringLiteral("compareDetails"));
    m_details->setAccessibleName(tr("Details"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setMinimumHeight(fontMetrics().lineSpacing() * kDetailLines);
    layout()->addWidget(m_details);
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("compareCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_copy = new QPushButton(tr("Cop&y rows"));
    m_copy->setObjectName(QStringLiteral("compareCopy"));
    m_export = new QPushButton(tr("&Export…"));
    m_export->setObjectName(QStringLiteral("compareExport"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(m_copy);
    row->addWidget(m_export);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void CompareWindow::createActions()
{
    auto *copy = new QAction(tr("&Copy rows"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut); // a field copies what is selected in it
    m_table->addAction(copy);
    connect(copy, &QAction::triggered, this, &CompareWindow::copyRows);
    QMenu *menu = m_table->contextMenu();
    menu->addAction(copy);
    menu->addAction(tr("Filter to this &host"), this, [this] { filterToCurrent(false); });
    QAction *toPort =
        menu->addAction(tr("Filter to this &port"), this, [this] { filterToCurrent(true); });
    connect(menu, &QMenu::aboutToShow, this, [this, toPort] {
        const QModelIndex current = m_table->currentIndex();
        toPort->setEnabled(current.isValid() && !m_model->difference(current.row()).isHost);
    });
    addShortcut(QKeySequence::Find, [this] {
        m_filter->search()->setFocus(Qt::ShortcutFocusReason);
        m_filter->search()->selectAll();
    });
    addShortcut(Qt::CTRL | Qt::Key_W, [this] { close(); });
    addShortcut(Qt::CTRL | Qt::Key_E, [this] { m_export->click(); });
    addShortcut(Qt::Key_Escape, [this] { onEscape(); });
}

void CompareWindow::addShortcut(const QKeySequence &keys, const std::function<void()> &run)
{
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, run);
}

void CompareWindow::connectSignals()
{
    connect(m_sides, &CompareSides::swapRequested, this, &CompareWindow::swapSides);
    connect(m_filter, &CompareFilter::filterChanged, m_model, &DifferenceModel::setFilter);
    connect(m_filter, &CompareFilter::shownChanged, this,
            [this] { m_model->setShown(m_filter->shown()); });
    connect(m_model, &DifferenceModel::updated, this, &CompareWindow::onUpdated);
    connect(m_table, &DifferenceTable::currentRowChanged, this, &CompareWindow::showDetails);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CompareWindow::updateButtons);
    connect(m_copy, &QPushButton::clicked, this, &CompareWindow::copyRows);
    connect(m_export, &QPushButton::clicked, this, &CompareWindow::exportShown);
}

void CompareWindow::setSides(const CompareSide &older, const CompareSide &newer)
{
    m_older = older;
    m_newer = newer;
    compare();
}

void CompareWindow::swapSides()
{
    std::swap(m_older, m_newer);
    compare();
}

void CompareWindow::compare()
{
    m_comparing.cancel();
    m_comparing = Cancellation();
    m_model->setComparison(nullptr);
    m_sides->setSides(m_older, m_newer);
    //: %1 and %2 are names of scans
    setWindowTitle(tr("Changes from %1 to %2 – Roadstead")
                       .arg(plainText(m_older.title), plainText(m_newer.title)));
    showComparing();
    const auto work = [older = m_older.store, newer = m_newer.store,
                       cancellation = m_comparing]() -> SharedComparison {
        auto comparison =
            compareScans(older, newer, [cancellation] { return cancellation.isCancelled(); });
        if (!comparison)
            return nullptr;
        return std::make_shared<const ScanComparison>(std::move(*comparison));
    };
    runInBackground<SharedComparison>(
        Lane::Looks, this, work,
        [this, cancellation = m_comparing](const SharedComparison &comparison) {
            if (comparison && !cancellation.isCancelled())
                onCompared(comparison);
        });
}

void CompareWindow::onCompared(const SharedComparison &comparison)
{
    m_summary->setText(words::changes(*comparison));
    for (const DifferenceClass which : kAllDifferenceClasses)
        m_filter->chip(which)->setCount(countOf(*comparison, which));
    m_model->setComparison(comparison);
}

void CompareWindow::onUpdated()
{
    const bool isEmpty = m_model->rowCount() == 0;
    if (isEmpty)
        m_page->setContent(nothingToShow());
    m_area->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_page) : m_table);
    const auto shown = static_cast<quint64>(m_model->rowCount());
    const auto all = static_cast<quint64>(comparison()->differences.size());
    m_count->setText(all == 0 ? QString()
                              : tr("Showing %1 of %2", "so many differences")
                                    .arg(words::number(shown), words::number(all)));
    showDetails();
    updateButtons();
}

EmptyPage::Content CompareWindow::nothingToShow()
{
    EmptyPage::Content content;
    const ScanComparison &compared = *comparison();
    if (compared.differences.isEmpty()) {
        const bool isAnyCompared = compared.ports.same > 0 || compared.hosts.same > 0;
        content.title =
            isAnyCompared ? tr("Nothing changed.") : tr("The scans have nothing in common.");
        content.text = isAnyCompared ? tr("%1 port(s) have the same state in both scans.", nullptr,
                                          words::pluralNumber(compared.ports.same))
                                           .arg(words::number(compared.ports.same))
                                     : tr("No port was scanned by both of them.");
        return content;
    }
    if (!m_model->wish().filter.isEmpty()) {
        content.title = tr("No difference matches this filter.");
        content.actions.append({tr("Clear f&ilter"), [this] { clearFilter(); }});
    } else {
        content.title = tr("All differences are hidden.");
    }
    if (m_model->wish().classes != ShownClasses{true, true, true, true})
        content.actions.append({tr("Show a&ll"), [this] { m_filter->showAll(); }});
    return content;
}

void CompareWindow::showComparing()
{
    m_summary->clear();
    m_count->clear();
    m_details->clear();
    for (const DifferenceClass which : kAllDifferenceClasses)
        m_filter->chip(which)->setCount(0);
    m_page->setContent({.title = tr("Comparing…"), .text = {}, .actions = {}, .note = {}});
    m_area->setCurrentWidget(m_page);
    updateButtons();
}

void CompareWindow::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    if (m_model->isChanging() || !current.isValid()) {
        m_details->setText(m_model->rowCount() > 0
                               ? tr("Select a row to see how both scans found it.")
                               : QString());
        return;
    }
    const DifferenceText text(*comparison(), m_catalogue);
    m_details->setText(text.sentences(m_model->difference(current.row())));
}

void CompareWindow::updateButtons()
{
    m_copy->setEnabled(m_table->selectionModel()->hasSelection());
    m_export->setEnabled(m_model->rowCount() > 0);
}

void CompareWindow::onEscape()
{
    if (!m_filter->search()->text().isEmpty())
        clearFilter();
    else
        m_table->setFocus(Qt::ShortcutFocusReason);
}

void CompareWindow::clearFilter()
{
    m_filter->setText(QString());
}

void CompareWindow::filterToCurrent(bool byPort)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const ScanDifference &difference = m_model->difference(current.row());
    m_filter->setText(byPort ? u"port:" + QString::number(comparison()->portOf(difference))
                             : u"host:" + comparison()->hostOf(difference).addressText);
}

void CompareWindow::exportShown()
{
    if (m_model->rowCount() > 0)
        m_exporter->begin(comparison(), shownDifferences());
}

bool CompareWindow::isExporting() const
{
    return m_exporter->isRunning();
}

void CompareWindow::closeEvent(QCloseEvent *event)
{
    if (!isExporting())
        return QWidget::closeEvent(event);
    event->ignore();
    if (findChild<QMessageBox *>() != nullptr)
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Close while exporting?"),
                                tr("The export is still running. Closing the window cancels it, "
                                   "and its file is not written."),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *stop = box->addButton(tr("&Stop export and close"), QMessageBox::AcceptRole);
    stop->setObjectName(QStringLiteral("compareStopAndClose"));
    QPushButton *keep = box->addButton(tr("&Keep open"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(m_exporter, &CompareExport::finished, box, &QDialog::reject);
    connect(stop, &QPushButton::clicked, this, [this] {
        m_exporter->cancel();
        close();
    });
    box->open();
}

void CompareWindow::copyRows()
{
    const RowSelection rows = m_table->selectedRows();
    const qint64 count = rows.rowsInRanges();
    m_messages->dismiss(tooManyId());
    if (count == 0)
        return;
    if (count > m_mostCopied) {
        m_messages->post({.id = tooManyId(),
                          .level = MessageLevel::Warning,
                          .text = tr("Only %1 rows can be copied at once. Export them instead, or "
                                     "select fewer.")
                                      .arg(words::number(static_cast<quint64>(m_mostCopied))),
                          .actions = {}});
        return;
    }
    m_copying.cancel();
    m_copying = Cancellation();
    const auto work = [comparison = comparison(), catalogue = &m_catalogue, rows,
                       cancellation = m_copying] {
        return copiedText(comparison, *catalogue, rows, cancellation);
    };
    runInBackground<QString>(Lane::Copies, this, work,
                             [cancellation = m_copying](const QString &text) {
                                 if (!cancellation.isCancelled())
                                     QGuiApplication::clipboard()->setText(text);
                             });
}

} // namespace roadstead
