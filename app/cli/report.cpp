// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/report.h"

#include "core/base/plaintext.h"
#include "core/exchange/exportorder.h"
#include "core/lookup/portcatalogue.h"
#include "ui/words/explain.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

/// How many ports are not shown, by state and reason.
using Tally = std::map<std::pair<PortState, Reason>, quint64>;

/// 65525 closed (reset), 10 filtered (no-response): the most frequent first.
QString tallyText(const Tally &tally)
{
    QList<std::pair<std::pair<PortState, Reason>, quint64>> entries(tally.begin(), tally.end());
    std::stable_sort(entries.begin(), entries.end(), [](const auto &left, const auto &right) {
        return left.second > right.second;
    });
    QStringList texts;
    for (const auto &[verdict, count] : std::as_const(entries))
        texts += QString::number(count) + u' ' + identifier(verdict.first) + u" ("
                 + identifier(verdict.second) + u')';
    return texts.join(QStringLiteral(", "));
}

QString namesText(const HostRecord &host)
{
    QStringList names;
    for (const QString &name : host.names)
        names += plainText(name);
    return names.join(QStringLiteral(", "));
}

} // namespace

/// What the report says of one host, or of several without a list.
struct Report::Listing
{
    QList<quint32> rows;
    Tally notShown;
};

Report::Report(const ResultStore &store, const PortCatalogue &catalogue, ReportStyle style)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_style(std::move(style))
{}

void Report::write(const std::function<bool(const QString &)> &write) const
{
    const QList<quint32> rows = rowsForExport(m_store);
    const bool hasManyHosts = m_store.hostCount() > kManyHosts;
    Tally folded;
    int foldedHosts = 0;
    for (auto begin = rows.begin(); begin != rows.end();) {
        const quint32 host = m_store.row(*begin).host;
        const auto end = std::find_if(begin, rows.end(),
                                      [&](quint32 row) { return m_store.row(row).host != host; });
        const Listing hostListing = listing(begin, end);
        begin = end;
        // What is remarkable of a host must not go down among many.
        if (!hasManyHosts || !hostListing.rows.isEmpty()
            || !words::remarks(m_store.host(host)).isEmpty()) {
            if (!write(hostText(m_store.host(host), hostListing)))
                return;
            continue;
        }
        ++foldedHosts;
        for (const auto &[verdict, count] : hostListing.notShown)
            folded[verdict] += count;
    }
    if (foldedHosts > 0)
        write(Texts::tr("Nothing to list on %n host(s): %1", nullptr, foldedHosts)
                  .arg(tallyText(folded))
              + u"\n\n");
}

Report::Listing Report::listing(QList<quint32>::const_iterator begin,
                                QList<quint32>::const_iterator end) const
{
    Listing result;
    for (auto row = begin; row != end; ++row) {
        const PortResult &port = m_store.row(*row);
        if (isListed(port.state(), m_store.hostOf(port)))
            result.rows += *row;
        else
            ++result.notShown[{port.state(), port.reason()}];
    }
    return result;
}

bool Report::isListed(PortState state, const HostRecord &host) const
{
    if (m_style.states)
        return m_style.states->contains(state);
    if (state == PortState::Open && host.acceptsAll)
        return host.counts[static_cast<size_t>(state)] <= kLongestLie;
    return state == PortState::Open || state == PortState::Unknown
           || host.counts[static_cast<size_t>(state)] <= kLongestList;
}

QString Report::hostText(const HostRecord &host, const Listing &listing) const
{
    QString text = host.names.isEmpty() ? Texts::tr("Ports on %1").arg(host.addressText)
                                        : Texts::tr("Ports on %1 (%2)", "names, address")
                                              .arg(namesText(host), host.addressText);
    text += u'\n';
    if (m_style.explain)
        text += words::standing(host) + u'\n';
    if (!listing.rows.isEmpty())
        text += table(listing.rows);
    if (!listing.notShown.empty())
        text += Texts::tr("Not shown: %1").arg(tallyText(listing.notShown)) + u'\n';
    const QStringList remarks = words::remarks(host);
    for (const QString &remark : remarks)
        text += remark + u'\n';
    return text + u'\n';
}

