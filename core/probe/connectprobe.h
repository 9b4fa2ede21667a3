// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One connect() on a QTcpSocket, from its start to its evidence.
//
// QTcpSocket alone is neither exact nor fast enough for this: it tries every address twice (a
// closed port would cost two SYNs), it maps a dozen errnos to two or three codes, and when its
// errorOccurred() fires the descriptor is gone. So the write notifier that its engine owns,
// reachable through public API as a child object, gets an event filter. The filter sees the event
// before Qt does: the descriptor is alive, the evidence is read, and abort() ends the attempt
// before Qt's second one. Where no notifier is found (another Qt, a proxy) the signals serve
// instead: the same states, less detail.
//
// Traps: connectToHost() can fail inside the call (no route, no descriptor); errno is then read in
// the slot, where nothing has touched it since connect(). abort() deletes the notifier that is
// being delivered; that is safe as long as the filter returns true and touches nothing of it
// afterwards. Where the kernel wants to be told before connect() that ICMP messages are to be kept,
// the descriptor is ours and the QTcpSocket takes it over (platform::needsOwnSocket()).

#pragma once

#include "core/base/address.h"
#include "core/pace/clock.h"
#include "core/probe/platform.h"
#include "core/probe/prober.h"
#include "core/probe/verdict.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace roadstead {

class Surroundings;

/// A reusable prober of one port at a time. Lives in one thread.
class ConnectProbe final : public QObject
{
public:
    /// Called exactly once for each start(), possibly inside it, unless hangUp() came first. The
    /// socket has been let go before, so that a new start() is allowed in it.
    using Done = std::function<void(const ProbeOutcome &)>;

    /// `clock` and `surroundings` must outlive this.
    ConnectProbe(const Clock &clock, Surroundings &surroundings, const ProbeOptions &options,
                 Done done);
    ~ConnectProbe() override;
    Q_DISABLE_COPY_MOVE(ConnectProbe)

    void start(const Address &address, quint16 port);
    /// Ends the attempt and says how it stands; done is not called.
    ProbeOutcome expire();
    /// Ends the attempt; done is not called.
    void hangUp();
    /// Ends the attempt on the wire for good; the socket itself is let go by the destructor. For
    /// stopping ten thousand probes at once: letting so many QTcpSockets go takes longer than a
    /// person should wait. No start() after it.
    void silence();
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Until when an established connection is given time to speak first.
    [[nodiscard]] std::optional<TimePoint> listensUntil() const { return m_listensUntil; }
    /// Whether the attempt under way is watched through its notifier.
    [[nodiscard]] bool isIntercepted() const { return m_notifier != nullptr; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool openSocket();
    void watch();
    [[nodiscard]] Evidence readEvidence(bool &isPending);
    void completeIcmp(Evidence &evidence, platform::Descriptor fd);
    void onEvidence(const Evidence &evidence);
    void listen(const ProbeOutcome &opened);
    void onListened();
    void onConnected();
    void onError(QAbstractSocket::SocketError error, int errorNumber);
    void quietenFailedSocket();
    [[nodiscard]] bool comesTooEarly(const QObject *notifier) const;
    void finish(const ProbeOutcome &outcome);
    [[nodiscard]] quint32 elapsedMicroseconds() const;
    [[nodiscard]] platform::Descriptor descriptor() const;

    const Clock &m_clock;
    Surroundings &m_surroundings;
    const ProbeOptions m_options;
    const Done m_done;
    QTcpSocket m_socket;
    QObject *m_notifier =
        nullptr; ///< owned by the socket's engine; never dereferenced after abort()
    Address m_target;
    TimePoint m_startedAt;
    std::optional<TimePoint> m_listensUntil;
    ProbeOutcome m_opened; ///< while it is listened to
    std::unique_ptr<QTimer> m_listenTimer; ///< made when it is first needed
    bool m_isBusy = false;
    bool m_isStarting = false; ///< inside connectToHost()
};

} // namespace roadstead
