// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/windowtitle.h"

#include "core/base/plaintext.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WindowTitle)
};

/// Empty for one that runs, or is finished.
QString standing(const TitleFacts &facts)
{
    switch (facts.state) {
    case ScanState::Paused:
        return Texts::tr("paused");
    case ScanState::Stopping:
        return Texts::tr("stopping");
    case ScanState::Finished:
        break;
    case ScanState::Idle:
    case ScanState::Resolving:
    case ScanState::Scanning:
        return {};
    }
    switch (facts.ending) {
    case ScanEnding::Paused:
        return Texts::tr("paused");
    case ScanEnding::Stopped:
        return Texts::tr("stopped");
    case ScanEnding::None:
        return Texts::tr("interrupted");
    case ScanEnding::Finished:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString windowTitleOf(const TitleFacts &facts)
{
    const QString name = facts.file.isEmpty() ? facts.targets : plainText(facts.file);
    if (facts.state == ScanState::Idle || name.isEmpty())
        return QStringLiteral("Roadstead");
    QString figure = facts.state == ScanState::Finished
                         ? Texts::tr("%1 open", "ports").arg(words::number(facts.open))
                         : Texts::tr("%1 %", "percent").arg(facts.percent);
    if (const QString how = standing(facts); !how.isEmpty())
        //: "46 %, paused"; "7 open, stopped"
        figure = Texts::tr("%1, %2", "figure, state").arg(figure, how);
    return Texts::tr("%1 – %2 – Roadstead", "46 % – 192.168.1.0/24 – Roadstead").arg(figure, name);
}

} // namespace roadstead
