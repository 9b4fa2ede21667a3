// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signals/signalwatcher.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

// A handler may call next to nothing (signal-safety(7)), so it writes the number into a pipe and
// the event loop reads it there. Its state is global, because a handler has nothing else.

namespace roadstead {

namespace {

volatile sig_atomic_t g_caught = 0; // the first signal
volatile sig_atomic_t g_writeEnd = -1;

extern "C" void onSignal(int signalNumber)
{
    if (g_caught != 0)
        ::_exit(128 + signalNumber);
    g_caught = signalNumber;
    const auto byte = static_cast<char>(signalNumber);
    // The pipe is empty until the first signal, so this cannot fail or block.
    [[maybe_unused]] const ssize_t written = ::write(g_writeEnd, &byte, 1);
}

void setHandler(int signalNumber, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    // Both at once would otherwise interrupt each other inside the handler.
    ::sigaddset(&action.sa_mask, SIGINT);
    ::sigaddset(&action.sa_mask, SIGTERM);
    ::sigaddset(&action.sa_mask, SIGHUP);
    ::sigaction(signalNumber, &action, nullptr);
}

bool isIgnored(int signalNumber)
{
    struct sigaction now = {};
    return ::sigaction(signalNumber, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : SignalWatcher({}, parent)
{}

SignalWatcher::SignalWatcher(std::initializer_list<int> further, QObject *parent)
    : QObject(parent)
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC) != 0)
        return; // no descriptor left: the signals keep their default meaning
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &SignalWatcher::onReadable);
    g_caught = 0;
    g_writeEnd = m_pipe[1];
    watch(SIGINT);
    watch(SIGTERM);
    for (const int signalNumber : further) {
        if (!isIgnored(signalNumber))
            watch(signalNumber);
    }
}

void SignalWatcher::watch(int signalNumber)
{
    m_watched.append(signalNumber);
    setHandler(signalNumber, onSignal);
}

SignalWatcher::~SignalWatcher()
{
    if (m_pipe[0] < 0)
        return;
    for (const int signalNumber : qAsConst(m_watched))
        setHandler(signalNumber, SIG_DFL);
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

int SignalWatcher::caughtSignal()
{
    return g_caught;
}

void SignalWatcher::onReadable()
{
    char byte = 0;
    m_notifier->setEnabled(false);
    if (::read(m_pipe[0], &byte, 1) == 1)
        emit received(byte);
}

} // namespace roadstead
