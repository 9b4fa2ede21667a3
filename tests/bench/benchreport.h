// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

#include <cstdio>

namespace roadstead {

/// What a benchmark of the window says: rows of a Markdown table, and whether it saw what it
/// should.
class BenchReport
{
public:
    void require(bool holds, const char *what)
    {
        if (holds)
            return;
        m_isGood = false;
        std::fprintf(stderr, "%s: %s\n", qPrintable(QCoreApplication::applicationName()), what);
    }
    [[nodiscard]] int exitCode() const { return m_isGood ? 0 : 1; }

    static void print(const QString &what, const QString &measured, const char *goal)
    {
        std::printf("| %s | %s | %s |\n", qPrintable(what), qPrintable(measured), goal);
        std::fflush(stdout);
    }

private:
    bool m_isGood = true;
};

inline QString ms(double value)
{
    return QString::number(value, 'f', 1) + QStringLiteral(" ms");
}

} // namespace roadstead
