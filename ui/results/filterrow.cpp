// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/filterrow.h"

#include "ui/model/resultfilter.h"
#include "ui/parts/clearbutton.h"
#include "ui/parts/faultlineedit.h"
#include "ui/parts/plaintooltip.h"
#include "ui/parts/statechip.h"
#include "ui/parts/viewbutton.h"
#include "ui/words/words.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTimer>

#include <chrono>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr auto kTypingDelay = 100ms;

} // namespace

FilterRow::FilterRow(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(0, 1);
    addSearch();
    addChips();
    m_search->setMinimumHeight(chip(PortState::Open)->sizeHint().height());
    m_viewBox = new QWidget;
    arrange();
    m_delay = new QTimer(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kTypingDelay);
    connect(m_delay, &QTimer::timeout, this, &FilterRow::applyFilter);
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
}

void FilterRow::addSearch()
{
    m_search = new FaultLineEdit;
    m_search->setObjectName(QStringLiteral("filterEdit"));
    m_search->setPlaceholderText(tr("Filter: host, name, port, service, reason"));
    m_search->setAccessibleName(tr("Filter"));
    m_search->setHint(
        tr("Words must all fit; -word excludes.\n"
           "Also: port:80-90 host:10.0.* service:ssh state:open reason:reset rtt>50"));
    addClearButton(m_search, tr("Clear the filter"));
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    m_search->installEventFilter(this);
    static_cast<QGridLayout *>(layout())->addWidget(m_search, 0, 0);
}

void FilterRow::addChips()
{
    m_chipBox = new QWidget;
    auto *row = new QHBoxLayout(m_chipBox);
    row->setContentsMargins(0, 0, 0, 0);
    for (size_t i = 0; i < words::kStates.size(); ++i) {
        const PortState state = words::kStates[i];
        auto *chip = new StateChip(state);
        chip->setObjectName(QStringLiteral("chip-") + identifier(state));
        chip->setToolTip(plainToolTip(tr("%1\nShow or hide: Ctrl+%2. Show only these: Ctrl+click.")
                                          .arg(words::meaning(state))
                                          .arg(i + 1)));
        m_chips[static_cast<size_t>(state)] = chip;
        row->addWidget(chip);
        connect(chip, &StateChip::toggled, this,
                [this, state](bool shown) { emit shownChanged(state, shown); });
        connect(chip, &StateChip::onlyThisRequested, this, [this, state] { showOnly(state); });
    }
}

void FilterRow::addViews(const QList<QAction *> &actions)
{
    auto *views = new QHBoxLayout(m_viewBox);
    views->setContentsMargins(0, 0, 0, 0);
    views->setSpacing(0); // they belong together
    for (QAction *action : actions) {
        auto *button = new ViewButton;
        button->setObjectName(QStringLiteral("button-") + action->objectName());
        button->setDefaultAction(action);
        button->setMinimumHeight(m_search->minimumHeight());
        views->addWidget(button);
    }
}

QSize FilterRow::minimumSizeHint() const
{
    const int besideViews = m_search->minimumWidth() + m_viewBox->sizeHint().width();
    return {qMax(m_chipBox->sizeHint().width(), besideViews + layout()->spacing()),
            QWidget::minimumSizeHint().height()};
}

/// In one line if there is room.
void FilterRow::arrange()
{
    const int oneLine = m_search->minimumWidth() + m_chipBox->sizeHint().width()
                        + m_viewBox->sizeHint().width() + 2 * layout()->spacing();
    const bool isNarrow = width() < oneLine;
    if (m_isNarrow == isNarrow)
        return;
    m_isNarrow = isNarrow;
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->removeWidget(m_chipBox);
    grid->removeWidget(m_viewBox);
    if (isNarrow) {
        grid->addWidget(m_viewBox, 0, 1);
        grid->addWidget(m_chipBox, 1, 0, 1, 2, Qt::AlignLeading);
    } else {
        grid->addWidget(m_chipBox, 0, 1);
        grid->addWidget(m_viewBox, 0, 2);
    }
}

bool FilterRow::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
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
