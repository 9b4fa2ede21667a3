// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>

class QUrl;

namespace roadstead {

/// How starting another program ended.
enum class LaunchOutcome : quint8 {
    Started,
    ProgramNotFound,
    NoTerminal, ///< none of the terminals that we know is installed
    Failed,
};

/// Starts other programs. A test brings its own.
class Launcher
{
public:
    Launcher() = default;
    virtual ~Launcher();
    Q_DISABLE_COPY_MOVE(Launcher)

    /// `command`: the program and its arguments. Goes on on its own, also without us.
    [[nodiscard]] virtual LaunchOutcome start(const QStringList &command, bool isInTerminal) = 0;
    /// In the desktop's browser.
    [[nodiscard]] virtual bool openUrl(const QUrl &url) = 0;
};

/// The real one. Hands lists of arguments to the system, never a line to a shell.
class DesktopLauncher final : public Launcher
{
public:
    /// A program that runs another in a window: itself, and what stands between it and the command.
    struct Terminal
    {
        QString program;
        QStringList before;
    };

    DesktopLauncher();
    /// The first of `terminals` that is installed is used.
    explicit DesktopLauncher(const QList<Terminal> &terminals);

    [[nodiscard]] LaunchOutcome start(const QStringList &command, bool isInTerminal) override;
    [[nodiscard]] bool openUrl(const QUrl &url) override;

private:
    QList<Terminal> m_terminals;
};

} // namespace roadstead
