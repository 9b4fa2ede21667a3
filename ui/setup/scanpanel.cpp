// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/scanpanel.h"

#include "core/base/background.h"
#include "core/lookup/portnames.h"
#include "core/record/scandocument.h"
#include "core/settings/settings.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/faultlineedit.h"
#include "ui/parts/signicon.h"
#include "ui/setup/estimatesentence.h"
#include "ui/setup/optionspanel.h"
#include "ui/setup/portsfield.h"
#include "ui/setup/speedchoice.h"
#include "ui/setup/speedcombo.h"
#include "ui/setup/targetfield.h"
#include "ui/words/words.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTimer>

#include <chrono>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr auto kTypingDelay = 300ms;
constexpr qsizetype kLongestCheckedHere =
    1 << 18; ///< a quarter megabyte takes a few milliseconds to read

/// A button's own keys are in its tooltip; the access keys of its action belong to the menu, and in
/// the window to the menus and fields that have them: of two with one key neither is reached.
QString withoutAccessKey(QString text)
{
    return text.remove(u'&');
}

} // namespace

ScanPanel::ScanPanel(const PortCatalogue &catalogue, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_settings(settings)
{
    m_options = new OptionsPanel(settings, this);
    m_typing = new QTimer(this);
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingDelay);
    setupUi();
    connectSignals();
    setPorts(settings.get<QString>(Setting::Ports));
    check();
}

ScanPanel::~ScanPanel() = default;

void ScanPanel::setupUi()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    setupFields(*grid);
    setupButtons(*grid);
    m_lineSign = new QLabel;
    m_lineSign->hide();
    m_line = new ElidedLabel;
    m_line->setObjectName(QStringLiteral("estimateLine"));
    m_line->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_lineSign);
    line->addWidget(m_line, 1);
    grid->addLayout(line, 2, 1, 1, 2);
}

void ScanPanel::setupFields(QGridLayout &grid)
{
    QLayout *targets = targetsRow();
    auto *targetsLabel = new QLabel(tr("&Targets:"));
    targetsLabel->setBuddy(m_targets);
    m_ports = new PortsField(m_catalogue, m_settings);
    m_ports->setObjectName(QStringLiteral("portsCombo"));
    auto *portsLabel = new QLabel(tr("&Ports:"));
    portsLabel->setBuddy(m_ports);
    m_optionsButton = new QPushButton(tr("&Options…"));
    m_optionsButton->setObjectName(QStringLiteral("optionsButton"));
    m_optionsButton->setToolTip(tr("Timeout, retries, limits, address families, exceptions"));
    m_speed = new SpeedCombo;
    m_speed->setObjectName(QStringLiteral("speedCombo"));
    showSpeed();
    auto *speedLabel = new QLabel(tr("Spee&d:"));
    speedLabel->setBuddy(m_speed);
    auto *ports = new QHBoxLayout;
    ports->addWidget(m_ports, 1);
    ports->addWidget(speedLabel);
    ports->addWidget(m_speed);
    ports->addWidget(m_optionsButton);
    grid.addWidget(targetsLabel, 0, 0);
    grid.addLayout(targets, 0, 1);
    grid.addWidget(portsLabel, 1, 0);
    grid.addLayout(ports, 1, 1);
}

/// The options have it too; both are the same.
void ScanPanel::showSpeed()
{
    m_speed->setSpeed(m_options->speed()->timing(), m_options->limits());
}

void ScanPanel::setupButtons(QGridLayout &grid)
{
    m_mainButton = new QPushButton;
    m_mainButton->setObjectName(QStringLiteral("startButton"));
    m_pauseButton = new QPushButton;
    m_pauseButton->setObjectName(QStringLiteral("pauseButton"));
    for (QPushButton *button : {m_mainButton, m_pauseButton})
        button->setMinimumWidth(fontMetrics().averageCharWidth() * 18);
    grid.addWidget(m_mainButton, 0, 2);
    grid.addWidget(m_pauseButton, 1, 2);
}

