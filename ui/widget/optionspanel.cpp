// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/optionspanel.h"

#include "core/settings/settings.h"
#include "ui/widget/faultlineedit.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QSpinBox>

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
}

void OptionsPanel::setupUi()
{
    auto *column = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    column->addLayout(form);
    addNumbers(*form);
    addFamilies(*form);
    addHostChecks(*form);
    addExcludes(*form);
    column->addStretch();
    auto *buttons =
        new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            &OptionsPanel::restoreDefaults);
}

QSpinBox *OptionsPanel::addNumber(QFormLayout &form, const QString &label, const char *name,
                                  int low, int high)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(low, high);
    box->setGroupSeparatorShown(true);
    form.addRow(label, box);
    return box;
}

void OptionsPanel::addNumbers(QFormLayout &form)
{
    m_timeout = addNumber(form, tr("&Timeout:"), "timeoutBox", 10, 60'000);
    m_timeout->setSuffix(tr(" ms"));
    m_timeout->setSingleStep(100);
    m_timeout->setToolTip(tr("How long to wait for an answer before a port counts as filtered."));
    m_retries = addNumber(form, tr("&Retries:"), "retriesBox", 0, 10);
    m_retries->setToolTip(tr(
        "How often a port that stays silent is tried again. Answers are never asked for twice."));
    m_maxInFlight = addNumber(form, tr("At most in &flight:"), "maxInFlightBox", 0, 1'000'000);
    m_maxInFlight->setSpecialValueText(tr("Automatic"));
    m_maxInFlight->setToolTip(
        tr("Connections under way at once. Automatic: what this computer's limits allow."));
    m_threads = addNumber(form, tr("T&hreads:"), "threadsBox", 0, 64);
    m_threads->setSpecialValueText(tr("Automatic"));
    m_threads->setToolTip(tr("Automatic: one for each processor core, at most four."));
    m_seed = new QLineEdit;
    m_seed->setObjectName(QStringLiteral("seedEdit"));
    m_seed->setPlaceholderText(tr("Random"));
    m_seed->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,19}")), m_seed));
    m_seed->setToolTip(tr("The same number gives the same order of ports and hosts."));
    form.addRow(tr("Order (&seed):"), m_seed);
}

void OptionsPanel::addFamilies(QFormLayout &form)
{
    m_ipv4 = new QCheckBox(tr("IPv&4"));
    m_ipv4->setObjectName(QStringLiteral("ipv4Box"));
    m_ipv6 = new QCheckBox(tr("IPv&6"));
    m_ipv6->setObjectName(QStringLiteral("ipv6Box"));
    auto *families = new QHBoxLayout;
    families->addWidget(m_ipv4);
    families->addWidget(m_ipv6);
    families->addStretch();
    form.addRow(tr("Addresses:"), families);
    m_firstAddress = new QCheckBox(tr("Only the first &address of a name"));
    m_firstAddress->setObjectName(QStringLiteral("firstAddressBox"));
    form.addRow(QString(), m_firstAddress);
    m_networkAndBroadcast = new QCheckBox(tr("Include &network and broadcast addresses"));
    m_networkAndBroadcast->setObjectName(QStringLiteral("networkBroadcastBox"));
    m_networkAndBroadcast->setToolTip(
        tr("The first and last address of a block such as 192.168.1.0/24."));
    form.addRow(QString(), m_networkAndBroadcast);
}

