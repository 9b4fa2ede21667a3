// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/portcatalogue.h"
#include "core/scan/engineparts.h"
#include "core/scan/scanengine.h"
#include "core/settings/settings.h"
#include "ui/model/resultmodel.h"
#include "ui/parts/emptypage.h"
#include "ui/parts/faultlineedit.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/statechip.h"
#include "ui/results/filterrow.h"
#include "ui/results/resulttable.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

/// Scans without a name, beside the settings.
inline roadstead::ScanShelf shelfOf(const QString &settingsFile)
{
    return roadstead::ScanShelf(QFileInfo(settingsFile).absolutePath() + QStringLiteral("/scans"));
}

/// The real window with an engine of its own and settings in a temporary folder.
class WindowFixture
{
public:
    explicit WindowFixture(const QString &settingsFile)
        : settings(settingsFile)
        , shelf(shelfOf(settingsFile))
        , window(engine, catalogue, settings, shelf)
    {
        window.show();
        window.activateWindow();
    }

    /// On a network of the test's own.
    WindowFixture(const QString &settingsFile, roadstead::EngineParts parts)
        : settings(settingsFile)
        , engine(std::move(parts))
        , shelf(shelfOf(settingsFile))
        , window(engine, catalogue, settings, shelf)
    {
        window.show();
        window.activateWindow();
    }

    template <typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        T *found = window.findChild<T *>(QLatin1String(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] roadstead::FaultLineEdit *targets() const
    {
        return child<roadstead::FaultLineEdit>("targetsEdit");
    }
    [[nodiscard]] roadstead::FaultLineEdit *ports() const
    {
        return child<roadstead::FaultLineEdit>("portsEdit");
    }
    [[nodiscard]] roadstead::FaultLineEdit *search() const
    {
        return child<roadstead::FaultLineEdit>("filterEdit");
    }
    [[nodiscard]] QString line() const { return child<QLabel>("estimateLine")->text(); }
    [[nodiscard]] QString progress() const { return child<QLabel>("progressText")->text(); }
    [[nodiscard]] QString shown() const { return child<QLabel>("shownText")->accessibleName(); }
    [[nodiscard]] roadstead::ResultTable *table() const
    {
        return child<roadstead::ResultTable>("resultTable");
    }
    [[nodiscard]] roadstead::ResultModel *model() const
    {
        return window.findChild<roadstead::ResultModel *>();
    }
    [[nodiscard]] roadstead::MessageBar *messages() const
    {
        return child<roadstead::MessageBar>("messageBar");
    }
    [[nodiscard]] roadstead::FilterRow *filter() const
    {
        return window.findChild<roadstead::FilterRow *>();
    }
    [[nodiscard]] roadstead::StateChip *chip(roadstead::PortState state) const
    {
        return filter()->chip(state);
    }
    [[nodiscard]] QAction *action(const char *name) const { return child<QAction>(name); }
    /// The title of the page in the table's place; empty while the table is seen.
    [[nodiscard]] QString emptyTitle() const
    {
        const auto *page = child<roadstead::EmptyPage>("emptyPage");
        return page->isVisible() ? page->content().title : QString();
    }
    /// The visible button of the message bar or the empty page with this text, access key left out.
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> buttons = window.findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isVisible() && QString(button->text()).remove(u'&') == text)
                return button;
        }
        return nullptr;
    }
    void type(QWidget *field, const QString &text)
    {
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window.focusWidget() != nullptr ? window.focusWidget() : &window, key,
                        modifiers);
    }

    roadstead::Settings settings;
    roadstead::PortCatalogue catalogue;
    roadstead::ScanEngine engine;
    const roadstead::ScanShelf shelf;
    roadstead::MainWindow window;
};

/// Rows of 127.0.0.1 as a scan thread would hand them over.
inline roadstead::ResultBatch batchOf(const QList<std::pair<quint16, roadstead::PortState>> &ports)
{
    roadstead::ResultBatch batch;
    batch.hosts.append({0, roadstead::Address::fromIpv4(0x7f00'0001), {}});
    for (const auto &[port, state] : ports) {
        roadstead::PortResult row;
        row.port = port;
        row.setRtt(1'000);
        row.setVerdict(state, state == roadstead::PortState::Open ? roadstead::Reason::SynAck
                                                                  : roadstead::Reason::Reset);
        batch.rows.append(row);
    }
    return batch;
}
