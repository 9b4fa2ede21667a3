// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"
#include "ui/model/cancellation.h"
#include "ui/model/sortkeys.h"

#include <array>
#include <optional>
#include <vector>

namespace roadstead {

class ServiceNames;

/// Alphabetical place of a row's reason, because that is what the column shows.
[[nodiscard]] quint64 reasonRank(const PortResult &result);
/// Higher the surer it is that a silent port is silent; kNoConfidence of an answer.
inline constexpr quint32 kNoConfidence = 0xffff'ffff;
[[nodiscard]] quint32 confidenceRank(const PortResult &result);
/// Compares names one by one, case-insensitive: below, equal or above 0.
[[nodiscard]] int compareNameLists(const QStringList &a, const QStringList &b);

/// Compares notes, case-insensitive: below, equal or above 0.
[[nodiscard]] int compareNotes(const QString &a, const QString &b);

/// Packs the leading parts of rows' sort keys into two words of 64 bits, so that many rows are
/// sorted as plain numbers. Ranks hosts and names when a part needs it: for one sort, not to keep.
class KeyPacker
{
public:
    /// Packs keys of `rows`. All must outlive this. If cancelled, the keys are good for nothing.
    KeyPacker(const ResultStore &store, const ServiceNames &services, const QList<quint32> &rows,
              const Cancellation &cancellation = {});

    static constexpr int kWords = 2;

    /// Adds a part behind those before. False when it does not fit any more; it is then left out.
    bool add(const SortKey &key);
    /// Whether there is a second word, for rows whose first is equal.
    [[nodiscard]] bool hasSecondWord() const { return m_words.at(1).bits > 0; }
    [[nodiscard]] quint64 pack(quint32 row, int word) const;

private:
    struct Part
    {
        SortKey key;
        int bits = 0;
        quint64 lowest = 0;
    };

    struct Word
    {
        std::vector<Part> parts;
        int bits = 0;
    };

    [[nodiscard]] Part partFor(const SortKey &key) const;
    [[nodiscard]] std::optional<quint64> valueOf(ResultColumns::Column column, quint32 row) const;
    [[nodiscard]] std::vector<quint32> hostNumbers() const;
    void rankHosts();
    void rankNames();
    void rankBanners();
    [[nodiscard]] quint32 bannerRank(quint32 row) const;
    void rankNotes();
    [[nodiscard]] quint32 noteRank(const PortResult &result) const;

    const ResultStore &m_store;
    const ServiceNames &m_services;
    const QList<quint32> &m_rows;
    Cancellation m_cancellation;
    std::array<Word, kWords> m_words;
    std::vector<quint32> m_hostRanks;
    std::vector<quint32> m_nameRanks;
    std::vector<quint32> m_bannerRanks; ///< by number of detail
    QHash<quint32, quint32> m_hostNoteRanks; ///< of the ports that have no note of their own
    QHash<quint64, quint32> m_portNoteRanks; ///< by portKey()
};

} // namespace roadstead
