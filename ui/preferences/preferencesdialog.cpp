// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preferences/preferencesdialog.h"

#include "ui/parts/clearbutton.h"
#include "ui/parts/plaintooltip.h"
#include "ui/words/exportwords.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace roadstead {

namespace {

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

} // namespace

PreferencesDialog::PreferencesDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    setupUi();
    m_search->setFocus();
}

void PreferencesDialog::setupUi()
{
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("preferencesSearch"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the preferences"));
    addClearButton(m_search, tr("Clear the search"));
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesDialog::search);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    addTargets(*column);
    addResults(*column);
    addExport(*column);
    addScan(*column);
    addKept(*column);
    m_nothing = new QLabel(tr("Nothing here is called that."));
    m_nothing->setObjectName(QStringLiteral("preferencesNothing"));
    m_nothing->hide();
    column->addWidget(m_nothing);
    column->addStretch();
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);

    auto *buttons =
        new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            &PreferencesDialog::restoreDefaults);
    auto *outer = new QVBoxLayout(this);
    outer->addWidget(m_search);
    outer->addWidget(area, 1);
    outer->addWidget(buttons);
    const QSize wanted = content->sizeHint();
    const QSize whole(wanted.width() + 4 * fontMetrics().height(),
                      wanted.height() + 8 * fontMetrics().height());
    resize(whole.boundedTo(screen()->availableSize() * 0.9));
}

void PreferencesDialog::addTargets(QVBoxLayout &column)
{
    QGroupBox *group = addGroup(column, tr("Targets"));
    addCheck(group, tr("&Remember recent targets"),
             tr("The list below the field has the last twenty; it lies in this user's settings."),
             Setting::KeepRecentTargets);
    QPushButton *forget =
        addButton(group, tr("&Forget recent targets"), "forgetRecent", tr("delete clear history"));
    const auto refresh = [this, forget] {
        forget->setEnabled(!m_settings.get<QStringList>(Setting::RecentTargets).isEmpty());
    };
    refresh();
    connect(&m_settings, &Settings::changed, forget, refresh);
    connect(forget, &QPushButton::clicked, this,
            [this] { m_settings.reset(Setting::RecentTargets); });
}

void PreferencesDialog::addResults(QVBoxLayout &column)
{
    QGroupBox *group = addGroup(column, tr("Results"));
    addCheck(group, tr("Follow &new results"), tr("The table scrolls to what arrives."),
             Setting::FollowResults);
    addTextSize(group);
    const QPushButton *commands = addButton(group, tr("Co&mmands for Open with…"), "openCommands",
                                            tr("browser ssh programs arguments of your own"));
    connect(commands, &QPushButton::clicked, this, &PreferencesDialog::commandsRequested);
}

void PreferencesDialog::addTextSize(QGroupBox *group)
{
    QSpinBox *size = addNumber(group, tr("&Text larger than the desktop's by"),
                               Setting::TextSizeStep, tr("font size zoom"));
    size->setObjectName(QStringLiteral("textSize"));
    size->setSuffix(tr(" pt", "points more or less than the desktop's text"));
    showNumber(size, Setting::TextSizeStep, -4, 16); // as the setting's check has it
}

QSpinBox *PreferencesDialog::addNumber(QGroupBox *group, const QString &text, Setting setting,
                                       const QString &words)
{
    auto *box = new QSpinBox;
    auto *label = new QLabel(text);
    label->setBuddy(box);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(box);
    row->addStretch();
    addLine(group, line, withoutMnemonic(text) + u' ' + words);
    m_own.append(setting);
    return box;
}

void PreferencesDialog::showNumber(QSpinBox *box, Setting setting, int low, int high)
{
    box->setRange(low, high);
    const auto refresh = [this, box, setting] {
        const QSignalBlocker quiet(box);
        box->setValue(m_settings.get<int>(setting));
    };
    refresh();
    connect(&m_settings, &Settings::changed, box, refresh);
    connect(box, &QSpinBox::valueChanged, this,
            [this, setting](int value) { m_settings.setValue(setting, value); });
}

/// Those without a name: the others are files like any other.
void PreferencesDialog::addKept(QVBoxLayout &column)
{
    QGroupBox *group = addGroup(column, tr("Kept scans"));
    addCheck(group, tr("&Keep scans that have no name"),
             tr("Every scan is saved as it runs, in this user's data folder: nothing is lost, "
                "whatever happens."),
             Setting::KeepUntitledScans);
    const QString words = tr("history delete old limit disk space untitled");
    QSpinBox *size = addNumber(group, tr("They may take &up to"), Setting::ShelfMegabytes, words);
    size->setObjectName(QStringLiteral("shelfMegabytes"));
    size->setSuffix(tr(" MB"));
    size->setSingleStep(100);
    QSpinBox *days =
        addNumber(group, tr("Days for which the&y are kept:"), Setting::ShelfDays, words);
    days->setObjectName(QStringLiteral("shelfDays"));
    for (QSpinBox *box : {size, days}) {
        box->setSpecialValueText(tr("No limit"));
        setPlainToolTip(box, tr("You are asked before any scan is deleted."));
    }
    showNumber(size, Setting::ShelfMegabytes, 0, kMostShelfMegabytes);
    showNumber(days, Setting::ShelfDays, 0, kMostShelfDays);
}

