// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/filterrow.h"

#include "ui/model/resultfilter.h"
#include "ui/parts/faultlineedit.h"
#include "ui/parts/plaintooltip.h"
#include "ui/parts/statechip.h"
#include "ui/words/words.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTimer>
#include <QToolButton>

#include <chrono>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr auto kTypingDelay = 100ms;

} // namespace

FilterRow::FilterRow(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_search = new FaultLineEdit;
    m_search->setObjectName(QStringLiteral("filterEdit"));
    m_search->setPlaceholderText(tr("Filter: host, name, port, service, reason"));
    m_search->setAccessibleName(tr("Filter"));
    m_search->setToolTip(plainToolTip(
        tr("Words must all fit; -word excludes.\n"
           "Also: port:80-90 host:10.0.* service:ssh state:open reason:reset rtt>50")));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    m_search->installEventFilter(this);
    row->addWidget(m_search, 1);
    for (const PortState state : words::kStates) {
        auto *chip = new StateChip(state);
        chip->setObjectName(QStringLiteral("chip-") + identifier(state));
        m_chips[static_cast<size_t>(state)] = chip;
        row->addWidget(chip);
        connect(chip, &StateChip::toggled, this,
                [this, state](bool shown) { emit shownChanged(state, shown); });
        connect(chip, &StateChip::onlyThisRequested, this, [this, state] { showOnly(state); });
    }
    for (size_t i = 0; i < words::kStates.size(); ++i) {
        chip(words::kStates[i])
            ->setToolTip(plainToolTip(tr("%1\nShow or hide: Ctrl+%2. Show only these: Ctrl+click.")
                                          .arg(words::meaning(words::kStates[i]))
                                          .arg(i + 1)));
    }
    m_search->setMinimumHeight(chip(PortState::Open)->sizeHint().height());
    m_delay = new QTimer(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kTypingDelay);
    connect(m_delay, &QTimer::timeout, this, &FilterRow::applyFilter);
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
}

void FilterRow::addViews(const QList<QAction *> &actions)
{
    auto *views = new QHBoxLayout;
    views->setSpacing(0); // they belong together
    for (QAction *action : actions) {
        auto *button = new QToolButton;
        button->setObjectName(QStringLiteral("button-") + action->objectName());
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumHeight(m_search->minimumHeight());
        views->addWidget(button);
    }
    static_cast<QHBoxLayout *>(layout())->addLayout(views);
}

bool FilterRow::isShown(PortState state) const
{
    return chip(state)->isChecked();
}

void FilterRow::setShown(PortState state, bool shown)
{
    chip(state)->setChecked(shown);
}

void FilterRow::showOnly(PortState state)
{
    for (const PortState each : kAllPortStates)
        setShown(each, each == state);
}

void FilterRow::setFilterText(const QString &text)
{
    m_search->setText(text);
    applyFilter();
}

void FilterRow::applyFilter()
{
    m_delay->stop();
    const QString text = m_search->text();
    const auto filter = ResultFilter::parse(text);
    if (!filter) {
        const FilterError &error = filter.error();
        m_search->showFault(error.position, error.length, describe(error, text));
        return;
    }
    m_search->clearFault();
    emit filterChanged(*filter);
}

bool FilterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            applyFilter();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace roadstead
