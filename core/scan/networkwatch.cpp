// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/networkwatch.h"

namespace roadstead {

using namespace std::chrono_literals;

namespace {

// Shorter than any timeout of a probe, so that none ends before the loss of its link is known.
constexpr auto kBurst = 20ms;

} // namespace

NetworkWatch::NetworkWatch(const QList<Address> &sample, QObject *parent)
    : NetworkWatch(sample, NetworkEvents::create(), parent)
{}

NetworkWatch::NetworkWatch(const QList<Address> &sample, std::unique_ptr<NetworkEvents> network,
                           QObject *parent)
    : QObject(parent)
    , m_network(std::move(network))
    , m_policy(sample, *m_network)
{
    m_burst.setSingleShot(true);
    m_burst.setInterval(kBurst);
    m_calm.setSingleShot(true);
    m_calm.setTimerType(Qt::PreciseTimer);
    connect(&m_burst, &QTimer::timeout, this, &NetworkWatch::look);
    connect(&m_calm, &QTimer::timeout, this, &NetworkWatch::look);
    connect(m_network.get(), &NetworkEvents::changed, this, [this] {
        if (!m_burst.isActive()) // not put off by more events
            m_burst.start();
    });
    m_burst.start(); // an interface may be down already
}

NetworkWatch::~NetworkWatch() = default;

void NetworkWatch::look()
{
    const TimePoint now = m_clock.now();
    const QList<NetworkNews> news = m_policy.look(now);
    if (const auto next = m_policy.nextLook())
        m_calm.start(std::chrono::ceil<std::chrono::milliseconds>(*next - now));
    for (const NetworkNews &item : news) {
        switch (item.kind) {
        case NetworkNews::Kind::LinkLost:
            emit linkLost(item.interfaceName);
            break;
        case NetworkNews::Kind::LinkBack:
            emit linkBack(item.interfaceName);
            break;
        case NetworkNews::Kind::Changed:
            emit networkChanged(item.change);
            break;
        }
    }
}

} // namespace roadstead
