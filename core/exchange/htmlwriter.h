// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/htmlwords.h"
#include "core/exchange/resultwriter.h"
#include "core/record/scandocument.h"

#include <array>

namespace roadstead {

class PortCatalogue;

/// A page for people, see docs/FORMATS.md. It is well-formed XML, too, so that a test can tell that
/// nothing in it escaped being escaped.
class HtmlWriter final : public ResultWriter
{
public:
    /// `store` and `catalogue` must outlive this. `areChosen`: a person chose these very rows, and
    /// wants to see them all.
    HtmlWriter(const ResultStore &store, const PortCatalogue &catalogue, ScanHeader header,
               HtmlWords words, bool areChosen);
    ~HtmlWriter() override;

    [[nodiscard]] int turns() const override { return PartCount; }
    [[nodiscard]] bool isInTurn(int turn, ConstRows rows) const override;
    void begin(QByteArray &out, ConstRows rows) override;
    [[nodiscard]] Rows beginHost(QByteArray &out, Rows rows) override;
    void appendRow(QByteArray &out, quint32 row) override;
    void endHost(QByteArray &out) override;
    void end(QByteArray &out) override;

private:
    /// The page's parts, a turn each.
    enum Part : int {
        WithOpenPorts,
        WithListedPorts,
        InNumbers,
        PartCount
    };
    using Counts = std::array<quint64, kPortStateCount>;

    [[nodiscard]] Part partOf(ConstRows rows) const;
    [[nodiscard]] Counts countsOf(ConstRows rows) const;
    [[nodiscard]] quint32 mostListed(const HostRecord &host, PortState state) const;
    [[nodiscard]] QString number(quint64 value) const;
    [[nodiscard]] QString time(const QDateTime &time) const;
    void appendHead(QByteArray &out) const;
    void appendFacts(QByteArray &out, quint64 hosts) const;
    void appendFact(QByteArray &out, const QString &label, const QString &value) const;
    void appendCounts(QByteArray &out, const Counts &counts) const;
    void appendState(QByteArray &out, PortState state) const;
    void beginPart(QByteArray &out, Part part);
    void appendTableHead(QByteArray &out) const;
    void appendHostInNumbers(QByteArray &out, const HostRecord &host, ConstRows rows) const;
    void appendHostHeading(QByteArray &out, const HostRecord &host) const;
    void appendNotListed(QByteArray &out, ConstRows rows);
    void appendReason(QByteArray &out, const PortResult &result, const Detail &detail) const;
    void appendSaid(QByteArray &out, const QString &label, const QString &text) const;

    const ResultStore &m_store;
    const PortCatalogue &m_catalogue;
    ScanHeader m_header;
    HtmlWords m_words;
    bool m_areChosen;
    Part m_part = PartCount; ///< being written; PartCount: none so far
    QByteArray m_afterTable; ///< of the host being written
};

} // namespace roadstead
