// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/opener/launcher.h"

#include <QDesktopServices>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

namespace roadstead {

namespace {

/// Those that take a command as a list of arguments and hand it on as one. xdg-terminal-exec is
/// the desktop's choice (its specification), x-terminal-emulator Debian's (Policy 11.8.3).
QList<DesktopLauncher::Terminal> knownTerminals()
{
    return {{QStringLiteral("xdg-terminal-exec"), {}},
            {QStringLiteral("x-terminal-emulator"), {QStringLiteral("-e")}},
            {QStringLiteral("konsole"), {QStringLiteral("-e")}},
            {QStringLiteral("gnome-terminal"), {QStringLiteral("--")}},
            {QStringLiteral("xfce4-terminal"), {QStringLiteral("-x")}},
            {QStringLiteral("xterm"), {QStringLiteral("-e")}}};
}

bool startDetached(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setWorkingDirectory(QDir::homePath());
    process.setStandardInputFile(QProcess::nullDevice()); // ours may be a terminal
    return process.startDetached();
}

} // namespace

Launcher::~Launcher() = default;

DesktopLauncher::DesktopLauncher()
    : m_terminals(knownTerminals())
{}

DesktopLauncher::DesktopLauncher(const QList<Terminal> &terminals)
    : m_terminals(terminals)
{}

LaunchOutcome DesktopLauncher::start(const QStringList &command, bool isInTerminal)
{
    const QString program = QStandardPaths::findExecutable(command.value(0));
    if (program.isEmpty())
        return LaunchOutcome::ProgramNotFound;
    const QStringList arguments = command.sliced(1);
    const auto outcome = [](bool isStarted) {
        return isStarted ? LaunchOutcome::Started : LaunchOutcome::Failed;
    };
    if (!isInTerminal)
        return outcome(startDetached(program, arguments));
    for (const Terminal &terminal : m_terminals) {
        const QString found = QStandardPaths::findExecutable(terminal.program);
        if (!found.isEmpty())
            return outcome(
                startDetached(found, terminal.before + QStringList{program} + arguments));
    }
    return LaunchOutcome::NoTerminal;
}

bool DesktopLauncher::openUrl(const QUrl &url)
{
    return QDesktopServices::openUrl(url);
}

} // namespace roadstead
