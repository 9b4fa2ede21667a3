// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectations.h"
#include "core/result/resultstore.h"
#include "ui/model/groupchoice.h"
#include "ui/words/hostwords.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <array>
#include <vector>

namespace roadstead {

class PortCatalogue;

/// One line of what the details show. Plain text, fit to show.
struct DetailLine
{
    QString text;
    bool isHeading = false;

    friend bool operator==(const DetailLine &, const DetailLine &) = default;
};
using DetailLines = QList<DetailLine>;

/// Everything that is known of one result and its host, or of a host or a port alone, in words.
class DetailText
{
    Q_DECLARE_TR_FUNCTIONS(roadstead::DetailText)

public:
    /// Both must outlive this.
    DetailText(const ResultStore &store, const PortCatalogue &catalogue);

    [[nodiscard]] DetailLines of(quint32 storeRow,
                                 Expectation expectation = Expectation::None) const;
    /// `host`: its index in the store. It need not have a result.
    [[nodiscard]] DetailLines ofHost(quint32 host) const;
    /// One port or more, with what was counted of each.
    [[nodiscard]] DetailLines ofPorts(const GroupChoice &ports) const;

private:
    void addHost(DetailLines &lines, const HostRecord &host) const;
    void addPort(DetailLines &lines, quint32 storeRow, Expectation expectation) const;
    void addService(DetailLines &lines, quint16 port) const;

    const ResultStore &m_store;
    const PortCatalogue &m_catalogue;
};

/// "14:03:07.512", of a time since the scan's start.
[[nodiscard]] QString clockTimeOf(const ResultStore &store, quint32 atMilliseconds);

/// Adds up many results.
class DetailTotals
{
    Q_DECLARE_TR_FUNCTIONS(roadstead::DetailTotals)

public:
    /// `store` must outlive this.
    explicit DetailTotals(const ResultStore &store);

    void add(quint32 storeRow);
    [[nodiscard]] DetailLines lines() const;

private:
    const ResultStore &m_store;
    quint64 m_rows = 0;
    quint64 m_hosts = 0;
    std::vector<bool> m_hasHost;
    std::array<quint64, kPortStateCount> m_counts{};
    quint32 m_fastest = PortResult::kNoRtt;
    quint32 m_slowest = 0;
};

/// Adds up many hosts.
class HostTotals
{
    Q_DECLARE_TR_FUNCTIONS(roadstead::HostTotals)

public:
    /// `store` must outlive this.
    explicit HostTotals(const ResultStore &store)
        : m_store(store)
    {}

    /// Its index in the store.
    void add(quint32 host);
    [[nodiscard]] DetailLines lines() const;

private:
    [[nodiscard]] static QString verdictText(HostVerdict verdict, const QString &count);

    const ResultStore &m_store;
    quint64 m_hosts = 0;
    quint64 m_withOpen = 0;
    std::array<quint64, kHostVerdictCount> m_verdicts{};
    std::array<quint64, kPortStateCount> m_counts{};
    quint32 m_firstAnswerAt = HostRecord().firstAnswerAt;
    quint32 m_lastAnswerAt = 0;
};

} // namespace roadstead
