// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/speedcombo.h"

#include "ui/parts/plaintooltip.h"
#include "ui/words/pacewords.h"

#include <QWheelEvent>

namespace roadstead {

namespace {
/// After the timings, which are by their values.
constexpr int kCustom = static_cast<int>(kAllTimings.size());
} // namespace

SpeedCombo::SpeedCombo(QWidget *parent)
    : QComboBox(parent)
{
    for (const Timing timing : kAllTimings) {
        addItem(words::of(timing));
        setItemData(count() - 1, plainToolTip(words::meaning(timing)), Qt::ToolTipRole);
    }
    addItem(tr("Custom", "pace of a scan"));
    setItemData(kCustom, plainToolTip(tr("With limits of your own, set in the options.")),
                Qt::ToolTipRole);
    connect(this, &QComboBox::activated, this, &SpeedCombo::onActivated);
}

void SpeedCombo::setSpeed(Timing timing, const QString &limits)
{
    const bool isCustom = !limits.isEmpty();
    m_shown = isCustom ? kCustom : static_cast<int>(timing);
    setCurrentIndex(m_shown);
    //: %1: "timeout 250 ms, 3 retries"; %2: "Normal"
    const QString meaning =
        isCustom ? tr("Limits of your own: %1. In all else: %2.").arg(limits, words::of(timing))
                 : words::meaning(timing);
    setToolTip(plainToolTip(meaning));
    setAccessibleDescription(meaning);
}

/// Until there are limits of one's own, it is not custom: who is told of it makes it so.
void SpeedCombo::onActivated(int index)
{
    setCurrentIndex(m_shown);
    if (index == kCustom)
        emit customChosen();
    else
        emit speedChosen(static_cast<Timing>(index));
}

void SpeedCombo::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace roadstead