void ScanPanel::setActions(QAction *start, QAction *stop, QAction *pause)
{
    m_start = start;
    m_stop = stop;
    const auto follow = [this, pause] {
        m_pauseButton->setText(withoutAccessKey(pause->text()));
        m_pauseButton->setToolTip(pause->toolTip());
        m_pauseButton->setEnabled(pause->isEnabled());
    };
    connect(pause, &QAction::changed, m_pauseButton, follow);
    connect(m_pauseButton, &QPushButton::clicked, pause, &QAction::trigger);
    connect(m_mainButton, &QPushButton::clicked, this, &ScanPanel::onMainButton);
    connect(m_stop, &QAction::changed, m_mainButton,
            [this] { m_mainButton->setEnabled(!m_isRunning || m_stop->isEnabled()); });
    follow();
    setScanState(ScanState::Idle);
}

void ScanPanel::onMainButton()
{
    // The second half of a double click on Start must not stop what the first half began.
    const bool isDoubleClick =
        m_sinceStart.isValid() && m_sinceStart.elapsed() < QApplication::doubleClickInterval();
    if (m_isRunning && !isDoubleClick)
        m_stop->trigger();
    else if (!m_isRunning)
        m_start->trigger();
}

void ScanPanel::setScanState(ScanState state)
{
    const bool wasRunning = m_isRunning;
    m_isRunning = state != ScanState::Idle && state != ScanState::Finished;
    if (m_isRunning && !wasRunning)
        m_sinceStart.start();
    const QAction *action = m_isRunning ? m_stop : m_start;
    m_mainButton->setText(withoutAccessKey(action->text()));
    m_mainButton->setToolTip(action->toolTip());
    m_mainButton->setEnabled(action->isEnabled());
}

void ScanPanel::connectSignals()
{
    connect(m_typing, &QTimer::timeout, this, &ScanPanel::check);
    connect(m_targets, &TargetField::targetsChanged, this, &ScanPanel::onEdited);
    connect(m_targets, &TargetField::listRequested, this, &ScanPanel::editTargets);
    connect(m_ports, &PortsField::portsChanged, this, &ScanPanel::onEdited);
    connect(m_ports, &PortsField::editListsRequested, this, &ScanPanel::editPortLists);
    connect(m_options, &OptionsPanel::changed, this, &ScanPanel::onEdited);
    connect(m_options, &OptionsPanel::changed, this, &ScanPanel::showSpeed);
    connect(m_speed, &SpeedCombo::speedChosen, m_options, &OptionsPanel::chooseSpeed);
    connect(m_speed, &SpeedCombo::customChosen, this, [this] {
        showOptions();
        m_options->chooseLimits();
    });
    connect(m_optionsButton, &QPushButton::clicked, this, &ScanPanel::showOptions);
    for (FaultLineEdit *edit : {m_targets->edit(), m_ports->edit()})
        connect(edit, &QLineEdit::returnPressed, this, [this] { m_start->trigger(); });
}

void ScanPanel::setPorts(const QString &text)
{
    m_ports->setPorts(text);
}

QString ScanPanel::portsText() const
{
    return m_ports->ports();
}

QString ScanPanel::portsTextFor(const ScanHeader &document) const
{
    return typedPorts(document.portsText, document.request.ports, *m_ports->names());
}

void ScanPanel::setExcludedTargets(const QString &text)
{
    m_options->fieldOf(RequestField::ExcludedTargets)->setText(text);
}

void ScanPanel::focusTargets()
{
    m_targets->edit()->setFocus(Qt::ShortcutFocusReason);
    m_targets->edit()->selectAll();
}

void ScanPanel::showOptions()
{
    m_options->show();
    m_options->raise();
    m_options->activateWindow();
}

RequestTexts ScanPanel::texts() const
{
    RequestTexts texts;
    texts.targets = m_targets->targets();
    texts.ports = m_ports->edit()->text();
    m_options->fill(texts);
    return texts;
}

void ScanPanel::onEdited()
{
    ++m_checkNumber;
    m_isStartWanted = false;
    m_typing->start();
}

void ScanPanel::prepareStart()
{
    m_isStartWanted = true;
    check();
}

