// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <utility>

namespace roadstead {

/// A list in blocks of `kBlock` that only grows. A copy shares the blocks; who changes one that is
/// shared copies that block and the list of them, not everything (one flat list would copy 256 MB
/// at sixteen million rows, and pause while it grows). What was appended never moves within a copy.
template <typename T, quint32 kBlock>
class BlockList
{
public:
    [[nodiscard]] quint32 size() const { return m_size; }
    [[nodiscard]] const T &at(quint32 index) const
    {
        return m_blocks.at(index / kBlock).at(index % kBlock);
    }
    /// To change it in place.
    [[nodiscard]] T &edit(quint32 index) { return m_blocks[index / kBlock][index % kBlock]; }
    void append(const T &value)
    {
        if (m_size % kBlock == 0) {
            m_blocks.append(QList<T>());
            m_blocks.last().reserve(kBlock);
        }
        m_blocks.last().append(value);
        ++m_size;
    }

private:
    QList<QList<T>> m_blocks;
    quint32 m_size = 0;
};

/// What only the one that grows needs: a copy begins without it.
template <typename T>
struct NotCopied : T
{
    NotCopied() = default;
    NotCopied(const NotCopied &)
        : T()
    {}
    NotCopied(NotCopied &&) noexcept = default;
    NotCopied &operator=(const NotCopied &other)
    {
        if (this != &other)
            T::operator=(T());
        return *this;
    }
    NotCopied &operator=(NotCopied &&) noexcept = default;
    ~NotCopied() = default;
};

} // namespace roadstead