void OptionsPanel::addHostChecks(QFormLayout &form)
{
    m_downHosts = new QCheckBox(tr("Scan hosts that are &down, too"));
    m_downHosts->setObjectName(QStringLiteral("downHostsBox"));
    m_downHosts->setToolTip(tr("A host on the local network that nobody answers for is down, and "
                               "its remaining ports are not tried, unless this is on."));
    form.addRow(QString(), m_downHosts);
    m_liars = new QCheckBox(tr("Check whether a host accepts &everything"));
    m_liars->setObjectName(QStringLiteral("liarsBox"));
    m_liars->setToolTip(
        tr("Tries a few ports that nobody listens on, on every host with an open port. Hosts with "
           "nearly all ports open are always checked."));
    form.addRow(QString(), m_liars);
    m_bannerWait =
        addNumber(form, tr("&Wait for what open ports say first:"), "bannerWaitBox", 0, 60'000);
    m_bannerWait->setSuffix(tr(" ms"));
    m_bannerWait->setSpecialValueText(tr("Off"));
    m_bannerWait->setSingleStep(200);
    m_bannerWait->setToolTip(tr("Some services speak first. Nothing is sent to them. 200 ms are "
                                "enough on most networks."));
}

void OptionsPanel::addExcludes(QFormLayout &form)
{
    m_excludedTargets = new FaultLineEdit;
    m_excludedTargets->setObjectName(QStringLiteral("excludedTargetsEdit"));
    m_excludedTargets->setPlaceholderText(tr("e.g. 192.168.1.1, 192.168.1.200-254"));
    m_excludedTargets->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    form.addRow(tr("E&xclude targets:"), m_excludedTargets);
    m_excludedPorts = new FaultLineEdit;
    m_excludedPorts->setObjectName(QStringLiteral("excludedPortsEdit"));
    m_excludedPorts->setPlaceholderText(tr("e.g. 9100, 515"));
    form.addRow(tr("Exclude &ports:"), m_excludedPorts);
}

void OptionsPanel::load()
{
    m_isLoading = true;
    m_timeout->setValue(m_settings.get<int>(Setting::TimeoutMilliseconds));
    m_retries->setValue(m_settings.get<int>(Setting::Retries));
    m_maxInFlight->setValue(m_settings.get<int>(Setting::MaxInFlight));
    m_threads->setValue(m_settings.get<int>(Setting::Threads));
    m_ipv4->setChecked(m_settings.get<bool>(Setting::UseIpv4));
    m_ipv6->setChecked(m_settings.get<bool>(Setting::UseIpv6) || !m_ipv4->isChecked());
    m_firstAddress->setChecked(m_settings.get<bool>(Setting::FirstAddressOnly));
    m_networkAndBroadcast->setChecked(m_settings.get<bool>(Setting::IncludeNetworkAndBroadcast));
    m_downHosts->setChecked(m_settings.get<bool>(Setting::ScanDownHosts));
    m_liars->setChecked(m_settings.get<bool>(Setting::CheckLiars));
    m_bannerWait->setValue(m_settings.get<int>(Setting::BannerWaitMilliseconds));
    m_excludedTargets->setText(m_settings.get<QString>(Setting::ExcludedTargets));
    m_excludedPorts->setText(m_settings.get<QString>(Setting::ExcludedPorts));
    m_isLoading = false;
}

void OptionsPanel::connectSignals()
{
    for (QSpinBox *box : {m_timeout, m_retries, m_maxInFlight, m_threads, m_bannerWait})
        connect(box, &QSpinBox::valueChanged, this, &OptionsPanel::store);
    connect(m_ipv4, &QCheckBox::toggled, this,
            [this](bool checked) { keepOneFamily(m_ipv6, checked); });
    connect(m_ipv6, &QCheckBox::toggled, this,
            [this](bool checked) { keepOneFamily(m_ipv4, checked); });
    for (QCheckBox *box :
         {m_ipv4, m_ipv6, m_firstAddress, m_networkAndBroadcast, m_downHosts, m_liars})
        connect(box, &QCheckBox::toggled, this, &OptionsPanel::store);
    for (QLineEdit *edit :
         std::initializer_list<QLineEdit *>{m_seed, m_excludedTargets, m_excludedPorts})
        connect(edit, &QLineEdit::textChanged, this, &OptionsPanel::store);
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
    m_settings.setValue(Setting::TimeoutMilliseconds, m_timeout->value());
    m_settings.setValue(Setting::Retries, m_retries->value());
    m_settings.setValue(Setting::MaxInFlight, m_maxInFlight->value());
    m_settings.setValue(Setting::Threads, m_threads->value());
    m_settings.setValue(Setting::UseIpv4, m_ipv4->isChecked());
    m_settings.setValue(Setting::UseIpv6, m_ipv6->isChecked());
    m_settings.setValue(Setting::FirstAddressOnly, m_firstAddress->isChecked());
    m_settings.setValue(Setting::IncludeNetworkAndBroadcast, m_networkAndBroadcast->isChecked());
    m_settings.setValue(Setting::ScanDownHosts, m_downHosts->isChecked());
    m_settings.setValue(Setting::CheckLiars, m_liars->isChecked());
    m_settings.setValue(Setting::BannerWaitMilliseconds, m_bannerWait->value());
    m_settings.setValue(Setting::ExcludedTargets, m_excludedTargets->text());
    m_settings.setValue(Setting::ExcludedPorts, m_excludedPorts->text());
    emit changed();
}

void OptionsPanel::restoreDefaults()
{
    for (const Setting setting :
         {Setting::TimeoutMilliseconds, Setting::Retries, Setting::MaxInFlight, Setting::Threads,
          Setting::UseIpv4, Setting::UseIpv6, Setting::FirstAddressOnly,
          Setting::IncludeNetworkAndBroadcast, Setting::ScanDownHosts, Setting::CheckLiars,
          Setting::BannerWaitMilliseconds, Setting::ExcludedTargets, Setting::ExcludedPorts})
        m_settings.reset(setting);
    load();
    m_seed->clear();
    emit changed();
}

void OptionsPanel::fill(RequestTexts &texts) const
{
    texts.excludedTargets = m_excludedTargets->text();
    texts.excludedPorts = m_excludedPorts->text();
    texts.includeNetworkAndBroadcast = m_networkAndBroadcast->isChecked();
    ScanOptions &options = texts.options;
    options.timeout = std::chrono::milliseconds(m_timeout->value());
    options.retries = m_retries->value();
    options.maxInFlight = m_maxInFlight->value();
    options.threads = m_threads->value();
    options.useIpv4 = m_ipv4->isChecked();
    options.useIpv6 = m_ipv6->isChecked();
    options.firstAddressOnly = m_firstAddress->isChecked();
    options.scanDownHosts = m_downHosts->isChecked();
    options.checkLiars = m_liars->isChecked();
    options.bannerWait = std::chrono::milliseconds(m_bannerWait->value());
    options.seed = m_seed->text().toULongLong();
}

QString OptionsPanel::summary() const
{
    QStringList parts;
    const auto add = [&parts](bool isChanged, const QString &text) {
        if (isChanged)
            parts.append(text);
    };
    RequestTexts texts;
    fill(texts);
    const ScanOptions standard;
    const ScanOptions &options = texts.options;
    add(options.timeout != standard.timeout,
        tr("timeout %1 ms").arg(words::number(static_cast<quint64>(m_timeout->value()))));
    add(options.retries != standard.retries, tr("%n retries", nullptr, options.retries));
    add(options.maxInFlight != 0,
        tr("%1 in flight").arg(words::number(static_cast<quint64>(options.maxInFlight))));
    add(options.threads != 0, tr("%n threads", nullptr, options.threads));
    add(!options.useIpv6, tr("IPv4 only"));
    add(!options.useIpv4, tr("IPv6 only"));
    add(options.firstAddressOnly, tr("first addresses only"));
    add(texts.includeNetworkAndBroadcast, tr("with network and broadcast"));
    add(options.scanDownHosts, tr("down hosts too"));
    add(options.checkLiars, tr("liar check"));
    add(options.bannerWait.count() > 0,
        tr("banners within %1 ms").arg(words::number(static_cast<quint64>(m_bannerWait->value()))));
    add(!texts.excludedTargets.trimmed().isEmpty(), tr("targets excluded"));
    add(!texts.excludedPorts.trimmed().isEmpty(), tr("ports excluded"));
    add(options.seed != 0, tr("fixed order"));
    return parts.join(QLatin1String(", "));
}

FaultLineEdit *OptionsPanel::fieldOf(RequestField field) const
{
    if (field == RequestField::ExcludedTargets)
        return m_excludedTargets;
    return field == RequestField::ExcludedPorts ? m_excludedPorts : nullptr;
}

} // namespace roadstead
