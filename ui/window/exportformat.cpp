// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/exportformat.h"

#include "core/settings/settings.h"
#include "ui/parts/focusframe.h"
#include "ui/parts/plaintooltip.h"
#include "ui/words/exportwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

namespace roadstead {

namespace {

constexpr int kColumnsSeen = 5; // without scrolling

/// By the setting's value.
constexpr std::array kSeparators{CsvSeparator::Comma, CsvSeparator::Semicolon, CsvSeparator::Tab};

QString nameOf(CsvSeparator separator)
{
    switch (separator) {
    case CsvSeparator::Comma:
        return ExportFormat::tr("Comma");
    case CsvSeparator::Semicolon:
        return ExportFormat::tr("Semicolon");
    case CsvSeparator::Tab:
        return ExportFormat::tr("Tab");
    }
    Q_UNREACHABLE();
}

QLabel *labelFor(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    label->setBuddy(buddy);
    return label;
}

QString meaningOf(ResultFormat format)
{
    if (format != ResultFormat::SpreadsheetCsv)
        return words::meaning(format);
    const CsvOptions local = csvForSpreadsheets(QLocale());
    return words::meaning(format) + u' '
           + ExportFormat::tr("It has a byte order mark, “%1” between fields, decimal “%2”.")
                 .arg(QLatin1Char(static_cast<char>(local.separator)))
                 .arg(local.decimalPoint);
}

} // namespace

ExportFormat::ExportFormat(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    addFormat(*grid);
    m_custom = makeCustom();
    grid->addWidget(m_custom, 2, 0, 1, 2);
    m_protect = new QCheckBox(tr("&Protect spreadsheet formulas"));
    m_protect->setObjectName(QStringLiteral("exportProtect"));
    setPlainToolTip(
        m_protect, tr("Puts a ' before text that a spreadsheet would take for a formula and run."));
    m_protect->setChecked(m_settings.get<bool>(Setting::ExportProtectsFormulas));
    grid->addWidget(m_protect, 3, 0, 1, 2);

    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportFormat::onChanged);
    connect(m_separator, &QComboBox::currentIndexChanged, this, &ExportFormat::onChanged);
    connect(m_byteOrderMark, &QCheckBox::toggled, this, &ExportFormat::onChanged);
    connect(m_columns, &QListWidget::itemChanged, this, &ExportFormat::onChanged);
    connect(m_protect, &QCheckBox::toggled, this, &ExportFormat::onChanged);
    onChanged();
}

void ExportFormat::addFormat(QGridLayout &grid)
{
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("exportFormat"));
    for (const ResultFormat format : kAllResultFormats)
        m_format->addItem(words::of(format));
    m_format->setCurrentIndex(m_settings.get<int>(Setting::ExportFormat));
    grid.addWidget(labelFor(tr("&Format:"), m_format), 0, 0);
    grid.addWidget(m_format, 0, 1);
    m_meaning = new QLabel;
    m_meaning->setObjectName(QStringLiteral("exportMeaning"));
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    grid.addWidget(m_meaning, 1, 1);
}

QWidget *ExportFormat::makeCustom()
{
    auto *custom = new QWidget;
    custom->setObjectName(QStringLiteral("exportCustom"));
    auto *grid = new QGridLayout(custom);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(2, 1);
    m_separator = new QComboBox;
    m_separator->setObjectName(QStringLiteral("exportSeparator"));
    for (const CsvSeparator separator : kSeparators)
        m_separator->addItem(nameOf(separator));
    m_separator->setCurrentIndex(m_settings.get<int>(Setting::ExportSeparator));
    grid->addWidget(labelFor(tr("Separa&tor:"), m_separator), 0, 0);
    grid->addWidget(m_separator, 0, 1);
    m_byteOrderMark = new QCheckBox(tr("&Byte order mark"));
    m_byteOrderMark->setObjectName(QStringLiteral("exportByteOrderMark"));
    setPlainToolTip(m_byteOrderMark,
                    tr("Three bytes at the beginning by which some programs recognise UTF-8."));
    m_byteOrderMark->setChecked(m_settings.get<bool>(Setting::ExportByteOrderMark));
    grid->addWidget(m_byteOrderMark, 1, 0, 1, 2);
    grid->setRowStretch(2, 1);
    addColumns(*grid);
    return custom;
}

