// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/exportdialog.h"

#include "core/base/background.h"
#include "ui/parts/focusframe.h"
#include "ui/window/exportformat.h"
#include "ui/window/exportpreview.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGroupBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>
#include <QtMath>

#include <algorithm>
#include <memory>
#include <tuple>

namespace roadstead {

namespace {

constexpr qsizetype kPreviewRows = 5;
constexpr qsizetype kMostCountedAtOnce = 100'000;

/// In the order shown; it looks at all rows until it has them.
QList<quint32> firstOf(const RowSelection &selected)
{
    QList<quint32> rows;
    selected.forEach([&rows](quint32 row) {
        rows.append(row);
        return rows.size() < kPreviewRows;
    });
    return rows;
}

void setCount(QRadioButton &button, const QString &text, quint64 count)
{
    button.setText(text.arg(words::number(count)));
    button.setEnabled(count > 0);
}

} // namespace

ExportDialog::ExportDialog(ExportChoices choices, const PortCatalogue &catalogue,
                           Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_choices(std::move(choices))
    , m_catalogue(catalogue)
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export results"));
    setAttribute(Qt::WA_DeleteOnClose);
    setupUi(settings);
    connectSignals();
    onFormatChanged();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::setupUi(Settings &settings)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    addRowChoice(*column);
    m_format = new ExportFormat(settings);
    column->addWidget(m_format);
    addPreview(*column);
    m_area = new QScrollArea;
    m_area->setObjectName(QStringLiteral("exportArea"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // Tab goes through what is in it
    m_area->setWidgetResizable(true);
    m_area->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->addWidget(m_area, 1);
    addButtons(*outer);
    (m_selected->isChecked() ? m_selected : m_all)->setFocus();
    growToFit();
}

/// To what it shows now, with more than the least of the preview; no further than the screen.
void ExportDialog::growToFit()
{
    const int line = QFontMetrics(m_preview->font()).lineSpacing();
    const QSize content = m_area->widget()->minimumSizeHint() + QSize(0, 5 * line);
    const int frame = style()->pixelMetric(QStyle::PM_TitleBarHeight)
                      + 2 * style()->pixelMetric(QStyle::PM_MdiSubWindowFrameWidth);
    const QSize room = screen()->availableSize() - QSize(frame, frame);
    const int wanted = qMax(fontMetrics().averageCharWidth() * 96, content.width());
    const int width = qMin(qMax(size().width(), wanted), room.width());
    const QMargins margins = layout()->contentsMargins();
    const int inside = width - margins.left() - margins.right();
    const int heightOfContent = qMax(content.height(), m_area->widget()->heightForWidth(inside));
    const int around = sizeHint().height() - m_area->sizeHint().height();
    const int height =
        qMin(qMax(isVisible() ? size().height() : 0, heightOfContent + around), room.height());
    resize(width, height);
}

bool ExportDialog::event(QEvent *event)
{
    const bool isDone = QDialog::event(event);
    if (event->type() == QEvent::Polish)
        growToFit(); // with the font and the screen that it will have
    return isDone;
}

void ExportDialog::addPreview(QVBoxLayout &column)
{
    m_previewLabel = new QLabel(tr("Pre&view:"));
    m_preview = new QPlainTextEdit;
    m_preview->setObjectName(QStringLiteral("exportPreview"));
    new FocusFrame(m_preview);
    m_preview->setReadOnly(true);
    m_preview->setLayoutDirection(Qt::LeftToRight); // what a file has is not turned round
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setMinimumHeight(QFontMetrics(m_preview->font()).lineSpacing() * 3
                                + 2 * m_preview->frameWidth()
                                + qCeil(2 * m_preview->document()->documentMargin())
                                + m_preview->horizontalScrollBar()->sizeHint().height());
    m_preview->setSizePolicy(QSizePolicy::Expanding,
                             QSizePolicy::Ignored); // what there is room for
    m_previewLabel->setBuddy(m_preview);
    column.addWidget(m_previewLabel);
    column.addWidget(m_preview, 1);
    column.addStretch(); // where there is no preview
}

void ExportDialog::addButtons(QVBoxLayout &column)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_export = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("exportAccept"));
    column.addWidget(buttons);
    m_export->setDefault(true); // only now: a button outside a dialog cannot be its default
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ExportDialog::addRowChoice(QVBoxLayout &column)
{
    auto *group = new QGroupBox(tr("Rows"));
    auto *rows = new QVBoxLayout(group);
    const auto add = [rows](const char *name) {
        auto *button = new QRadioButton;
        button->setObjectName(QLatin1String(name));
        rows->addWidget(button);
        return button;
    };
    m_all = add("exportAll");
    m_shown = add("exportShown");
    m_selected = add("exportSelected");
    setCount(*m_shown, tr("&Shown in the table (%1)"),
             static_cast<quint64>(m_choices.shown.size()));
    m_all->setChecked(true);
    countSelected();
    column.addWidget(group);
}

/// Of millions of rows not here: it looks at each of them. That many are marked only where many
/// were selected; so they are proposed at once, and not when somebody is about to press Export.
void ExportDialog::countSelected()
{
    const RowSelection &selected = m_choices.selected;
    if (!selected.marks || m_choices.shown.size() < kMostCountedAtOnce) {
        onCounted({selected.count(), firstOf(selected)});
        return;
    }
    m_selected->setText(tr("Se&lected (counting…)"));
    propose(m_selected);
    using Result = std::shared_ptr<const Selected>;
    runInBackground<Result>(
        Lane::Looks, this,
        [rows = selected] {
            return std::make_shared<const Selected>(Selected{rows.count(), firstOf(rows)});
        },
        [this](const Result &result) {
            onCounted(*result);
            showPreview();
        });
}

/// Unless the person has chosen.
void ExportDialog::propose(QRadioButton *rows)
{
    if (m_isChosen)
        return;
    m_isProposing = true;
    rows->setChecked(true);
    m_isProposing = false;
}

void ExportDialog::onCounted(const Selected &selected)
{
    m_counted = selected;
    setCount(*m_selected, tr("Se&lected (%1)"), static_cast<quint64>(selected.count));
    if (selected.count > 1)
        propose(m_selected); // who selects several means them
    else
        propose(m_all);
    if (selected.count == 0 && m_selected->isChecked())
        m_all->setChecked(true);
}

/// What was chosen.
bool ExportDialog::isCounting() const
{
    return m_selected->isChecked() && !m_counted;
}

void ExportDialog::connectSignals()
{
    for (QRadioButton *button : {m_all, m_shown, m_selected}) {
        connect(button, &QRadioButton::toggled, this, [this] {
            m_isChosen |= !m_isProposing;
            showPreview();
        });
        connect(button, &QRadioButton::clicked, this, [this] { m_isChosen = true; });
    }
    connect(m_format, &ExportFormat::changed, this, &ExportDialog::onFormatChanged);
    connect(this, &QDialog::accepted, m_format, &ExportFormat::remember);
    // An area scrolls to what Tab comes to, but not to what an access key does.
    connect(qApp, &QApplication::focusChanged, m_area, [this](QWidget *, QWidget *now) {
        if (now == nullptr || !m_area->isAncestorOf(now))
            return;
        const QRect place(now->mapTo(m_area->widget(), QPoint()), now->size());
        m_area->ensureVisible(place.center().x(), place.center().y(), place.width() / 2,
                              place.height() / 2 + 1);
    });
}

std::function<QList<quint32>()> ExportDialog::rows() const
{
    if (m_all->isChecked())
        return {};
    if (m_shown->isChecked())
        return [rows = m_choices.shown] { return rows; };
    return [rows = m_choices.selected] { return rows.storeRows(); };
}

ExportForm ExportDialog::form() const
{
    return m_format->form(m_choices.header);
}

ResultFormat ExportDialog::format() const
{
    return m_format->format();
}

/// The custom one has parts of its own, and a page no preview.
void ExportDialog::onFormatChanged()
{
    const bool hasPreview = m_format->format() != ResultFormat::Html;
    m_previewLabel->setVisible(hasPreview);
    m_preview->setVisible(hasPreview);
    countAll();
    growToFit();
    showPreview();
}

/// A list of all is one of the open ports: see ResultExportRequest.
void ExportDialog::countAll()
{
    const ResultStore &store = m_choices.store;
    if (m_format->format() == ResultFormat::List)
        setCount(*m_all, tr("&All open ports (%1)"), store.count(PortState::Open));
    else
        setCount(*m_all, tr("&All results (%1)"), store.liveRowCount());
}

QList<quint32> ExportDialog::firstRows() const
{
    QList<quint32> rows;
    if (m_all->isChecked()) {
        const ResultStore &store = m_choices.store;
        const bool onlyOpen = m_format->format() == ResultFormat::List;
        for (quint32 row = 0; row < store.rowCount() && rows.size() < kPreviewRows; ++row) {
            const bool isWanted = !onlyOpen || store.row(row).state() == PortState::Open;
            if (isWanted && !store.isRemoved(row))
                rows.append(row);
        }
    } else if (m_shown->isChecked()) {
        rows = m_choices.shown.mid(0, kPreviewRows);
    } else {
        rows = m_counted ? m_counted->first : QList<quint32>();
    }
    return rows;
}

/// Five of the rows, not the file's first five: those would take sorting all of them.
void ExportDialog::showPreview()
{
    const bool isAnything = !m_all->isChecked() || m_all->isEnabled();
    m_export->setEnabled(m_format->isValid() && isAnything && !isCounting());
    if (!m_format->isValid()) {
        m_preview->clear();
        return;
    }
    const ResultStore &store = m_choices.store;
    const auto placeOf = [&store](quint32 row) {
        const PortResult &result = store.row(row);
        return std::tuple(store.hostOf(result).address, result.port, row);
    };
    QList<quint32> rows = firstRows();
    std::sort(rows.begin(), rows.end(),
              [&](quint32 left, quint32 right) { return placeOf(left) < placeOf(right); });
    m_preview->setPlainText(exportPreview(store, rows, m_format->form({}), m_catalogue));
}

} // namespace roadstead