QString Report::bannerCell(quint32 row) const
{
    QString banner = words::banner(m_store.detail(row));
    if (banner.size() <= kLongestBanner)
        return banner;
    banner.truncate(kLongestBanner - 1);
    if (banner.back().isHighSurrogate())
        banner.chop(1);
    return banner + u'\u2026';
}

QString Report::table(const QList<quint32> &rows) const
{
    constexpr size_t kColumns = 5;
    using Line = std::array<QString, kColumns>;
    QList<Line> lines{{QStringLiteral("PORT"), QStringLiteral("STATE"), QStringLiteral("SERVICE"),
                       QStringLiteral("REASON"), QString()}};
    for (const quint32 row : rows) {
        const PortResult &port = m_store.row(row);
        const QString service = plainText(m_catalogue.serviceName(port.port));
        const QString banner = bannerCell(row);
        if (!banner.isEmpty()) // nobody speaks first unless asked for, then few do
            lines.first()[4] = QStringLiteral("BANNER");
        // A dash where there is no name, so that each line has four words and then the banner.
        lines +=
            {QString::number(port.port) + u"/tcp", identifier(port.state()),
             service.isEmpty() ? QStringLiteral("-") : service, identifier(port.reason()), banner};
    }
    std::array<qsizetype, kColumns> widths{};
    for (const Line &line : std::as_const(lines)) {
        for (size_t column = 0; column < kColumns; ++column)
            widths[column] = qMax(widths[column], line[column].size());
    }
    QString text;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Line &line = lines.at(i);
        const QString state = line[1].leftJustified(widths[1]);
        text += line[0].leftJustified(widths[0]) + u"  "
                + (i == 0 ? state : colored(m_store.row(rows.at(i - 1)).state(), state)) + u"  "
                + line[2].leftJustified(widths[2]) + u"  "
                + (line[4].isEmpty() ? line[3] : line[3].leftJustified(widths[3]) + u"  " + line[4])
                + u'\n';
        if (i > 0 && m_style.explain)
            text += explanation(rows.at(i - 1));
    }
    return text;
}

QString Report::explanation(quint32 row) const
{
    return u"    " + words::explain(m_store.row(row), m_store.detail(row)) + u'\n';
}

QString Report::colored(PortState state, const QString &text) const
{
    if (!m_style.hasColors)
        return text;
    const auto code = [state] {
        switch (state) {
        case PortState::Open:
            return u"1;32"; // bold green
        case PortState::Unknown:
            return u"31"; // red
        case PortState::Closed:
            return u"90"; // grey
        case PortState::Filtered:
            return u"33"; // yellow
        }
        Q_UNREACHABLE();
    };
    return u"\x1b[" + QStringView(code()) + u'm' + text + u"\x1b[0m";
}

QString Report::discovered(const HostRecord &host, const PortResult &result)
{
    const QString address =
        host.address.isIpv4() ? host.addressText : QString(u'[' + host.addressText + u']');
    return Texts::tr("Discovered open port %1/tcp on %2").arg(QString::number(result.port), address)
           + u'\n';
}

QString Report::done(const ScanSummary &summary)
{
    const QString hosts =
        Texts::tr("%1 host(s)", nullptr, words::pluralNumber(summary.hosts)).arg(summary.hosts);
    const QString open = QString::number(summary.count(PortState::Open));
    const QString time = words::duration(summary.elapsed);
    // Stopped before there was a plan, it has done all of nothing.
    if (summary.wasStopped || summary.done < summary.total) {
        const QString ports =
            Texts::tr("%1 of %2 port(s)", nullptr, words::pluralNumber(summary.total))
                .arg(summary.done)
                .arg(summary.total);
        return Texts::tr("Stopped: %1, %2, %3 open in %4", "hosts, ports, number, time")
                   .arg(hosts, ports, open, time)
               + u'\n';
    }
    const QString ports =
        Texts::tr("%1 port(s)", nullptr, words::pluralNumber(summary.total)).arg(summary.total);
    return Texts::tr("Done: %1, %2, %3 open in %4", "hosts, ports, number, time")
               .arg(hosts, ports, open, time)
           + u'\n';
}

} // namespace roadstead
