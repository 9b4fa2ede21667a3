// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>
#include <memory>
#include <vector>

namespace roadstead {

/// From a plan's number of a host to its index in a store. Numbers are places in a plan, and so
/// fill all of it in the end: pages cost four bytes a host, and never move what they hold. (A hash
/// takes four times as much, and a second to grow beyond eight million.)
class HostIndex
{
public:
    static constexpr quint32 kNone = 0xffff'ffff;

    [[nodiscard]] bool isEmpty() const { return m_pages.empty(); }
    /// kNone if it has none.
    [[nodiscard]] quint32 at(quint32 number) const
    {
        const size_t page = number / kPage;
        return page < m_pages.size() && m_pages[page] ? (*m_pages[page])[number % kPage] : kNone;
    }
    void insert(quint32 number, quint32 index)
    {
        const size_t page = number / kPage;
        if (page >= m_pages.size())
            m_pages.resize(page + 1);
        if (!m_pages[page]) {
            m_pages[page] = std::make_unique<Page>();
            m_pages[page]->fill(kNone);
        }
        (*m_pages[page])[number % kPage] = index;
    }

private:
    static constexpr quint32 kPage = 4'096;
    using Page = std::array<quint32, kPage>;

    std::vector<std::unique_ptr<Page>> m_pages; ///< null: none of its numbers has an index
};

} // namespace roadstead
