// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>

namespace roadstead {

/// A run of the built roadstead-cli in the C locale, without colours unless the test asks for them.
class CliProcess
{
public:
    explicit CliProcess(const QStringList &arguments);
    ~CliProcess(); ///< ends a process that still runs
    Q_DISABLE_COPY_MOVE(CliProcess)

    /// To set it up before start().
    [[nodiscard]] QProcess &process() { return m_process; }
    void start();
    /// Starts it if it does not run, gives it `input` and waits, the test's event loop turning.
    /// False: it did not end.
    [[nodiscard]] bool run(const QByteArray &input = {});
    [[nodiscard]] bool waitForEnd();
    void signal(int number);

    [[nodiscard]] int exitCode() const;
    [[nodiscard]] QByteArray output() const { return m_output; }
    [[nodiscard]] QByteArray errors() const { return m_errors; }
    /// What the program took for the user's.
    [[nodiscard]] QString dataFolder() const { return m_data.path(); }

private:
    QTemporaryDir m_data;
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

/// A command line without quotes, word by word.
[[nodiscard]] inline QStringList wordsOf(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

/// A pseudo terminal: what a program prints there, a person would see.
class Terminal
{
public:
    Terminal();
    ~Terminal();
    Q_DISABLE_COPY_MOVE(Terminal)

    /// The path that a program opens; empty if there are no pseudo terminals here.
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QByteArray readAll();

private:
    int m_descriptor = -1;
    QString m_path;
};

} // namespace roadstead
