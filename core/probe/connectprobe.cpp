// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/connectprobe.h"

#include "core/probe/surroundings.h"
#include "core/result/inferred.h"

#include <QEvent>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace roadstead {

namespace {

constexpr qint64 kMaxBanner = 512; // bytes

/// Qt's own code where errno is of no help (the fallback path, after Qt has closed the descriptor).
int errorNumberOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return ECONNREFUSED;
    case QAbstractSocket::SocketResourceError:
        return EMFILE;
    case QAbstractSocket::SocketAccessError:
        return EACCES;
    case QAbstractSocket::SocketTimeoutError:
        return ETIMEDOUT;
    case QAbstractSocket::AddressInUseError:
        return EADDRINUSE;
    default:
        return EHOSTUNREACH;
    }
}

} // namespace

ConnectProbe::ConnectProbe(const Clock &clock, Surroundings &surroundings,
                           const ProbeOptions &options, Done done)
    : m_clock(clock)
    , m_surroundings(surroundings)
    , m_options(options)
    , m_done(std::move(done))
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QAbstractSocket::connected, this, &ConnectProbe::onConnected);
    connect(&m_socket, &QAbstractSocket::readyRead, this, &ConnectProbe::onListened);
    connect(&m_socket, &QAbstractSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) { onError(error, errno); });
}

ConnectProbe::~ConnectProbe()
{
    hangUp();
}

void ConnectProbe::start(const Address &address, quint16 port)
{
    Q_ASSERT(!m_isBusy);
    m_isBusy = true;
    m_isStarting = true;
    m_target = address;
    m_startedAt = m_clock.now();
    errno = 0;
    if (platform::needsOwnSocket(address.family) && !openSocket())
        return;
    m_socket.connectToHost(address.toHostAddress(), port);
    m_isStarting = false;
    if (m_isBusy && m_socket.state() == QAbstractSocket::ConnectingState)
        watch();
}

/// Gives the QTcpSocket a descriptor of ours; "bound" is the state in which connectToHost() keeps
/// it.
bool ConnectProbe::openSocket()
{
    Evidence failure;
    failure.atOnce = true;
    const platform::Descriptor fd = platform::openSocket(m_target.family, failure.errorNumber);
    if (fd != platform::kNoDescriptor
        && m_socket.setSocketDescriptor(fd, QAbstractSocket::BoundState))
        return true;
    m_isStarting = false;
    finish(classify(failure, 0));
    return false;
}

void ConnectProbe::watch()
{
    const auto notifiers = m_socket.findChildren<QSocketNotifier *>();
    for (QSocketNotifier *notifier : notifiers) {
        if (!notifier->isEnabled())
            continue;
        // A descriptor of ours has a read notifier too, which an error wakes as well.
        notifier->installEventFilter(this);
        if (notifier->type() == QSocketNotifier::Write)
            m_notifier = notifier;
    }
    if (m_notifier != nullptr && !platform::needsOwnSocket(m_target.family))
        platform::prepare(descriptor());
}

bool ConnectProbe::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::SockAct)
        return QObject::eventFilter(watched, event);
    if (m_listensUntil)
        return comesTooEarly(watched);
    if (!m_isBusy)
        return true; // silenced: Qt must not begin its second attempt
    bool isPending = false;
    const Evidence evidence = readEvidence(isPending);
    if (isPending)
        return true;
    onEvidence(evidence);
    // A connection that is listened to is Qt's again.
    return !m_listensUntil || comesTooEarly(watched);
}

/// A descriptor of ours may become readable, or hung up, before Qt has learned from its write
/// notifier that it is connected, and Qt would read from it all the same.
bool ConnectProbe::comesTooEarly(const QObject *notifier) const
{
    return notifier != m_notifier && m_socket.state() != QAbstractSocket::ConnectedState;
}

void ConnectProbe::onEvidence(const Evidence &evidence)
{
    const ProbeOutcome outcome = classify(evidence, elapsedMicroseconds());
    const bool isEstablished = evidence.errorNumber == 0 && outcome.state == PortState::Open;
    if (isEstablished && m_options.bannerWait > std::chrono::milliseconds::zero())
        listen(outcome);
    else
        finish(outcome);
}

/// Nothing is sent: who speaks first does so by itself.
void ConnectProbe::listen(const ProbeOutcome &opened)
{
    m_opened = opened;
    m_listensUntil = m_clock.now() + m_options.bannerWait;
    if (!m_listenTimer) {
        m_listenTimer = std::make_unique<QTimer>();
        m_listenTimer->setSingleShot(true);
        connect(m_listenTimer.get(), &QTimer::timeout, this, &ConnectProbe::onListened);
    }
    m_listenTimer->start(m_options.bannerWait);
}

