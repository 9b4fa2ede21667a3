// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/comparefilter.h"

#include "ui/compare/differenceicon.h"
#include "ui/parts/clearbutton.h"
#include "ui/parts/countchip.h"
#include "ui/parts/faultlineedit.h"
#include "ui/parts/plaintooltip.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QTimer>

#include <chrono>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr auto kTypingDelay = 100ms;
constexpr std::array<const char *, kDifferenceClassCount> kChipNames{
    "chip-appeared", "chip-vanished", "chip-changed", "chip-not-scanned"};

} // namespace

CompareFilter::CompareFilter(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(0, 1);
    addSearch();
    addChips();
    grid->addWidget(m_search, 0, 0);
    grid->addWidget(m_chipBox, 0, 1);
    m_search->setMinimumHeight(m_chips.front()->sizeHint().height());
    m_delay = new QTimer(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kTypingDelay);
    connect(m_delay, &QTimer::timeout, this, &CompareFilter::applyFilter);
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &CompareFilter::applyFilter);
}

CompareFilter::~CompareFilter() = default;

void CompareFilter::addSearch()
{
    m_search = new FaultLineEdit;
    m_search->setObjectName(QStringLiteral("compareFilter"));
    m_search->setPlaceholderText(tr("Filter: host, name, port, service"));
    m_search->setAccessibleName(tr("Filter"));
    m_search->setHint(tr("Words must all fit; -word excludes.\n"
                         "Also: port:80-90 host:10.0.* service:ssh, and state:open for what is "
                         "open in either scan"));
    addClearButton(m_search, tr("Clear the filter"));
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    m_search->setPastedLines(FaultLineEdit::Lines::Words);
}

void CompareFilter::addChips()
{
    m_chipBox = new QWidget;
    auto *row = new QHBoxLayout(m_chipBox);
    row->setContentsMargins(0, 0, 0, 0);
    for (const DifferenceClass which : kAllDifferenceClasses) {
        auto *chip = new CountChip(words::of(which), [which](const QPalette &colors) {
            return differenceIcon(which, colors);
        });
        chip->setObjectName(QLatin1String(kChipNames.at(static_cast<size_t>(which))));
        chip->setChecked(true);
        chip->setToolTip(
            plainToolTip(tr("%1\nShow only these: Ctrl+click.").arg(words::meaning(which))));
        connect(chip, &CountChip::toggled, this, &CompareFilter::shownChanged);
        connect(chip, &CountChip::onlyThisRequested, this, [this, which] { showOnly(which); });
        m_chips[static_cast<size_t>(which)] = chip;
        row->addWidget(chip);
    }
}

ShownClasses CompareFilter::shown() const
{
    ShownClasses shown{};
    for (size_t i = 0; i < m_chips.size(); ++i)
        shown[i] = m_chips[i]->isChecked();
    return shown;
}

void CompareFilter::setShown(const ShownClasses &shown)
{
    for (size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(shown[i]);
}

void CompareFilter::showAll()
{
    setShown({true, true, true, true});
}

void CompareFilter::showOnly(DifferenceClass which)
{
    ShownClasses only{};
    only[static_cast<size_t>(which)] = true;
    setShown(only);
}

void CompareFilter::setText(const QString &text)
{
    m_search->selectAll();
    m_search->insert(text);
    applyFilter();
}

void CompareFilter::applyFilter()
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

QSize CompareFilter::minimumSizeHint() const
{
    return {qMax(m_chipBox->sizeHint().width(), m_search->minimumSizeHint().width()),
            QWidget::minimumSizeHint().height()};
}

void CompareFilter::arrange()
{
    auto *grid = static_cast<QGridLayout *>(layout());
    const int oneLine =
        m_search->minimumWidth() + m_chipBox->sizeHint().width() + grid->horizontalSpacing();
    const bool isNarrow = width() < oneLine;
    if (m_isNarrow == isNarrow)
        return;
    m_isNarrow = isNarrow;
    grid->removeWidget(m_chipBox);
    if (isNarrow)
        grid->addWidget(m_chipBox, 1, 0, Qt::AlignLeading);
    else
        grid->addWidget(m_chipBox, 0, 1);
}

bool CompareFilter::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

} // namespace roadstead
