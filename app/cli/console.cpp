// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/console.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace roadstead {

namespace {

void writeError(const QString &text)
{
    // Nobody can be told if this fails.
    const QByteArray bytes = text.toLocal8Bit();
    fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    fflush(stderr);
}

int terminalWidth()
{
    constexpr int kUsual = 80;
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

bool wantsColors()
{
    // https://no-color.org: set and not empty.
    const QByteArray terminal = qgetenv("TERM");
    return qgetenv("NO_COLOR").isEmpty() && !terminal.isEmpty() && terminal != "dumb";
}

} // namespace

Console::Console()
    : m_isOutputTerminal(::isatty(STDOUT_FILENO) == 1)
    , m_isErrorTerminal(::isatty(STDERR_FILENO) == 1)
    , m_hasColors(m_isOutputTerminal && wantsColors())
{}

void Console::say(const QString &sentence, const QString &excerpt)
{
    clearProgress();
    writeError(u"roadstead-cli: " + sentence + u'\n' + excerpt);
}

void Console::showProgress(const QString &line)
{
    if (!m_isErrorTerminal)
        return;
    writeError(u"\r\x1b[K" + line.left(progressWidth()));
    m_isProgressShown = true;
}

/// A wrapped line could not be taken back.
int Console::progressWidth() const
{
    return terminalWidth() - 1;
}

void Console::clearProgress()
{
    if (!m_isProgressShown)
        return;
    writeError(QStringLiteral("\r\x1b[K"));
    m_isProgressShown = false;
}

} // namespace roadstead
