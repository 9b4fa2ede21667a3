// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/exportdialog.h"

#include "core/base/background.h"
#include "core/record/csvexport.h"
#include "core/settings/settings.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGroupBox>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace roadstead {

namespace {

constexpr qsizetype kPreviewRows = 5;
constexpr qsizetype kMostCountedAtOnce = 100'000;

void setCount(QRadioButton &button, const QString &text, quint64 count)
{
    button.setText(text.arg(words::number(count)));
    button.setEnabled(count > 0);
}

/// A comma can't separate where it is the decimal sign; spreadsheets there expect a semicolon.
CsvOptions spreadsheetOptions()
{
    CsvOptions options;
    options.forExcel = true;
    const QString point = QLocale().decimalPoint();
    options.decimalPoint = point.isEmpty() ? QChar(u'.') : point.front();
    options.separator = options.decimalPoint == u',' ? u';' : u',';
    return options;
}

} // namespace

ExportDialog::ExportDialog(ExportChoices choices, const PortCatalogue &catalogue,
                           Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_choices(std::move(choices))
    , m_catalogue(catalogue)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export to CSV"));
    setAttribute(Qt::WA_DeleteOnClose);
    setupUi();
    connectSignals();
    showPreview();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::setupUi()
{
    auto *column = new QVBoxLayout(this);
    addRowChoice(*column);
    addFormat(*column);
    auto *label = new QLabel(tr("Pre&view:"));
    m_preview = new QPlainTextEdit;
    m_preview->setObjectName(QStringLiteral("exportPreview"));
    m_preview->setReadOnly(true);
    m_preview->setLayoutDirection(Qt::LeftToRight); // what a file has is not turned round
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_preview->setMinimumHeight(QFontMetrics(m_preview->font()).lineSpacing() * 9);
    label->setBuddy(m_preview);
    column->addWidget(label);
    column->addWidget(m_preview, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *save = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    save->setObjectName(QStringLiteral("exportAccept"));
    column->addWidget(buttons);
    save->setDefault(true); // only now: a button outside a dialog cannot be its default
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 96, sizeHint().height());
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

void ExportDialog::addFormat(QVBoxLayout &column)
{
    const CsvOptions local = spreadsheetOptions();
    m_protect = new QCheckBox(tr("&Protect spreadsheet formulas"));
    m_protect->setObjectName(QStringLiteral("exportProtect"));
    m_protect->setToolTip(
        tr("Puts a ' before text that a spreadsheet would take for a formula and run."));
    m_protect->setChecked(m_settings.get<bool>(Setting::ExportProtectsFormulas));
    m_forExcel = new QCheckBox(
        tr("For spreadsheets of this &language: byte order mark, “%1” between fields, decimal “%2”")
            .arg(local.separator)
            .arg(local.decimalPoint));
    m_forExcel->setObjectName(QStringLiteral("exportForExcel"));
    m_forExcel->setToolTip(
        tr("Without this, the file has the stable format that other programs read."));
    m_forExcel->setChecked(m_settings.get<bool>(Setting::ExportForExcel));
    column.addWidget(m_protect);
    column.addWidget(m_forExcel);
}

void ExportDialog::connectSignals()
{
    for (QAbstractButton *button : std::initializer_list<QAbstractButton *>{
             m_all, m_shown, m_selected, m_protect, m_forExcel})
        connect(button, &QAbstractButton::toggled, this, &ExportDialog::showPreview);
    connect(this, &QDialog::accepted, this, [this] {
        m_settings.setValue(Setting::ExportForExcel, m_forExcel->isChecked());
        m_settings.setValue(Setting::ExportProtectsFormulas, m_protect->isChecked());
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

CsvOptions ExportDialog::options() const
{
    CsvOptions options = m_forExcel->isChecked() ? spreadsheetOptions() : CsvOptions();
    options.protectFormulas = m_protect->isChecked();
    return options;
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
    QList<quint32> rows = firstRows();
    sortForExport(m_choices.store, rows);
    QString text = csvHeader();
    if (m_forExcel->isChecked())
        text.replace(u',', options().separator);
    for (const quint32 row : std::as_const(rows))
        text += u'\n'
                + QString::fromUtf8(csvRow(m_choices.store, row, m_catalogue, options())).trimmed();
    m_preview->setPlainText(text);
}

} // namespace roadstead
