// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/expectationcommands.h"

#include "core/base/background.h"
#include "core/compare/expectationcheck.h"
#include "ui/document/expectationkeeper.h"
#include "ui/model/resultmodel.h"
#include "ui/parts/onedialog.h"
#include "ui/results/resulttable.h"
#include "ui/window/expectationsdialog.h"
#include "ui/window/windowactions.h"
#include "ui/words/expectationwords.h"
#include "ui/words/words.h"

#include <QAction>
#include <QMenu>

#include <utility>

namespace roadstead {

namespace {

constexpr qint64 kMostLookedAt = 5'000; ///< for what a menu says

QString messageId()
{
    return QStringLiteral("violations");
}

QString tooManyId()
{
    return QStringLiteral("too-many-marks");
}

} // namespace

ExpectationCommands::ExpectationCommands(const WindowActions &actions, ResultTable &table,
                                         ResultModel &model, ExpectationKeeper &keeper,
                                         QWidget *window)
    : QObject(window)
    , m_table(table)
    , m_model(model)
    , m_keeper(keeper)
    , m_window(window)
    , m_actions(actions.expectations)
{
    for (const auto expectation : {Expectation::Open, Expectation::NotOpen, Expectation::None})
        connect(m_actions.at(static_cast<size_t>(expectation)), &QAction::triggered, this,
                [this, expectation] { mark(expectation); });
    connect(actions.expectationMenu, &QMenu::aboutToShow, this, &ExpectationCommands::showState);
    connect(actions.editExpectations, &QAction::triggered, this, &ExpectationCommands::showRules);
    connect(&keeper, &ExpectationKeeper::editWanted, this, &ExpectationCommands::showRules);
    connect(&keeper, &ExpectationKeeper::changed, this, [this] {
        m_model.setExpectations(m_keeper.expectations());
        check();
    });
}

ExpectationCommands::~ExpectationCommands()
{
    m_check.cancel();
}

void ExpectationCommands::setScanning(bool isScanning)
{
    if (std::exchange(m_isScanning, isScanning) != isScanning && isScanning)
        check();
}

void ExpectationCommands::check()
{
    m_check.cancel();
    const SharedExpectations expected = m_keeper.expectations();
    if (!expected || m_isScanning || m_model.store().rowCount() == 0) {
        emit unsaid(messageId());
        return;
    }
    m_check = Cancellation();
    runInBackground<qsizetype>(
        Lane::Looks, this,
        [store = m_model.store(), expected, cancellation = m_check]() -> qsizetype {
            const auto checked = checkExpectations(store, expected->expectations(),
                                                   [&] { return cancellation.isCancelled(); });
            return checked ? checked->violations.size() : 0;
        },
        [this, cancellation = m_check](qsizetype violations) {
            if (!cancellation.isCancelled())
                onChecked(violations);
        });
}

void ExpectationCommands::onChecked(qsizetype violations)
{
    if (violations == 0) {
        emit unsaid(messageId());
        return;
    }
    emit said({.id = messageId(),
               .level = MessageLevel::Warning,
               .text = words::violations(violations),
               .actions = {{tr("Show the&m"), [this] { emit showWanted(); }}}});
}

void ExpectationCommands::mark(Expectation expectation)
{
    emit unsaid(tooManyId());
    QList<HostPort> ports;
    bool isTooMany = false;
    m_table.selectedRows().forEach([&](quint32 row) {
        const PortResult &result = m_model.store().row(row);
        ports.append({m_model.store().hostOf(result).address, result.port});
        isTooMany = ports.size() > kMostMarked;
        return !isTooMany;
    });
    if (isTooMany) {
        emit said({.id = tooManyId(),
                   .level = MessageLevel::Warning,
                   .text = tr("No more than %1 ports can be marked at once. A rule is for any "
                              "number of them.")
                               .arg(words::number(kMostMarked)),
                   .actions = {{tr("E&xpectations…"), [this] { showRules(); }}}});
    } else if (!ports.isEmpty()) {
        m_keeper.mark(ports, expectation);
    }
}

/// Checked is what all selected rows have; nothing if they differ, or are too many to look at.
void ExpectationCommands::showState()
{
    const std::optional<Expectation> common = ofSelection();
    for (const auto expectation : {Expectation::Open, Expectation::NotOpen, Expectation::None}) {
        QAction *action = m_actions.at(static_cast<size_t>(expectation));
        action->setChecked(common == expectation);
    }
}

std::optional<Expectation> ExpectationCommands::ofSelection() const
{
    std::optional<Expectation> common;
    qint64 count = 0;
    bool isCommon = true;
    m_table.selectedRows().forEach([&](quint32 row) {
        const Expectation expectation = m_model.expectationOf(row);
        isCommon = ++count <= kMostLookedAt && common.value_or(expectation) == expectation;
        common = expectation;
        return isCommon;
    });
    return isCommon ? common : std::nullopt;
}

void ExpectationCommands::showRules()
{
    auto *dialog = m_window->findChild<ExpectationsDialog *>();
    if (dialog == nullptr || !dialog->isVisible()) { // or it is about to go
        dialog = new ExpectationsDialog(m_keeper, m_window);
        dialog->show();
    }
    bringToFront(*dialog);
}

} // namespace roadstead
