// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cliprocess.h"

#include <QTest>

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

namespace roadstead {

namespace {

constexpr int kPatience = 60'000; // ms; only a failing test waits that long

} // namespace

CliProcess::CliProcess(const QStringList &arguments)
{
    m_process.setProgram(QStringLiteral(ROADSTEAD_CLI));
    m_process.setArguments(arguments);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
    environment.remove(QStringLiteral("NO_COLOR"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_data.path()); // not the user's own
    m_process.setProcessEnvironment(environment);
}

CliProcess::~CliProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void CliProcess::start()
{
    m_process.start();
    QVERIFY(m_process.waitForStarted());
}

bool CliProcess::run(const QByteArray &input)
{
    if (m_process.state() == QProcess::NotRunning)
        start();
    m_process.write(input);
    m_process.closeWriteChannel();
    return waitForEnd();
}

bool CliProcess::waitForEnd()
{
    const bool hasEnded =
        QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, kPatience);
    m_output += m_process.readAllStandardOutput();
    m_errors += m_process.readAllStandardError();
    return hasEnded;
}

void CliProcess::signal(int number)
{
    QVERIFY(m_process.processId() > 0);
    ::kill(static_cast<pid_t>(m_process.processId()), number);
}

int CliProcess::exitCode() const
{
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

Terminal::Terminal()
{
    m_descriptor = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (m_descriptor >= 0 && ::grantpt(m_descriptor) == 0 && ::unlockpt(m_descriptor) == 0)
        m_path = QString::fromLocal8Bit(::ptsname(m_descriptor));
}

Terminal::~Terminal()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

QByteArray Terminal::readAll()
{
    QByteArray all;
    QByteArray buffer(4'096, '\0');
    for (ssize_t count = 0; (count = ::read(m_descriptor, buffer.data(), 4'096)) > 0;)
        all += buffer.first(count);
    return all;
}

} // namespace roadstead
