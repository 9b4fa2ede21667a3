// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/resultsarea.h"

#include "ui/words/words.h"

#include <limits>

namespace roadstead {

namespace {

/// The addresses of a home network; the names of a hundred unresolved hosts would fill the window.
constexpr qsizetype kMostNames = 5;
constexpr qsizetype kMostNetworks = 3;

QString namesOf(const QStringList &names)
{
    QString text = names.mid(0, kMostNames).join(QLatin1String(", "));
    if (names.size() > kMostNames)
        text += QStringLiteral(", …");
    return text;
}

quint64 countOf(const ResultsSituation &situation, PortState state)
{
    return situation.counts[static_cast<size_t>(state)];
}

bool hasOpenOrUnknown(const ResultsSituation &situation)
{
    return countOf(situation, PortState::Open) + countOf(situation, PortState::Unknown) > 0;
}

} // namespace

ResultsArea::ResultsArea(QWidget *table, const QStringList &networks, QWidget *parent)
    : QStackedWidget(parent)
    , m_networks(networks.mid(0, kMostNetworks))
    , m_table(table)
{
    setObjectName(QStringLiteral("resultsArea"));
    m_page = new EmptyPage;
    addWidget(m_table);
    addWidget(m_page);
    setSituation({});
}

void ResultsArea::setSituation(const ResultsSituation &situation)
{
    // Rows of shown states that nothing hides are on their way.
    const bool isHiding = situation.hasFilter || situation.isNarrowed;
    if (situation.shown > 0 || (situation.ofShownStates > 0 && !isHiding)) {
        setCurrentWidget(m_table);
        return;
    }
    m_page->setContent(contentFor(situation));
    setCurrentWidget(m_page);
}

EmptyPage::Content ResultsArea::contentFor(const ResultsSituation &situation)
{
    if (situation.ofShownStates > 0)
        return nothingMatches(situation);
    if (situation.rows == 0 && situation.removed > 0)
        return nothingLeft();
    if (situation.state == ScanState::Idle)
        return situation.canUndo ? nothingLeft() : firstStart();
    if (situation.state != ScanState::Finished)
        return running(situation);
    return situation.rows == 0 ? nothingScanned(situation) : nothingOpen(situation);
}

EmptyPage::Content ResultsArea::firstStart()
{
    EmptyPage::Content content;
    content.title = tr("No scan yet");
    content.text = tr("Type a host name, an address, a range or a CIDR block above, choose the "
                      "ports, and press Start.\n"
                      "You can also drop a text file with one target per line here.");
    content.actions.append(
        {tr("Scan this &computer"), [this] { emit scanRequested(QStringLiteral("127.0.0.1")); }});
    for (qsizetype i = 0; i < m_networks.size(); ++i) {
        const QString &network = m_networks.at(i);
        QString text = tr("Scan my &network (%1)").arg(network);
        if (i > 0)
            text.remove(u'&'); // of two with one access key neither is reached
        content.actions.append({text, [this, network] { emit scanRequested(network); }});
    }
    content.note = tr("Only scan hosts you own or have permission to test.");
    return content;
}

EmptyPage::Content ResultsArea::running(const ResultsSituation &situation)
{
    if (situation.state == ScanState::Resolving)
        return {.title = tr("Looking up names…"), .text = {}, .actions = {}, .note = {}};
    if (situation.rows > 0 && hasOpenOrUnknown(situation)) {
        return {.title = tr("All results so far are hidden"),
                .text = {},
                .actions = showHidden(situation),
                .note = {}};
    }
    if (situation.rows > 0) {
        const int plural =
            static_cast<int>(qMin<quint64>(situation.rows, std::numeric_limits<int>::max()));
        return {.title = tr("No open ports so far among %1", nullptr, plural)
                             .arg(words::number(situation.rows)),
                .text = situation.state == ScanState::Paused ? tr("Paused") : QString(),
                .actions = showHidden(situation),
                .note = {}};
    }
    if (situation.state == ScanState::Paused)
        return {.title = tr("Paused"),
                .text = tr("Nothing to show so far."),
                .actions = {},
                .note = {}};
    return {.title = tr("Connecting…"),
            .text = tr("Results appear here as they arrive."),
            .actions = {},
            .note = {}};
}

EmptyPage::Content ResultsArea::nothingMatches(const ResultsSituation &situation)
{
    EmptyPage::Content content;
    if (situation.hasFilter) {
        content.title = tr("No result matches this filter");
        content.actions.append({tr("Clear f&ilter"), [this] { emit clearFilterRequested(); }});
        if (!situation.isNarrowed)
            return content;
        content.text = tr("Only what is selected in the list was looked at.");
    } else {
        content.title = tr("Nothing to show of what is selected in the list");
    }
    content.actions.append({tr("Sho&w all"), [this] { emit showAllRequested(); }});
    if (!situation.isClosedShown)
        content.actions.append(
            {tr("Show &closed"), [this] { emit showStateRequested(PortState::Closed); }});
    if (!situation.isFilteredShown)
        content.actions.append(
            {tr("Show &filtered"), [this] { emit showStateRequested(PortState::Filtered); }});
    return content;
}

EmptyPage::Content ResultsArea::nothingScanned(const ResultsSituation &situation)
{
    EmptyPage::Content content;
    const ScanSummary &summary = situation.summary;
    if (summary.wasStopped) {
        content.title = tr("Stopped");
        content.text = tr("The scan was stopped before the first result.");
    } else if (!summary.unresolvedNames.isEmpty()) {
        content.title = tr("Nothing could be scanned");
        content.text =
            tr("No address was found for %1.\nCheck the spelling and the network connection.",
               nullptr, static_cast<int>(summary.unresolvedNames.size()))
                .arg(namesOf(summary.unresolvedNames));
    } else {
        content.title = tr("Nothing could be scanned");
        content.text = tr("The targets and options leave no address to scan.");
    }
    content.actions = {{tr("Retr&y"), [this] { emit retryRequested(); }},
                       {tr("Ed&it targets"), [this] { emit editTargetsRequested(); }}};
    return content;
}

EmptyPage::Content ResultsArea::nothingLeft()
{
    return {.title = tr("All results were removed from the list"),
            .text = {},
            .actions = {{tr("U&ndo"), [this] { emit undoRequested(); }}},
            .note = {}};
}

EmptyPage::Content ResultsArea::nothingOpen(const ResultsSituation &situation)
{
    EmptyPage::Content content;
    const bool isOpen = hasOpenOrUnknown(situation);
    const int plural =
        static_cast<int>(qMin<quint64>(situation.rows, std::numeric_limits<int>::max()));
    content.title =
        isOpen ? tr("All results are hidden")
               : tr("No open ports among %1", nullptr, plural).arg(words::number(situation.rows));
    content.actions = showHidden(situation);
    if (!isOpen && situation.canBeSlower)
        content.actions.append({tr("Scan again slo&wer"), [this] { emit slowerRequested(); }});
    return content;
}

QList<MessageAction> ResultsArea::showHidden(const ResultsSituation &situation)
{
    QList<MessageAction> actions;
    const auto add = [&](PortState state, bool isShown, const QString &text) {
        if (const quint64 count = countOf(situation, state); count > 0 && !isShown)
            actions.append({text.arg(words::number(count)),
                            [this, state] { emit showStateRequested(state); }});
    };
    add(PortState::Open, false, tr("Show %1 ope&n"));
    add(PortState::Unknown, false, tr("Show %1 un&known"));
    add(PortState::Closed, situation.isClosedShown, tr("Show %1 &closed"));
    add(PortState::Filtered, situation.isFilteredShown, tr("Show %1 &filtered"));
    return actions;
}

} // namespace roadstead