void ExportFormat::addColumns(QGridLayout &grid)
{
    const int leftOut = m_settings.get<int>(Setting::ExportColumnsLeftOut);
    m_columns = new QListWidget;
    m_columns->setObjectName(QStringLiteral("exportColumns"));
    new FocusFrame(m_columns);
    for (int i = 0; i < kCsvColumnCount; ++i) {
        const auto column = static_cast<CsvColumn>(i);
        auto *item = new QListWidgetItem(identifier(column), m_columns);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState((leftOut & csvColumnBit(column)) != 0 ? Qt::Unchecked : Qt::Checked);
    }
    m_columns->setCurrentRow(0);
    m_columns->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_columns->setMinimumHeight(m_columns->sizeHintForRow(0) * kColumnsSeen
                                + 2 * m_columns->frameWidth());
    m_columns->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_noColumn = new QLabel(tr("Choose at least one column."));
    m_noColumn->setObjectName(QStringLiteral("exportNoColumn"));
    m_noColumn->setTextFormat(Qt::PlainText);
    m_noColumn->setWordWrap(true);
    auto *label = labelFor(tr("Colu&mns:"), m_columns);
    auto *column = new QVBoxLayout;
    column->addWidget(label);
    column->addWidget(m_columns, 1);
    column->addWidget(m_noColumn);
    grid.addLayout(column, 0, 2, 3, 1);
}

void ExportFormat::onChanged()
{
    const ResultFormat chosen = format();
    m_meaning->setText(meaningOf(chosen));
    m_format->setAccessibleDescription(m_meaning->text());
    m_custom->setVisible(chosen == ResultFormat::CustomCsv);
    m_protect->setVisible(isCsv(chosen));
    m_noColumn->setVisible(columns() == 0);
    m_columns->setAccessibleDescription(columns() == 0 ? m_noColumn->text() : QString());
    emit changed();
}

ResultFormat ExportFormat::format() const
{
    return static_cast<ResultFormat>(m_format->currentIndex());
}

bool ExportFormat::isValid() const
{
    return format() != ResultFormat::CustomCsv || columns() != 0;
}

ExportForm ExportFormat::form(const ScanHeader &header) const
{
    switch (format()) {
    case ResultFormat::StableCsv:
    case ResultFormat::SpreadsheetCsv:
    case ResultFormat::CustomCsv:
        return csvOptions();
    case ResultFormat::JsonLines:
        return JsonLinesForm();
    case ResultFormat::NmapXml:
        return NmapXmlForm();
    case ResultFormat::Html:
        return HtmlForm{words::htmlWords(header, QLocale())};
    case ResultFormat::List:
        return ListForm();
    }
    Q_UNREACHABLE();
}

CsvOptions ExportFormat::csvOptions() const
{
    CsvOptions options;
    if (format() == ResultFormat::SpreadsheetCsv)
        options = csvForSpreadsheets(QLocale());
    else if (format() == ResultFormat::CustomCsv)
        options = customOptions();
    options.protectFormulas = m_protect->isChecked();
    return options;
}

/// Other programs read it too, so that nothing of it is the language's.
CsvOptions ExportFormat::customOptions() const
{
    CsvOptions options;
    options.separator = kSeparators[static_cast<size_t>(m_separator->currentIndex())];
    options.byteOrderMark = m_byteOrderMark->isChecked();
    options.columns = columns();
    return options;
}

CsvColumns ExportFormat::columns() const
{
    CsvColumns columns = 0;
    for (int i = 0; i < kCsvColumnCount; ++i) {
        if (m_columns->item(i)->checkState() == Qt::Checked)
            columns |= csvColumnBit(static_cast<CsvColumn>(i));
    }
    return columns;
}

void ExportFormat::remember()
{
    m_settings.setValue(Setting::ExportProtectsFormulas, m_protect->isChecked());
    m_settings.setValue(Setting::ExportFormat, m_format->currentIndex());
    m_settings.setValue(Setting::ExportSeparator, m_separator->currentIndex());
    m_settings.setValue(Setting::ExportByteOrderMark, m_byteOrderMark->isChecked());
    // Refused if no column is left, which only another format can have: then the former ones stay.
    m_settings.setValue(Setting::ExportColumnsLeftOut, kAllCsvColumns & ~columns());
}

} // namespace roadstead
