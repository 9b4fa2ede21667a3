// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/optionspanel.h"

#include "ui/parts/faultlineedit.h"
#include "ui/setup/optionsummary.h"
#include "ui/setup/speedchoice.h"
#include "ui/words/pacewords.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>

namespace roadstead {

OptionsPanel::OptionsPanel(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("optionsPanel"));
    setWindowTitle(tr("Scan options"));
    setModal(false);
    setupUi();
    load();
    connectSignals();
    showAdvanced(m_settings.get<bool>(Setting::ShowAdvancedOptions));
}

void OptionsPanel::setupUi()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addWidget(speedGroup());
    column->addWidget(hostGroup());
    column->addWidget(excludeGroup());
    addAdvancedButton(*column);
    column->addWidget(m_advanced = advancedGroup());
    column->addStretch();
    m_scrollArea = new QScrollArea;
    m_scrollArea->setFrameShape(QFrame::NoFrame);
    m_scrollArea->setWidgetResizable(true);
    m_scrollArea->setWidget(content);
    auto *buttons =
        new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults);
    auto *outer = new QVBoxLayout(this);
    outer->addWidget(m_scrollArea, 1);
    outer->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            &OptionsPanel::restoreDefaults);
}

QSpinBox *OptionsPanel::addNumber(QFormLayout &form, const QString &label, const NumberField &field,
                                  const QString &toolTip)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(field.name));
    box->setRange(field.low, field.high);
    box->setSingleStep(field.step);
    box->setGroupSeparatorShown(true);
    box->setSpecialValueText(tr("Automatic"));
    if (field.isTime)
        box->setSuffix(tr(" ms"));
    box->setToolTip(toolTip);
    form.addRow(label, box);
    m_numbers.append({box, field.setting});
    return box;
}

QCheckBox *OptionsPanel::addCheck(QBoxLayout &layout, const QString &label, const char *name,
                                  Setting setting)
{
    auto *box = new QCheckBox(label);
    box->setObjectName(QLatin1String(name));
    layout.addWidget(box);
    m_checks.append({box, setting});
    return box;
}

FaultLineEdit *OptionsPanel::addText(QFormLayout &form, const QString &label, const char *name,
                                     Setting setting)
{
    auto *edit = new FaultLineEdit;
    edit->setObjectName(QLatin1String(name));
    form.addRow(label, edit);
    m_texts.append({edit, setting});
    return edit;
}

QWidget *OptionsPanel::speedGroup()
{
    auto *group = new QGroupBox(tr("Speed"));
    auto *column = new QVBoxLayout(group);
    column->addWidget(m_speed = new SpeedChoice);
    return group;
}

QWidget *OptionsPanel::hostGroup()
{
    auto *group = new QGroupBox(tr("Hosts and addresses"));
    auto *column = new QVBoxLayout(group);
    auto *families = new QHBoxLayout;
    m_ipv4 = addCheck(*families, tr("IPv&4"), "ipv4Box", Setting::UseIpv4);
    m_ipv6 = addCheck(*families, tr("IPv&6"), "ipv6Box", Setting::UseIpv6);
    families->addStretch();
    column->addLayout(families);
    m_firstAddress = addCheck(*column, tr("Only the first &address of a name"), "firstAddressBox",
                              Setting::FirstAddressOnly);
    m_networkAndBroadcast = addCheck(*column, tr("Include network and &broadcast addresses"),
                                     "networkBroadcastBox", Setting::IncludeNetworkAndBroadcast);
    m_networkAndBroadcast->setToolTip(
        tr("The first and last address of a block such as 192.168.1.0/24."));
    m_downHosts = addCheck(*column, tr("Scan hosts that are &down, too"), "downHostsBox",
                           Setting::ScanDownHosts);
    m_downHosts->setToolTip(tr("A host on the local network that nobody answers for is down, and "
                               "its remaining ports are not tried, unless this is on."));
    m_skipSilent =
        addCheck(*column, tr("Skip hosts that stay si&lent"), "skipSilentBox", Setting::SkipSilent);
    m_skipSilent->setToolTip(
        tr("Faster where most addresses are not in use. A host that sends nothing back to the "
           "first ports is given up, and its other ports are unknown: a firewall may hide what is "
           "there."));
    m_liars = addCheck(*column, tr("Chec&k whether a host accepts everything"), "liarsBox",
                       Setting::CheckLiars);
    m_liars->setToolTip(
        tr("Tries a few ports that nobody listens on, on every host with an open port. Hosts with "
           "nearly all ports open are always checked."));
    return group;
}

