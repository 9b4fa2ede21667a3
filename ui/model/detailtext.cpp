// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/detailtext.h"

#include "core/base/plaintext.h"
#include "core/lookup/portcatalogue.h"
#include "ui/model/resulttext.h"
#include "ui/words/explain.h"
#include "ui/words/hostwords.h"
#include "ui/words/words.h"

#include <algorithm>

namespace roadstead {

namespace {
constexpr QStringView kBetweenCounts(u" · ");
} // namespace

DetailText::DetailText(const ResultStore &store, const PortCatalogue &catalogue)
    : m_store(store)
    , m_catalogue(catalogue)
{}

DetailLines DetailText::of(quint32 storeRow) const
{
    DetailLines lines;
    addPort(lines, storeRow);
    addHost(lines, m_store.hostOf(m_store.row(storeRow)));
    return lines;
}

void DetailText::addPort(DetailLines &lines, quint32 storeRow) const
{
    const PortResult &result = m_store.row(storeRow);
    Detail detail = m_store.detail(storeRow);
    const QString banner = words::banner(detail);
    detail.banner.clear(); // it has a line of its own
    lines += {tr("Port %1").arg(result.port), true};
    lines += {words::explain(result, detail)};
    const Address &address = m_store.hostOf(result).address;
    if (const QString note = m_store.notes().portNote(address, result.port); !note.isEmpty())
        lines += {tr("Note: %1").arg(plainText(note))};
    if (!banner.isEmpty())
        lines += {tr("It said: %1", "a banner").arg(banner)};
    const QString service = plainText(m_catalogue.serviceName(result.port));
    const QString description = plainText(m_catalogue.serviceDescription(result.port));
    if (!service.isEmpty()) {
        lines +=
            {description.isEmpty() || description == service
                 ? tr("Usual service: %1").arg(service)
                 : tr("Usual service: %1 (%2)", "name, description").arg(service, description)};
    }
    lines += {tr("Attempts: %1").arg(result.attempts)};
    lines += {tr("Time: %1").arg(clockTime(result.atMilliseconds))};
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
    lines += {words::counts(host.counts).join(kBetweenCounts)};
    if (host.hasAnswered()) {
        lines += {tr("First answer: %1", "a time").arg(clockTime(host.firstAnswerAt))};
        lines += {tr("Last answer: %1", "a time").arg(clockTime(host.lastAnswerAt))};
    }
}

QString DetailText::clockTime(quint32 atMilliseconds) const
{
    return m_store.startedAt().addMSecs(atMilliseconds).toLocalTime().toString(u"HH:mm:ss.zzz");
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

} // namespace roadstead
