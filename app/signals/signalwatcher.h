// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

#include <array>
#include <initializer_list>

class QSocketNotifier;

namespace roadstead {

/// Turns the first SIGINT or SIGTERM, or one of others that are named, into a Qt signal; a second
/// one ends the process at once, even while the event loop is busy. One per process.
class SignalWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    /// `further` ones count too, unless whoever started the process has it ignore them (nohup).
    explicit SignalWatcher(std::initializer_list<int> further, QObject *parent = nullptr);
    ~SignalWatcher() override; ///< gives the signals their default meaning again
    Q_DISABLE_COPY_MOVE(SignalWatcher)

    /// The first signal so far, 0 if none; may be ahead of received().
    [[nodiscard]] static int caughtSignal();

signals:
    void received(int signalNumber);

private:
    void onReadable();
    void watch(int signalNumber);

    std::array<int, 2> m_pipe{-1, -1};
    QList<int> m_watched;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace roadstead
