// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/opener/opener.h"
#include "ui/parts/messagebar.h"

#include <QObject>

#include <optional>

class QAction;
class QMenu;

namespace roadstead {

class Launcher;
class PortCatalogue;
class ResultStore;
class Settings;

/// Opens a result with another program: a web page in the browser, ssh, the user's own commands.
/// What cannot be opened is disabled, and its tooltip says why.
class OpenWith final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this, but for the window, which owns the menu and the dialogs.
    OpenWith(const PortCatalogue &catalogue, Settings &settings, Launcher &launcher,
             QWidget *window);
    ~OpenWith() override;
    Q_DISABLE_COPY_MOVE(OpenWith)

    /// "Open with", for the current row. Filled when it is about to show.
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    /// "Open in browser", for menus beside that one.
    [[nodiscard]] QAction *browserAction() const { return m_browser; }

    /// What is to be opened: at every change of the current row.
    void setRow(const ResultStore &store, quint32 storeRow);
    void clearRow();

    /// Whether the current row is an open port of a web service: Enter opens it.
    [[nodiscard]] bool isOnOpenWebPage() const;
    void openInBrowser();
    /// Opens the list of commands, if it is not open already.
    void editCommands();

signals:
    void said(const roadstead::Message &message);
    void unsaid(const QString &messageId);

private:
    void refreshBrowser();
    void fillMenu();
    void addOpener(const Opener &opener, const QString &text);
    void addOwnCommands();
    void start(const Opener &opener);
    void sayProblem(const QString &sentence);

    const PortCatalogue &m_catalogue;
    Settings &m_settings;
    Launcher &m_launcher;
    QWidget *m_window;
    QMenu *m_menu = nullptr;
    QAction *m_browser = nullptr;
    std::optional<OpenerSubject> m_subject;
};

} // namespace roadstead
