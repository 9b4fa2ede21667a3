// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/progressline.h"

#include "ui/words/explain.h"
#include "ui/words/pacewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace

QString progressLine(const ScanProgress &progress)
{
    QStringList parts{Texts::tr("%1 %", "percent").arg(percentOf(progress))};
    // Shorter than in the window, so that 80 columns hold most of it.
    parts += progress.silent == 0
                 ? words::portsDone(progress)
                 : Texts::tr("%1 + %2 silent (half) of %3", "ports done, silent so far, all")
                       .arg(words::number(progress.done), words::number(progress.silent),
                            words::number(progress.total));
    parts += Texts::tr("%1/s", "ports per second")
                 .arg(words::number(static_cast<quint64>(progress.probesPerSecond)));
    parts += Texts::tr("%1 in flight").arg(words::number(static_cast<quint64>(progress.inFlight)));
    if (progress.limit != ScanLimit::None)
        parts += Texts::tr("limit: %1", "the path, open files, ...").arg(words::of(progress.limit));
    if (progress.rtt.count() > 0) {
        parts += Texts::tr("%1 ms").arg(words::milliseconds(progress.rtt));
        parts += words::lossOf(progress.loss);
    }
    return parts.join(QStringLiteral(" - "));
}

} // namespace roadstead
