// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace roadstead {

/// A BlockList with a level more, for small blocks: its list of blocks is in blocks, too. Who
/// changes a shared one copies `kGroup` references and the groups' list, where a flat list of a
/// million blocks would take longer than a frame.
template <typename T, quint32 kBlock, quint32 kGroup>
class BlockTree
{
public:
    [[nodiscard]] quint32 size() const { return m_size; }
    [[nodiscard]] const T &at(quint32 index) const
    {
        return m_groups.at(index / kInGroup).at(index / kBlock % kGroup).at(index % kBlock);
    }
    /// To change it in place.
    [[nodiscard]] T &edit(quint32 index)
    {
        return m_groups[index / kInGroup][index / kBlock % kGroup][index % kBlock];
    }
    void append(const T &value)
    {
        if (m_size % kInGroup == 0)
            m_groups.append(QList<QList<T>>());
        QList<QList<T>> &group = m_groups.last();
        if (m_size % kBlock == 0) {
            group.append(QList<T>());
            group.last().reserve(kBlock);
        }
        group.last().append(value);
        ++m_size;
    }

private:
    static constexpr quint32 kInGroup = kBlock * kGroup;

    QList<QList<QList<T>>> m_groups;
    quint32 m_size = 0;
};

} // namespace roadstead