QWidget *OptionsPanel::excludeGroup()
{
    auto *group = new QGroupBox(tr("Leave out"));
    auto *form = new QFormLayout(group);
    m_excludedTargets =
        addText(*form, tr("E&xclude targets:"), "excludedTargetsEdit", Setting::ExcludedTargets);
    m_excludedTargets->setPlaceholderText(tr("e.g. 192.168.1.1, 192.168.1.200-254"));
    m_excludedTargets->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    m_excludedPorts =
        addText(*form, tr("Exclude &ports:"), "excludedPortsEdit", Setting::ExcludedPorts);
    m_excludedPorts->setPlaceholderText(tr("e.g. 9100, 515"));
    return group;
}

void OptionsPanel::addAdvancedButton(QBoxLayout &column)
{
    m_advancedButton = new QToolButton;
    m_advancedButton->setObjectName(QStringLiteral("advancedButton"));
    m_advancedButton->setText(tr("Ad&vanced"));
    m_advancedButton->setToolTip(tr("Each limit by itself. Automatic: as the speed and the network "
                                    "demand."));
    m_advancedButton->setCheckable(true);
    m_advancedButton->setAutoRaise(true);
    m_advancedButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_advancedButton->setFocusPolicy(Qt::StrongFocus);
    column.addWidget(m_advancedButton);
}

QWidget *OptionsPanel::advancedGroup()
{
    auto *group = new QGroupBox;
    group->setObjectName(QStringLiteral("advancedGroup"));
    group->setAccessibleName(tr("Advanced"));
    auto *form = new QFormLayout(group);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addLimits(*form);
    addTimeouts(*form);
    addOthers(*form);
    return group;
}

void OptionsPanel::addOthers(QFormLayout &form)
{
    m_bannerWait =
        addNumber(form, tr("&Wait for what open ports say first:"),
                  {"bannerWaitBox", Setting::BannerWaitMilliseconds, 0, 60'000, 200, true},
                  tr("Some services speak first. Nothing is sent to them. 200 ms are enough on "
                     "most networks."));
    m_bannerWait->setSpecialValueText(tr("Off"));
    m_threads = addNumber(form, tr("Thread&s:"), {"threadsBox", Setting::Threads, 0, 64},
                          tr("Automatic: one for each processor core, at most four."));
    m_seed = new QLineEdit;
    m_seed->setObjectName(QStringLiteral("seedEdit"));
    m_seed->setPlaceholderText(tr("Random"));
    m_seed->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,19}")), m_seed));
    m_seed->setToolTip(tr("The same number gives the same order of ports and hosts."));
    form.addRow(tr("&Order (seed):"), m_seed);
}

void OptionsPanel::load()
{
    m_isLoading = true;
    const QString timing = m_settings.get<QString>(Setting::Timing);
    m_speed->setTiming(timingFromIdentifier(timing).value_or(Timing::Normal));
    for (const auto &[box, setting] : std::as_const(m_numbers))
        box->setValue(m_settings.get<int>(setting));
    for (const auto &[box, setting] : std::as_const(m_checks))
        box->setChecked(m_settings.get<bool>(setting));
    for (const auto &[edit, setting] : std::as_const(m_texts))
        edit->setText(m_settings.get<QString>(setting));
    keepOneFamily(m_ipv6, m_ipv4->isChecked());
    keepBoundsInOrder(m_minTimeout);
    m_isLoading = false;
}

void OptionsPanel::connectSignals()
{
    connect(m_speed, &SpeedChoice::changed, this, &OptionsPanel::store);
    connect(m_ipv4, &QCheckBox::toggled, this,
            [this](bool checked) { keepOneFamily(m_ipv6, checked); });
    connect(m_ipv6, &QCheckBox::toggled, this,
            [this](bool checked) { keepOneFamily(m_ipv4, checked); });
    for (const QSpinBox *box : {m_timeout, m_minTimeout, m_maxTimeout})
        connect(box, &QSpinBox::valueChanged, this, [this, box] { keepBoundsInOrder(box); });
    for (const auto &number : std::as_const(m_numbers))
        connect(number.first, &QSpinBox::valueChanged, this, &OptionsPanel::store);
    for (const auto &check : std::as_const(m_checks))
        connect(check.first, &QCheckBox::toggled, this, &OptionsPanel::store);
    for (const auto &text : std::as_const(m_texts))
        connect(text.first, &QLineEdit::textChanged, this, &OptionsPanel::store);
    connect(m_seed, &QLineEdit::textChanged, this, &OptionsPanel::store);
    connect(m_advancedButton, &QToolButton::toggled, this, [this](bool isOn) {
        m_settings.setValue(Setting::ShowAdvancedOptions, isOn);
        showAdvanced(isOn);
        resize(size().expandedTo(sizeHint()));
    });
}

