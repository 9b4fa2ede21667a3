// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/exportdialog.h"

#include "core/base/background.h"
#include "ui/parts/focusframe.h"
#include "ui/window/exportformat.h"
#include "ui/words/words.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGroupBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace roadstead {

namespace {

constexpr qsizetype kPreviewRows = 5;
constexpr qsizetype kMostCountedAtOnce = 100'000;

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
    setWindowTitle(tr("Export to CSV"));
    setAttribute(Qt::WA_DeleteOnClose);
    setupUi(settings);
    connectSignals();
    showPreview();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::setupUi(Settings &settings)
{
    auto *column = new QVBoxLayout(this);
    addRowChoice(*column);
    m_format = new ExportFormat(settings);
    column->addWidget(m_format);
    addPreview(*column);
    addButtons(*column);
    resize(fontMetrics().averageCharWidth() * 96, sizeHint().height());
}

void ExportDialog::addPreview(QVBoxLayout &column)
{
    auto *label = new QLabel(tr("Pre&view:"));
    m_preview = new QPlainTextEdit;
    m_preview->setObjectName(QStringLiteral("exportPreview"));
    new FocusFrame(m_preview);
    m_preview->setReadOnly(true);
    m_preview->setLayoutDirection(Qt::LeftToRight); // what a file has is not turned round
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setMinimumHeight(QFontMetrics(m_preview->font()).lineSpacing() * 9);
    label->setBuddy(m_preview);
    column.addWidget(label);
    column.addWidget(m_preview, 1);
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
    setCount(*m_all, tr("&All results (%1)"), m_choices.store.liveRowCount());
    setCount(*m_shown, tr("&Shown in the table (%1)"),
             static_cast<quint64>(m_choices.shown.size()));
    m_all->setChecked(true);
    countSelected();
    (m_selected->isChecked() ? m_selected : m_all)->setFocus();
    column.addWidget(group);
}

/// Of millions of rows not here: it looks at each of them.
void ExportDialog::countSelected()
{
    const auto show = [this](qint64 count) {
        setCount(*m_selected, tr("Se&lected (%1)"), static_cast<quint64>(count));
        if (count > 1 && m_all->isChecked())
            m_selected->setChecked(true); // who selects several means them
    };
    if (!m_choices.selected.marks || m_choices.shown.size() < kMostCountedAtOnce) {
        show(m_choices.selected.count());
        return;
    }
    setCount(*m_selected, tr("Se&lected (%1)"), 0);
    runInBackground<qint64>(
        Lane::Looks, this, [rows = m_choices.selected] { return rows.count(); }, show);
}

void ExportDialog::connectSignals()
{
    for (QRadioButton *button : {m_all, m_shown, m_selected})
        connect(button, &QRadioButton::toggled, this, &ExportDialog::showPreview);
    connect(m_format, &ExportFormat::changed, this, &ExportDialog::showPreview);
    connect(this, &QDialog::accepted, m_format, &ExportFormat::remember);
}

std::function<QList<quint32>()> ExportDialog::rows() const
{
    if (m_all->isChecked())
        return {};
    if (m_shown->isChecked())
        return [rows = m_choices.shown] { return rows; };
    return [rows = m_choices.selected] { return rows.storeRows(); };
}

CsvOptions ExportDialog::options() const
{
    return m_format->options();
}

QList<quint32> ExportDialog::firstRows() const
{
    QList<quint32> rows;
    if (m_all->isChecked()) {
        const ResultStore &store = m_choices.store;
        for (quint32 row = 0; row < store.rowCount() && rows.size() < kPreviewRows; ++row) {
            if (!store.isRemoved(row))
                rows.append(row);
        }
    } else if (m_shown->isChecked()) {
        rows = m_choices.shown.mid(0, kPreviewRows);
    } else {
        m_choices.selected.forEach([&rows](quint32 row) {
            rows.append(row);
            return rows.size() < kPreviewRows;
        });
    }
    return rows;
}

/// Five of the rows, not the file's first five: those would take sorting all of them.
void ExportDialog::showPreview()
{
    m_export->setEnabled(m_format->isValid());
    if (!m_format->isValid()) {
        m_preview->clear();
        return;
    }
    const ResultStore &store = m_choices.store;
    const CsvOptions options = m_format->options();
    const auto placeOf = [&store](quint32 row) {
        const PortResult &result = store.row(row);
        return std::tuple(store.hostOf(result).address, result.port, row);
    };
    QList<quint32> rows = firstRows();
    std::sort(rows.begin(), rows.end(),
              [&](quint32 left, quint32 right) { return placeOf(left) < placeOf(right); });
    QByteArray text = csvHeader(options);
    for (const quint32 row : std::as_const(rows)) {
        text += '\n';
        appendCsvRow(text, store, row, m_catalogue, options);
        text.chop(2); // CRLF; fields at the end may be empty, and the separator white space
    }
    m_preview->setPlainText(QString::fromUtf8(text));
}

} // namespace roadstead
