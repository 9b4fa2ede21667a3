// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/filterrow.h"

#include "ui/model/isolated.h"
#include "ui/model/resultfilter.h"
#include "ui/parts/clearbutton.h"
#include "ui/parts/faultlineedit.h"
#include "ui/parts/plaintooltip.h"
#include "ui/parts/signicon.h"
#include "ui/parts/statechip.h"
#include "ui/parts/viewbutton.h"
#include "ui/results/filterexamples.h"
#include "ui/results/filtersuggestions.h"
#include "ui/words/words.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
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
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(0, 1);
    addSearch();
    addHelpers();
    addChips();
    const int height = chip(PortState::Open)->sizeHint().height();
    m_search->setMinimumHeight(height);
    m_expressions->setMinimumHeight(height);
    m_help->setMinimumHeight(height);
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
    addClearButton(m_search, tr("Clear the filter"));
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    m_search->setPastedLines(FaultLineEdit::Lines::Words);
    m_suggestions = new FilterSuggestions(m_search);
    connect(m_suggestions, &FilterSuggestions::offered, this, &FilterRow::onOffered);
    m_searchBox = new QWidget;
    auto *row = new QHBoxLayout(m_searchBox);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_search, 1);
    static_cast<QGridLayout *>(layout())->addWidget(m_searchBox, 0, 0);
    connect(m_search, &QLineEdit::returnPressed, this, &FilterRow::applyFilter);
}

void FilterRow::addHelpers()
{
    m_expressions = new ViewButton;
    m_expressions->setObjectName(QStringLiteral("filterExpressions"));
    m_expressions->setCheckable(true);
    m_expressions->setText(isolated(QStringLiteral(".*")));
    m_expressions->setAccessibleName(tr("Regular expressions"));
    setPlainToolTip(m_expressions,
                    tr("Regular expressions: words and the values of host, name, note, service and "
                       "reason are patterns such as ^web\\d+"));
    connect(m_expressions, &QToolButton::toggled, this, &FilterRow::setExpressions);
    m_help = new ViewButton;
    m_help->setObjectName(QStringLiteral("filterHelp"));
    m_help->setIcon(levelIcon(MessageLevel::Question, palette()));
    m_help->setAccessibleName(tr("Examples of filters"));
    setPlainToolTip(m_help, tr("Examples of filters, to choose from"));
    m_help->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_help);
    addExamples(menu);
    m_help->setMenu(menu);
    m_searchBox->layout()->addWidget(m_expressions);
    m_searchBox->layout()->addWidget(m_help);
    setExpressions(false);
}

void FilterRow::addExamples(QMenu *menu)
{
    bool hasExpressions = false;
    menu->addSection(tr("Words"));
    for (const FilterExample &example : filterExamples()) {
        if (!hasExpressions && example.syntax == FilterSyntax::RegularExpressions) {
            menu->addSection(tr("Regular expressions"));
            hasExpressions = true;
        }
        QAction *action = menu->addAction(isolated(example.text) + u'\t' + example.meaning);
        action->setData(example.text);
        connect(action, &QAction::triggered, this, [this, example] { putExample(example); });
    }
}

void FilterRow::putExample(const FilterExample &example)
{
    if (example.syntax)
        m_expressions->setChecked(*example.syntax == FilterSyntax::RegularExpressions);
    m_search->setFocus(Qt::OtherFocusReason);
    putText(example.text);
    m_suggestions->hide();
    applyFilter();
}

/// In place of what is there, as if it were typed: it can be undone.
void FilterRow::putText(const QString &text)
{
    m_search->selectAll();
    m_search->insert(text);
}

void FilterRow::setExpressions(bool isOn)
{
    const QString what =
        isOn ? tr("Regular expressions, separated by spaces, must all fit; -word excludes.\n"
                  "Also: port:80-90 host:^10\\.0 service:^ssh$ state:open reason:unreach rtt>50")
             : tr("Words must all fit; -word excludes.\n"
                  "Also: port:80-90 host:10.0.* service:ssh state:open reason:reset rtt>50");
    m_search->setHint(what + u'\n' + tr("The down key offers completions."));
    m_suggestions->setSyntax(isOn ? FilterSyntax::RegularExpressions : FilterSyntax::Words);
    if (m_delay != nullptr)
        applyFilter();
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
        chip->setToolTip(plainToolTip(tr("%1\nShow or hide: Ctrl+%2. Show only these: "
                                         "Ctrl+Shift+%2 or Ctrl+click.")
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
    const int besideViews = searchWidth() + m_viewBox->sizeHint().width();
    return {qMax(m_chipBox->sizeHint().width(), besideViews + layout()->spacing()),
            QWidget::minimumSizeHint().height()};
}

/// The least that the text and its buttons need.
int FilterRow::searchWidth() const
{
    return m_searchBox->minimumSizeHint().width();
}

/// In one line if there is room.
void FilterRow::arrange()
{
    const int oneLine = searchWidth() + m_chipBox->sizeHint().width()
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
    putText(text);
    if (!text.isEmpty())
        m_expressions->setChecked(false);
    applyFilter();
}

void FilterRow::applyFilter()
{
    m_delay->stop();
    const QString text = m_search->text();
    const auto filter = ResultFilter::parse(
        text, m_expressions->isChecked() ? FilterSyntax::RegularExpressions : FilterSyntax::Words);
    if (!filter) {
        const FilterError &error = filter.error();
        m_isFaultAwaited = m_suggestions->isOpenFor(error.position, error.length);
        if (m_isFaultAwaited) {
            m_search->clearFault(); // "state:" is not wrong yet
            return;
        }
        m_search->showFault(error.position, error.length, describe(error, text));
        return;
    }
    m_isFaultAwaited = false;
    m_search->clearFault();
    emit filterChanged(*filter);
}

void FilterRow::onOffered(int count)
{
    m_search->setOffer(
        count > 0 ? tr("%n completion(s), to be chosen by the up and down keys", nullptr, count)
                  : QString());
    if (count == 0 && m_isFaultAwaited)
        m_delay->start(); // it may have closed because one was taken
}

void FilterRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_help != nullptr)
        m_help->setIcon(levelIcon(MessageLevel::Question, palette()));
}

} // namespace roadstead