void OptionsPanel::showAdvanced(bool isShown)
{
    m_advancedButton->setChecked(isShown);
    m_advancedButton->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_advanced->setVisible(isShown);
}

/// As wide as each speed's line of words, as far as the screen has room for it.
QSize OptionsPanel::sizeHint() const
{
    constexpr double kMostOfScreen = 0.9; // a title bar and a panel need room, too
    const QSize most = screen()->availableSize() * kMostOfScreen;
    const QSize around = QDialog::sizeHint() - m_scrollArea->sizeHint()
                         + QSize(m_scrollArea->verticalScrollBar()->sizeHint().width(), 0);
    const QWidget *content = m_scrollArea->widget();
    const int aroundLines = content->sizeHint().width() - m_speed->sizeHint().width();
    const int width =
        qBound(content->minimumSizeHint().width(), m_speed->widthOfLines() + qMax(0, aroundLines),
               qMax(content->minimumSizeHint().width(), most.width() - around.width()));
    const QSize wanted(width, content->layout()->totalHeightForWidth(width));
    return (wanted + around).boundedTo(most);
}

/// Qt shows a window that nobody has resized on two thirds of the screen at most.
void OptionsPanel::showEvent(QShowEvent *event)
{
    if (!testAttribute(Qt::WA_Resized))
        resize(sizeHint());
    QDialog::showEvent(event);
}

/// With neither family there would be nothing to scan: taking one away brings the other back.
void OptionsPanel::keepOneFamily(QCheckBox *other, bool checked)
{
    if (!checked)
        other->setChecked(true);
}

void OptionsPanel::store()
{
    if (m_isLoading)
        return;
    m_settings.setValue(Setting::Timing, identifier(m_speed->timing()));
    for (const auto &[box, setting] : std::as_const(m_numbers))
        m_settings.setValue(setting, box->value());
    for (const auto &[box, setting] : std::as_const(m_checks))
        m_settings.setValue(setting, box->isChecked());
    for (const auto &[edit, setting] : std::as_const(m_texts))
        m_settings.setValue(setting, edit->text());
    emit changed();
}

void OptionsPanel::restoreDefaults()
{
    m_settings.reset(Setting::Timing);
    for (const auto &number : std::as_const(m_numbers))
        m_settings.reset(number.second);
    for (const auto &check : std::as_const(m_checks))
        m_settings.reset(check.second);
    for (const auto &text : std::as_const(m_texts))
        m_settings.reset(text.second);
    load();
    m_seed->clear();
    emit changed();
}

void OptionsPanel::fill(RequestTexts &texts) const
{
    using std::chrono::milliseconds;
    texts.excludedTargets = m_excludedTargets->text();
    texts.excludedPorts = m_excludedPorts->text();
    texts.includeNetworkAndBroadcast = m_networkAndBroadcast->isChecked();
    ScanOptions &options = texts.options;
    options.timing = m_speed->timing();
    options.rate = m_rate->value();
    options.maxInFlight = m_maxInFlight->value();
    options.perHost = m_perHost->value();
    options.timeout = milliseconds(m_timeout->value());
    const bool isBounded = m_timeout->value() == 0;
    options.minTimeout = milliseconds(isBounded ? m_minTimeout->value() : 0);
    options.maxTimeout = milliseconds(isBounded ? m_maxTimeout->value() : 0);
    options.retries = m_retries->value();
    options.threads = m_threads->value();
    options.useIpv4 = m_ipv4->isChecked();
    options.useIpv6 = m_ipv6->isChecked();
    options.firstAddressOnly = m_firstAddress->isChecked();
    options.scanDownHosts = m_downHosts->isChecked();
    options.skipSilent = m_skipSilent->isChecked();
    options.checkLiars = m_liars->isChecked();
    options.bannerWait = milliseconds(m_bannerWait->value());
    options.seed = m_seed->text().toULongLong();
}

QString OptionsPanel::summary() const
{
    RequestTexts texts;
    fill(texts);
    return optionSummary(texts);
}

FaultLineEdit *OptionsPanel::fieldOf(RequestField field) const
{
    if (field == RequestField::ExcludedTargets)
        return m_excludedTargets;
    return field == RequestField::ExcludedPorts ? m_excludedPorts : nullptr;
}

} // namespace roadstead
