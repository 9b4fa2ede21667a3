// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/resultnarrowing.h"

#include <algorithm>

namespace roadstead {

template <typename T>
QBitArray ResultNarrowing::bitsOf(const QList<T> &numbers)
{
    if (numbers.isEmpty())
        return {};
    QBitArray bits(static_cast<qsizetype>(*std::max_element(numbers.begin(), numbers.end())) + 1);
    for (const T number : numbers)
        bits.setBit(static_cast<qsizetype>(number));
    return bits;
}

template <typename T>
QList<T> ResultNarrowing::numbersOf(const QBitArray &bits)
{
    QList<T> numbers;
    for (qsizetype i = 0; i < bits.size(); ++i) {
        if (bits.testBit(i))
            numbers.append(static_cast<T>(i));
    }
    return numbers;
}

QList<quint32> ResultNarrowing::hosts() const
{
    return numbersOf<quint32>(m_hosts);
}

QList<quint16> ResultNarrowing::ports() const
{
    return numbersOf<quint16>(m_ports);
}

ResultNarrowing ResultNarrowing::toHosts(const QList<quint32> &hosts)
{
    ResultNarrowing narrowing;
    narrowing.m_isOfHosts = !hosts.isEmpty();
    narrowing.m_hosts = bitsOf(hosts);
    return narrowing;
}

ResultNarrowing ResultNarrowing::toPorts(const QList<quint16> &ports)
{
    ResultNarrowing narrowing;
    narrowing.m_isOfPorts = !ports.isEmpty();
    narrowing.m_ports = bitsOf(ports);
    return narrowing;
}

ResultNarrowing ResultNarrowing::with(const ResultNarrowing &other) const
{
    ResultNarrowing both = *this;
    if (!m_isOfHosts)
        both.m_hosts = other.m_hosts;
    else if (other.m_isOfHosts)
        intersect(both.m_hosts, other.m_hosts);
    if (!m_isOfPorts)
        both.m_ports = other.m_ports;
    else if (other.m_isOfPorts)
        intersect(both.m_ports, other.m_ports);
    both.m_isOfHosts = m_isOfHosts || other.m_isOfHosts;
    both.m_isOfPorts = m_isOfPorts || other.m_isOfPorts;
    return both;
}

void ResultNarrowing::intersect(QBitArray &bits, const QBitArray &other)
{
    bits &= other; // as long as the longer one
    qsizetype size = bits.size();
    while (size > 0 && !bits.testBit(size - 1))
        --size;
    bits.resize(size);
}

} // namespace roadstead
