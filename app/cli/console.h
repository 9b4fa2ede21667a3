// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace roadstead {

/// What this program may do with its standard output and standard error, and the way to the latter.
class Console
{
public:
    /// Looks at the descriptors and at NO_COLOR and TERM.
    Console();

    [[nodiscard]] bool isOutputTerminal() const { return m_isOutputTerminal; }
    [[nodiscard]] bool isErrorTerminal() const { return m_isErrorTerminal; }
    /// Standard output takes colours.
    [[nodiscard]] bool hasColors() const { return m_hasColors; }

    /// One sentence on standard error, after the program's name; `excerpt` goes below it as it is.
    void say(const QString &sentence, const QString &excerpt = QString());
    /// Replaces the line on standard error that shows the progress. Does nothing if that is no
    /// terminal.
    void showProgress(const QString &line);
    /// How long that line may be.
    [[nodiscard]] int progressWidth() const;
    /// Before anything else is written to the terminal.
    void clearProgress();

private:
    bool m_isOutputTerminal = false;
    bool m_isErrorTerminal = false;
    bool m_hasColors = false;
    bool m_isProgressShown = false;
};

} // namespace roadstead