void ScanPanel::check()
{
    m_typing->stop();
    const RequestTexts now = texts();
    const quint64 number = ++m_checkNumber;
    if (now.targets.size() <= kLongestCheckedHere) {
        onChecked(checked(now, *m_ports->names()));
        return;
    }
    runInBackground<std::shared_ptr<const Checked>>(
        this,
        [now, names = m_ports->names()] {
            return std::make_shared<const Checked>(checked(now, *names));
        },
        [this, number](const std::shared_ptr<const Checked> &checked) {
            if (number == m_checkNumber)
                onChecked(*checked);
        });
}

/// Any thread. Of a million targets the estimate takes long, too.
ScanPanel::Checked ScanPanel::checked(const RequestTexts &texts, const PortNames &names)
{
    Checked checked{buildRequest(texts, names), {}};
    if (checked.request)
        checked.estimate = estimateSentence(*checked.request, ScanMachine::ours());
    return checked;
}

void ScanPanel::onChecked(const Checked &checked)
{
    const bool isStartWanted = std::exchange(m_isStartWanted, false);
    for (const RequestField field : {RequestField::Targets, RequestField::Ports,
                                     RequestField::ExcludedTargets, RequestField::ExcludedPorts})
        fieldOf(field)->clearFault();
    if (checked.request) {
        showEstimate(checked.estimate);
        if (isStartWanted)
            emit startPrepared(*checked.request);
        return;
    }
    const RequestFault &fault = checked.request.error();
    const bool isJustEmpty =
        fault.field == RequestField::Targets && m_targets->targets().trimmed().isEmpty();
    if (isJustEmpty && !isStartWanted) {
        showNothingToDo();
        return;
    }
    showFault(fault);
    if (isStartWanted)
        goToFault(fault);
}

void ScanPanel::showNothingToDo()
{
    const QString changed = m_options->summary();
    const QString hint = tr("Enter a target to see how many connections a scan will make.");
    setLine(changed.isEmpty() ? hint : hint + QStringLiteral(" · ") + changed, false);
}

void ScanPanel::showEstimate(const QString &estimate)
{
    const QString changed = m_options->summary();
    setLine(changed.isEmpty() ? estimate : estimate + QStringLiteral(" · ") + changed, false);
}

void ScanPanel::showFault(const RequestFault &fault)
{
    const RequestTexts now = texts();
    FaultLineEdit *field = fieldOf(fault.field);
    const QString &text = fault.field == RequestField::Targets ? now.targets : field->text();
    const QString sentence = words::of(fault.error, text);
    if (fault.field == RequestField::Targets && m_targets->isLong())
        field->showFault(0, 0, sentence);
    else
        field->showFault(fault.error.position, fault.error.length, sentence);
    const bool isExclude =
        fault.field == RequestField::ExcludedTargets || fault.field == RequestField::ExcludedPorts;
    setLine(isExclude ? tr("Options: %1").arg(sentence) : sentence, true);
}

void ScanPanel::goToFault(const RequestFault &fault)
{
    if (fault.field == RequestField::ExcludedTargets || fault.field == RequestField::ExcludedPorts)
        showOptions();
    fieldOf(fault.field)->goToFault();
}

FaultLineEdit *ScanPanel::fieldOf(RequestField field) const
{
    if (field == RequestField::Targets)
        return m_targets->edit();
    return field == RequestField::Ports ? m_ports->edit() : m_options->fieldOf(field);
}

void ScanPanel::setLine(const QString &text, bool isError)
{
    m_lineIsError = isError;
    m_line->setText(text);
    QPalette colors = palette();
    if (isError)
        colors.setColor(QPalette::WindowText, levelColor(MessageLevel::Error, palette()));
    m_line->setPalette(colors);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_lineSign->setPixmap(
        levelIcon(MessageLevel::Error, palette()).pixmap(QSize(side, side), devicePixelRatioF()));
    m_lineSign->setVisible(isError);
}

void ScanPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_line != nullptr)
        setLine(m_line->text(), m_lineIsError);
}

} // namespace roadstead