void PreferencesDialog::addExport(QVBoxLayout &column)
{
    QGroupBox *group = addGroup(column, tr("Export"));
    addCheck(group, tr("&Protect spreadsheet formulas"),
             tr("Puts a ' before text that a spreadsheet would take for a formula and run."),
             Setting::ExportProtectsFormulas);
    addExportFormat(group);
}

/// The custom one's parts are chosen where it is seen what comes of them.
void PreferencesDialog::addExportFormat(QGroupBox *group)
{
    auto *format = new QComboBox;
    format->setObjectName(QStringLiteral("preferredFormat"));
    QString meanings;
    for (const ResultFormat each : kAllResultFormats) {
        format->addItem(words::of(each));
        meanings += u' ' + words::of(each) + u' ' + words::meaning(each);
    }
    const auto refresh = [this, format] {
        const QSignalBlocker quiet(format);
        const int chosen = m_settings.get<int>(Setting::ExportFormat);
        format->setCurrentIndex(chosen);
        setPlainToolTip(format, words::meaning(static_cast<ResultFormat>(chosen)));
    };
    refresh();
    connect(&m_settings, &Settings::changed, format, refresh);
    connect(format, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_settings.setValue(Setting::ExportFormat, index); });
    auto *label = new QLabel(tr("Form&at:"));
    label->setBuddy(format);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(format);
    row->addStretch();
    addLine(group, line, withoutMnemonic(label->text()) + meanings);
    m_own.append({Setting::ExportFormat, Setting::ExportSeparator, Setting::ExportByteOrderMark,
                  Setting::ExportColumnsLeftOut});
}

void PreferencesDialog::addScan(QVBoxLayout &column)
{
    QGroupBox *group = addGroup(column, tr("Scans"));
    addCheck(group, tr("Tell me when a long scan has &ended in the background"),
             tr("A message of the desktop, for scans of more than ten seconds."), Setting::Notify);
    const QPushButton *options = addButton(group, tr("Scan &options…"), "openScanOptions",
                                           tr("speed timeout retries limits exceptions IPv4 IPv6"));
    connect(options, &QPushButton::clicked, this, &PreferencesDialog::scanOptionsRequested);
    const QPushButton *lists =
        addButton(group, tr("Edit port li&sts…"), "openPortLists", tr("presets of your own names"));
    connect(lists, &QPushButton::clicked, this, &PreferencesDialog::portListsRequested);
}

QGroupBox *PreferencesDialog::addGroup(QVBoxLayout &column, const QString &title)
{
    auto *group = new QGroupBox(title);
    new QVBoxLayout(group);
    column.addWidget(group);
    return group;
}

void PreferencesDialog::addLine(QGroupBox *group, QWidget *line, const QString &words)
{
    group->layout()->addWidget(line);
    m_lines.append({line, group, group->title() + u' ' + words});
}

QPushButton *PreferencesDialog::addButton(QGroupBox *group, const QString &text, const char *name,
                                          const QString &words)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(button);
    row->addStretch();
    addLine(group, line, withoutMnemonic(text) + u' ' + words);
    return button;
}

void PreferencesDialog::addCheck(QGroupBox *group, const QString &text, const QString &explanation,
                                 Setting setting)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(QStringLiteral("preference-%1").arg(static_cast<int>(setting)));
    setPlainToolTip(box, explanation);
    const auto refresh = [this, box, setting] {
        const QSignalBlocker quiet(box);
        box->setChecked(m_settings.get<bool>(setting));
    };
    refresh();
    connect(&m_settings, &Settings::changed, box, refresh);
    connect(box, &QCheckBox::toggled, this,
            [this, setting](bool on) { m_settings.setValue(setting, on); });
    addLine(group, box, withoutMnemonic(text) + u' ' + explanation);
    m_own.append(setting);
}

/// All words have to be there, in any order.
void PreferencesDialog::search(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    QList<QGroupBox *> found;
    for (const Line &line : std::as_const(m_lines)) {
        const bool fits = std::all_of(words.cbegin(), words.cend(), [&line](const QString &word) {
            return line.words.contains(word, Qt::CaseInsensitive);
        });
        line.widget->setVisible(fits);
        if (fits)
            found.append(line.group);
    }
    for (const Line &line : std::as_const(m_lines))
        line.group->setVisible(found.contains(line.group));
    m_nothing->setVisible(found.isEmpty());
}

void PreferencesDialog::restoreDefaults()
{
    for (const Setting setting : std::as_const(m_own))
        m_settings.reset(setting);
}

} // namespace roadstead
