// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"
#include "core/scan/scanevents.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace roadstead {

class PortCatalogue;

/// How the human report looks.
struct ReportStyle
{
    bool hasColors = false;
    bool explain = false; ///< each listed port and each host with a sentence
    /// States to list. Nothing: open and unknown ports, and of the others what is short enough to
    /// read.
    std::optional<QList<PortState>> states;
};

/// The human report: per host a table of ports and a line with what it does not show. Lines end
/// with a line feed.
class Report
{
public:
    /// Above this many rows of one state on one host they are counted instead of listed (nmap's
    /// rule).
    static constexpr quint32 kLongestList = 25;
    /// Above this many open ports on a host that accepts every connection they are counted, too.
    static constexpr quint32 kLongestLie = 20;
    /// A banner's length in the table; the CSV and --explain have all of it.
    static constexpr qsizetype kLongestBanner = 48;
    /// Above this many hosts those with nothing to list share one line: of a /16 most are not
    /// there.
    static constexpr quint32 kManyHosts = 16;

    /// Both must outlive this.
    Report(const ResultStore &store, const PortCatalogue &catalogue, ReportStyle style);

    /// Gives the report out in pieces, a host at a time; `write` returns false to end it.
    void write(const std::function<bool(const QString &)> &write) const;

    /// Discovered open port 80/tcp on 198.18.1.1
    [[nodiscard]] static QString discovered(const HostRecord &host, const PortResult &result);
    /// Done: 1 host, 65535 ports, 10 open in 1.02 s
    [[nodiscard]] static QString done(const ScanSummary &summary);

private:
    struct Listing;

    [[nodiscard]] Listing listing(QList<quint32>::const_iterator begin,
                                  QList<quint32>::const_iterator end) const;
    [[nodiscard]] bool isListed(PortState state, const HostRecord &host) const;
    [[nodiscard]] QString hostText(const HostRecord &host, const Listing &listing) const;
    [[nodiscard]] QString table(const QList<quint32> &rows) const;
    [[nodiscard]] QString bannerCell(quint32 row) const;
    [[nodiscard]] QString explanation(quint32 row) const;
    [[nodiscard]] QString colored(PortState state, const QString &text) const;

    const ResultStore &m_store;
    const PortCatalogue &m_catalogue;
    ReportStyle m_style;
};

} // namespace roadstead
