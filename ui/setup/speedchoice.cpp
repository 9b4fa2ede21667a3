// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/speedchoice.h"

#include "ui/words/pacewords.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

namespace roadstead {

namespace {

QString labelOf(Timing timing)
{
    switch (timing) {
    case Timing::Gentle:
        return SpeedChoice::tr("&Gentle");
    case Timing::Normal:
        return SpeedChoice::tr("&Normal");
    case Timing::Fast:
        return SpeedChoice::tr("&Fast");
    }
    Q_UNREACHABLE();
}

} // namespace

SpeedChoice::SpeedChoice(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    m_buttons = new QButtonGroup(this);
    for (const Timing timing : kAllTimings) {
        auto *button = new QRadioButton(labelOf(timing));
        button->setObjectName(identifier(timing) + QStringLiteral("Button"));
        button->setAccessibleDescription(words::meaning(timing));
        m_buttons->addButton(button, static_cast<int>(timing));
        auto *meaning = new QLabel(words::meaning(timing));
        meaning->setTextFormat(Qt::PlainText);
        meaning->setWordWrap(true);
        const int row = grid->rowCount();
        grid->addWidget(button, row, 0, Qt::AlignTop);
        grid->addWidget(meaning, row, 1);
    }
    setTiming(Timing::Normal);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn)
            emit changed();
    });
}

Timing SpeedChoice::timing() const
{
    return static_cast<Timing>(m_buttons->checkedId());
}

int SpeedChoice::widthOfLines() const
{
    int buttons = 0;
    int meanings = 0;
    for (const Timing timing : kAllTimings) {
        const QAbstractButton *button = m_buttons->button(static_cast<int>(timing));
        buttons = qMax(buttons, button->sizeHint().width());
        meanings = qMax(meanings, fontMetrics().horizontalAdvance(words::meaning(timing)));
    }
    return buttons + layout()->spacing() + meanings + fontMetrics().averageCharWidth();
}

void SpeedChoice::setTiming(Timing timing)
{
    m_buttons->button(static_cast<int>(timing))->setChecked(true);
}

} // namespace roadstead
