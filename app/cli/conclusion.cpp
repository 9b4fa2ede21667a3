// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/conclusion.h"

#include "app/cli/console.h"
#include "app/cli/options.h"
#include "app/cli/scanoutputs.h"
#include "core/compare/expectationcheck.h"
#include "ui/words/expectationwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

void sayHowManyAreDown(const EndedScan &scan, Console &console)
{
    quint64 count = 0;
    QString last;
    for (quint32 i = 0; i < scan.store.hostCount(); ++i) {
        if (scan.store.host(i).standing != HostStanding::Down)
            continue;
        ++count;
        last = scan.store.host(i).addressText;
    }
    // With --scan-down-hosts their ports were tried, and say what came of it.
    if (count == 0 || scan.header.request.options.scanDownHosts)
        return;
    console.say(count == 1 ? words::of({ScanNoticeCode::HostDown, last, 0})
                           : words::hostsDown(count));
}

void sayHowManyHaveNoVerdict(const EndedScan &scan, Console &console)
{
    const bool mayBeSkipped = scan.header.request.options.skipSilent;
    quint64 skipped = 0;
    for (quint32 row = 0; mayBeSkipped && row < scan.store.rowCount(); ++row)
        skipped += scan.store.row(row).reason() == Reason::NotProbed ? 1U : 0U;
    if (skipped > 0)
        console.say(Texts::tr("%1 port(s) were not tried, because nothing came back from their "
                              "hosts (--skip-silent).",
                              nullptr, words::pluralNumber(skipped))
                        .arg(skipped));
    const quint64 unknown = scan.summary.count(PortState::Unknown);
    if (unknown > skipped)
        console.say(Texts::tr("%1 port(s) could not be tried and have no verdict.", nullptr,
                              words::pluralNumber(unknown - skipped))
                        .arg(unknown - skipped));
}

/// With nothing scanned no requested port has a verdict. Of parts that were joined it may not be
/// known how many there should be, but that some are missing.
bool isComplete(const ScanSummary &summary)
{
    return !summary.wasStopped && summary.total > 0 && summary.done == summary.total
           && summary.count(PortState::Unknown) == 0 && summary.unresolvedNames.isEmpty();
}

/// True if an expectation is violated.
bool sayWhatIsUnexpected(const EndedScan &scan, const CliOptions &options, Console &console)
{
    constexpr qsizetype kMostNamed = 50; // the rest is counted
    if (scan.expectations.isEmpty())
        return false;
    const ExpectationCheck check =
        checkExpectations(scan.store, scan.expectations).value_or(ExpectationCheck());
    for (const quint32 row : check.violations.first(std::min(check.violations.size(), kMostNamed)))
        console.say(words::violation(scan.store, row));
    if (check.violations.size() > kMostNamed)
        console.say(words::furtherViolations(check.violations.size() - kMostNamed));
    if (const QString unchecked = words::notChecked(check); !unchecked.isEmpty() && !options.quiet)
        console.say(unchecked);
    return !check.violations.isEmpty();
}

} // namespace

int conclude(const EndedScan &scan, const CliOptions &options, Console &console,
             ScanOutputs &outputs)
{
    if (!options.quiet)
        sayHowManyAreDown(scan, console);
    const bool isWritten = outputs.write(scan.store, scan.header, scan.summary);
    sayHowManyHaveNoVerdict(scan, console);
    const bool isUnexpected = sayWhatIsUnexpected(scan, options, console);
    if (!isWritten || !isComplete(scan.summary))
        return ExitIncomplete;
    return isUnexpected ? ExitUnexpected : ExitComplete;
}

} // namespace roadstead
