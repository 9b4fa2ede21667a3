// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/opener/openerlist.h"
#include "core/result/resultstore.h"
#include "core/settings/settings.h"
#include "tests/support/resultbuilder.h"
#include "ui/opener/launcher.h"
#include "ui/opener/openwith.h"

#include <QAction>
#include <QMenu>
#include <QTemporaryDir>
#include <QUrl>
#include <QWidget>

namespace roadstead {

/// Remembers what it was asked to start, and answers as it is told.
class FakeLauncher final : public Launcher
{
public:
    struct Started
    {
        QStringList command;
        bool isInTerminal = false;
        friend bool operator==(const Started &, const Started &) = default;
    };

    [[nodiscard]] LaunchOutcome start(const QStringList &command, bool isInTerminal) override
    {
        started.append({command, isInTerminal});
        return outcome;
    }
    [[nodiscard]] bool openUrl(const QUrl &url) override
    {
        urls.append(url);
        return opensUrls;
    }

    QList<Started> started;
    QList<QUrl> urls;
    LaunchOutcome outcome = LaunchOutcome::Started;
    bool opensUrls = true;
};

/// A window with the menu, settings of its own, and results to open.
struct OpenerFixture
{
    explicit OpenerFixture(Launcher &launcher)
        : openWith(catalogue, settings, launcher, &window)
    {
        store.clear(testStart());
        QObject::connect(&openWith, &OpenWith::said, &window,
                         [this](const Message &message) { said.append(message.text); });
    }

    void setOwn(const QList<OpenerTemplate> &openers)
    {
        settings.setValue(Setting::Openers, textOfOpeners(openers));
    }
    /// As if it were opened.
    [[nodiscard]] QList<QAction *> actions()
    {
        emit openWith.menu()->aboutToShow();
        return openWith.menu()->actions();
    }
    /// By its text, null if there is none.
    [[nodiscard]] QAction *action(const QString &text)
    {
        const QList<QAction *> all = actions();
        for (QAction *one : all) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }

    PortCatalogue catalogue{QByteArray(), testServices()};
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    QWidget window;
    ResultStore store;
    QStringList said;
    OpenWith openWith;
};

} // namespace roadstead
