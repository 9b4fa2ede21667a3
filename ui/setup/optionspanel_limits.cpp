// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The single limits. With one of them set the speed is a custom one: the timing says the rest.

#include "core/settings/settings.h"
#include "core/settings/timingname.h"
#include "ui/setup/optionspanel.h"
#include "ui/setup/optionsummary.h"
#include "ui/setup/speedchoice.h"

#include <QFormLayout>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>

namespace roadstead {

void OptionsPanel::addLimits(QFormLayout &form)
{
    m_rate = addNumber(form, tr("Conn&ections a second, at most:"),
                       {"rateBox", Setting::Rate, 0, 1'000'000, 100},
                       tr("Automatic: no limit but what the network carries; 500 with the speed "
                          "Gentle."));
    m_maxInFlight = addNumber(form, tr("Connections under way, at &most:"),
                              {"maxInFlightBox", Setting::MaxInFlight, 0, 1'000'000, 100},
                              tr("Over all hosts. Automatic: what the speed, the network and this "
                                 "computer's limits allow."));
    m_perHost = addNumber(form, tr("Of them, to one &host:"),
                          {"perHostBox", Setting::PerHost, 0, 65'536, 10},
                          tr("Automatic: what the speed and the network allow."));
}

void OptionsPanel::addTimeouts(QFormLayout &form)
{
    m_timeout = addNumber(
        form, tr("&Timeout:"), {"timeoutBox", Setting::TimeoutMilliseconds, 0, 60'000, 100, true},
        tr("How long to wait for an answer before a port counts as silent. Automatic: as long as "
           "the round-trip times demand that are seen."));
    const QString bound = tr("A bound for the automatic timeout.");
    m_minTimeout =
        addNumber(form, tr("Sho&rtest timeout:"),
                  {"minTimeoutBox", Setting::MinTimeoutMilliseconds, 0, 60'000, 50, true}, bound);
    m_maxTimeout =
        addNumber(form, tr("Longest timeo&ut:"),
                  {"maxTimeoutBox", Setting::MaxTimeoutMilliseconds, 0, 60'000, 500, true}, bound);
    // One may drag the other along: not before its number is typed to the end.
    for (QSpinBox *box : {m_minTimeout, m_maxTimeout})
        box->setKeyboardTracking(false);
    m_retries = addNumber(
        form, tr("Retr&ies:"), {"retriesBox", Setting::Retries, ScanOptions::kAsNeeded, 20},
        tr("How often a port that stays silent is tried again. Answers are never asked for twice. "
           "Automatic: until it is almost certain that no answer was lost, at least once."));
}

/// The bounds follow each other, and have no meaning for a fixed timeout.
void OptionsPanel::keepBoundsInOrder(const QSpinBox *changed)
{
    const bool isFixed = m_timeout->value() > 0;
    m_minTimeout->setEnabled(!isFixed);
    m_maxTimeout->setEnabled(!isFixed);
    if (m_maxTimeout->value() == 0 || m_minTimeout->value() <= m_maxTimeout->value())
        return;
    if (changed == m_maxTimeout)
        m_minTimeout->setValue(m_maxTimeout->value());
    else
        m_maxTimeout->setValue(m_minTimeout->value());
}

QString OptionsPanel::limits() const
{
    RequestTexts texts;
    fill(texts);
    return limitSummary(texts.options);
}

QList<QSpinBox *> OptionsPanel::limitBoxes() const
{
    return {m_rate, m_maxInFlight, m_perHost, m_timeout, m_minTimeout, m_maxTimeout, m_retries};
}

void OptionsPanel::setLimits(Timing timing, const QList<int> &values)
{
    m_isLoading = true; // stored at once, or another part of the window sees half of it
    const QList<QSpinBox *> boxes = limitBoxes();
    for (qsizetype i = 0; i < boxes.size(); ++i)
        boxes.at(i)->setValue(values.isEmpty() ? boxes.at(i)->minimum() : values.at(i));
    m_speed->setTiming(timing);
    m_isLoading = false;
    store();
}

void OptionsPanel::chooseSpeed(Timing timing)
{
    if (!limits().isEmpty()) {
        // One key in the field of the speed is enough to get here.
        QStringList custom{QString(identifier(m_speed->timing()))};
        for (const QSpinBox *box : limitBoxes())
            custom.append(QString::number(box->value()));
        m_settings.setValue(Setting::CustomSpeed, custom);
    }
    setLimits(timing, {});
}

void OptionsPanel::chooseLimits()
{
    const QStringList custom = m_settings.get<QStringList>(Setting::CustomSpeed);
    if (limits().isEmpty() && custom.size() == limitBoxes().size() + 1) {
        QList<int> values;
        for (const QString &number : custom.mid(1))
            values.append(number.toInt());
        setLimits(timingFromIdentifier(custom.first()).value_or(Timing::Normal), values);
    }
    m_advancedButton->setChecked(true);
    m_rate->setFocus(Qt::OtherFocusReason);
    m_rate->selectAll();
    m_scrollArea->ensureWidgetVisible(m_rate);
}

} // namespace roadstead
