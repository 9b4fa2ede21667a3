// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/detailtext.h"

#include "core/base/plaintext.h"
#include "core/lookup/portcatalogue.h"
#include "ui/model/resulttext.h"
#include "ui/words/expectationwords.h"
#include "ui/words/explain.h"
#include "ui/words/hostwords.h"
#include "ui/words/words.h"

#include <algorithm>

namespace roadstead {

namespace {

constexpr QStringView kBetweenCounts(u" · ");

QString countsText(const QStringList &counts)
{
    return counts.isEmpty() ? DetailText::tr("No result so far") : counts.join(kBetweenCounts);
}

} // namespace

DetailText::DetailText(const ResultStore &store, const PortCatalogue &catalogue)
    : m_store(store)
    , m_catalogue(catalogue)
{}

DetailLines DetailText::of(quint32 storeRow, Expectation expectation) const
{
    DetailLines lines;
    addPort(lines, storeRow, expectation);
    addHost(lines, m_store.hostOf(m_store.row(storeRow)));
    return lines;
}

void DetailText::addPort(DetailLines &lines, quint32 storeRow, Expectation expectation) const
{
    const PortResult &result = m_store.row(storeRow);
    Detail detail = m_store.detail(storeRow);
    const QString banner = words::banner(detail);
    detail.banner.clear(); // it has a line of its own
    lines += {tr("Port %1").arg(result.port), true};
    lines += {words::explain(result, detail)};
    if (expectation != Expectation::None)
        lines += {words::standing(expectation, result.state())};
    const Address &address = m_store.hostOf(result).address;
    if (const QString note = m_store.notes().portNote(address, result.port); !note.isEmpty())
        lines += {tr("Note: %1").arg(plainText(note))};
    if (!banner.isEmpty())
        lines += {tr("It said: %1", "a banner").arg(banner)};
    addService(lines, result.port);
    lines += {tr("Attempts: %1").arg(result.attempts)};
    lines += {tr("Time: %1").arg(clockTimeOf(m_store, result.atMilliseconds))};
}

/// What it is usually, and who says so: nothing was asked of the port but whether it answers.
void DetailText::addService(DetailLines &lines, quint16 port) const
{
    const QString service = plainText(m_catalogue.serviceName(port));
    const QString description = plainText(m_catalogue.serviceDescription(port));
    if (service.isEmpty())
        return;
    lines += {description.isEmpty() || description == service
                  ? tr("Usual service: %1").arg(service)
                  : tr("Usual service: %1 (%2)", "name, description").arg(service, description)};
    //: Where the name of the usual service comes from
    lines += {tr("Source: IANA's list of port numbers, not the port itself")};
}

void DetailText::addHost(DetailLines &lines, const HostRecord &host) const
{
    lines += {tr("Host %1", "an address").arg(host.addressText), true};
    if (!host.names.isEmpty())
        lines += {tr("Name: %1").arg(ResultText::names(host))};
    if (const QString note = m_store.notes().hostNote(host.address); !note.isEmpty())
        lines += {tr("Note: %1").arg(plainText(note))};
    lines += {words::standing(host)};
    const QStringList remarks = words::remarks(host);
    for (const QString &remark : remarks)
        lines += {remark};
    lines += {countsText(words::counts(host.counts))};
    if (host.hasAnswered()) {
        lines += {tr("First answer: %1", "a time").arg(clockTimeOf(m_store, host.firstAnswerAt))};
        lines += {tr("Last answer: %1", "a time").arg(clockTimeOf(m_store, host.lastAnswerAt))};
    }
}

DetailLines DetailText::ofHost(quint32 host) const
{
    DetailLines lines;
    addHost(lines, m_store.host(host));
    return lines;
}

DetailLines DetailText::ofPorts(const GroupChoice &ports) const
{
    DetailLines lines;
    std::array<quint64, kPortStateCount> counts{};
    ports.selected.forEach([&](quint32 port) {
        for (size_t state = 0; state < kPortStateCount; ++state)
            counts[state] += ports.counts.at(port)[state];
        return true;
    });
    const auto number = static_cast<quint64>(ports.count());
    if (number > 1) {
        lines += {tr("%1 port(s)", nullptr, words::pluralNumber(number)).arg(words::number(number)),
                  true};
        lines += {countsText(words::counts(counts))};
        return lines;
    }
    const auto port = static_cast<quint16>(ports.first());
    lines += {tr("Port %1").arg(port), true};
    addService(lines, port);
    for (const PortState state : kAllPortStates) {
        const quint64 hosts = counts[static_cast<size_t>(state)];
        if (hosts > 0) {
            //: "Open on 12 hosts"
            lines += {tr("%2 on %1 host(s)", "a state", words::pluralNumber(hosts))
                          .arg(words::number(hosts), words::of(state))};
        }
    }
    return lines;
}

QString clockTimeOf(const ResultStore &store, quint32 atMilliseconds)
{
    return store.startedAt().addMSecs(atMilliseconds).toLocalTime().toString(u"HH:mm:ss.zzz");
}

DetailTotals::DetailTotals(const ResultStore &store)
    : m_store(store)
    , m_hasHost(store.hostCount())
{}

void DetailTotals::add(quint32 storeRow)
{
    const PortResult &result = m_store.row(storeRow);
    ++m_rows;
    ++m_counts[static_cast<size_t>(result.state())];
    if (!m_hasHost[result.host]) {
        m_hasHost[result.host] = true;
        ++m_hosts;
    }
    if (!result.hasRtt())
        return;
    m_fastest = std::min(m_fastest, result.rtt());
    m_slowest = std::max(m_slowest, result.rtt());
}

DetailLines DetailTotals::lines() const
{
    DetailLines lines;
    lines +=
        {tr("%1 result(s)", nullptr, words::pluralNumber(m_rows)).arg(words::number(m_rows)), true};
    lines +=
        {tr("On %1 host(s)", nullptr, words::pluralNumber(m_hosts)).arg(words::number(m_hosts))};
    lines += {words::counts(m_counts).join(kBetweenCounts)};
    if (m_fastest != PortResult::kNoRtt) {
        lines += {tr("Round-trip time: %1 to %2 ms")
                      .arg(words::milliseconds(m_fastest), words::milliseconds(m_slowest))};
    }
    return lines;
}

void HostTotals::add(quint32 host)
{
    const HostRecord &record = m_store.host(host);
    ++m_hosts;
    ++m_verdicts[static_cast<size_t>(verdictOf(record))];
    for (size_t state = 0; state < kPortStateCount; ++state)
        m_counts[state] += record.counts[state];
    m_withOpen += record.counts[static_cast<size_t>(PortState::Open)] > 0 ? 1U : 0U;
    if (!record.hasAnswered())
        return;
    m_firstAnswerAt = std::min(m_firstAnswerAt, record.firstAnswerAt);
    m_lastAnswerAt = std::max(m_lastAnswerAt, record.lastAnswerAt);
}

QString HostTotals::verdictText(HostVerdict verdict, const QString &count)
{
    switch (verdict) {
    case HostVerdict::Up:
        return tr("Up %1", "so many hosts").arg(count);
    case HostVerdict::AcceptsAll:
        return tr("Accepts all %1", "so many hosts, every connection").arg(count);
    case HostVerdict::StoppedAnswering:
        return tr("Stopped answering %1", "so many hosts").arg(count);
    case HostVerdict::Silent:
        return tr("Silent so far %1", "so many hosts").arg(count);
    case HostVerdict::NoRoute:
        return tr("No route %1", "to so many hosts").arg(count);
    case HostVerdict::Down:
        return tr("Down %1", "so many hosts").arg(count);
    }
    Q_UNREACHABLE();
}

DetailLines HostTotals::lines() const
{
    DetailLines lines;
    lines +=
        {tr("%1 host(s)", nullptr, words::pluralNumber(m_hosts)).arg(words::number(m_hosts)), true};
    QStringList verdicts;
    for (size_t i = 0; i < kHostVerdictCount; ++i) {
        if (m_verdicts[i] > 0)
            verdicts += verdictText(static_cast<HostVerdict>(i), words::number(m_verdicts[i]));
    }
    lines += {verdicts.join(kBetweenCounts)};
    lines += {tr("With open ports: %1", "so many hosts").arg(words::number(m_withOpen))};
    lines += {countsText(words::counts(m_counts))};
    if (m_firstAnswerAt <= m_lastAnswerAt) {
        lines += {tr("First answer: %1", "a time").arg(clockTimeOf(m_store, m_firstAnswerAt))};
        lines += {tr("Last answer: %1", "a time").arg(clockTimeOf(m_store, m_lastAnswerAt))};
    }
    return lines;
}

} // namespace roadstead