/// It said something, or its time is over.
void ConnectProbe::onListened()
{
    if (!m_isBusy || !m_listensUntil)
        return;
    if (m_socket.bytesAvailable() > 0) // otherwise Qt would warn of a socket that has hung up
        m_opened.detail.banner = m_socket.read(kMaxBanner);
    finish(m_opened);
}

Evidence ConnectProbe::readEvidence(bool &isPending)
{
    Evidence evidence = platform::readEvidence(descriptor(), isPending);
    if (evidence.icmp)
        completeIcmp(evidence, descriptor());
    return evidence;
}

/// Whose message it is decides what it means: a router's, or a rule or the neighbour table of this
/// computer.
void ConnectProbe::completeIcmp(Evidence &evidence, platform::Descriptor fd)
{
    const Address sender = evidence.icmp->sender;
    const std::optional<Address> local = platform::localAddress(fd);
    const bool isSenderOurs = sender == local || m_surroundings.isOurs(sender);
    const bool isTargetOurs = m_target == local || m_surroundings.isOurs(m_target);
    evidence.icmpIsOurs = isSenderOurs && !isTargetOurs;
    if (!evidence.icmpIsOurs)
        return;
    const std::optional<Address> router = platform::nextHop(m_target);
    evidence.isRouted = router.has_value();
    evidence.neighbour = m_surroundings.neighbour(router.value_or(m_target));
}

void ConnectProbe::onConnected()
{
    if (!m_isBusy || m_listensUntil)
        return;
    const platform::Descriptor fd = m_socket.socketDescriptor();
    platform::prepare(fd);
    bool isPending = false;
    onEvidence(platform::readEvidence(fd, isPending));
}

void ConnectProbe::onError(QAbstractSocket::SocketError error, int errorNumber)
{
    if (!m_isBusy)
        return;
    if (m_listensUntil) { // the other side has hung up
        if (m_socket.bytesAvailable() == 0)
            m_opened.detail.inferred = inferred::kClosesAtOnce;
        onListened();
        return;
    }
    if (m_isStarting)
        quietenFailedSocket();
    Evidence evidence;
    evidence.atOnce = m_isStarting;
    evidence.errorNumber = m_isStarting && errorNumber != 0 ? errorNumber : errorNumberOf(error);
    if (error == QAbstractSocket::SocketResourceError && evidence.errorNumber != ENOBUFS
        && evidence.errorNumber != ENOMEM && evidence.errorNumber != ENFILE)
        evidence.errorNumber = EMFILE;
    finish(classify(evidence, elapsedMicroseconds()));
}

/// A connect() that fails at once leaves a descriptor of ours open (abort() finds nothing to abort)
/// with its read notifier enabled, which the kernel wakes without end: such a socket counts as hung
/// up. The next connectToHost() closes it.
void ConnectProbe::quietenFailedSocket()
{
    const auto notifiers = m_socket.findChildren<QSocketNotifier *>();
    for (QSocketNotifier *notifier : notifiers)
        notifier->setEnabled(false);
}

ProbeOutcome ConnectProbe::expire()
{
    ProbeOutcome outcome;
    if (m_listensUntil) {
        outcome = m_opened;
    } else if (m_notifier != nullptr) {
        bool isPending = false;
        const Evidence evidence = readEvidence(isPending);
        if (isPending)
            outcome.detail.synRetransmissions = evidence.synRetransmissions;
        else
            outcome = classify(evidence, elapsedMicroseconds());
    }
    hangUp();
    return outcome;
}

void ConnectProbe::hangUp()
{
    m_isBusy = false;
    m_notifier = nullptr;
    if (m_listensUntil) {
        m_listensUntil.reset();
        m_listenTimer->stop();
    }
    m_socket.abort();
}

void ConnectProbe::silence()
{
    m_isBusy = false;
    if (m_notifier != nullptr)
        platform::endHandshake(descriptor());
}

void ConnectProbe::finish(const ProbeOutcome &outcome)
{
    hangUp();
    m_done(outcome);
}

quint32 ConnectProbe::elapsedMicroseconds() const
{
    const auto elapsed =
        std::chrono::duration_cast<std::chrono::microseconds>(m_clock.now() - m_startedAt).count();
    return static_cast<quint32>(std::clamp<qint64>(elapsed, 0, PortResult::kNoRtt - 1));
}

platform::Descriptor ConnectProbe::descriptor() const
{
    return static_cast<const QSocketNotifier *>(m_notifier)->socket();
}

} // namespace roadstead
