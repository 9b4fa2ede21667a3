// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <utility>
#include <variant>

namespace roadstead {

/// A value, or why there is none: what std::expected is in C++23 (the compilers we build with do
/// not have it).
template <typename Value, typename Error>
class [[nodiscard]] Expected
{
public:
    // Implicit on purpose: a parser returns its value or its error as it is.
    Expected(Value value)
        : m_content(std::in_place_index<0>, std::move(value))
    {} // NOLINT(google-explicit-constructor)
    Expected(Error error)
        : m_content(std::in_place_index<1>, std::move(error))
    {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    [[nodiscard]] const Value &value() const &
    {
        Q_ASSERT(hasValue());
        return *std::get_if<0>(&m_content);
    }
    [[nodiscard]] Value &&value() &&
    {
        Q_ASSERT(hasValue());
        return std::move(*std::get_if<0>(&m_content));
    }
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!hasValue());
        return *std::get_if<1>(&m_content);
    }
    const Value &operator*() const & { return value(); }
    const Value *operator->() const { return &value(); }

private:
    std::variant<Value, Error> m_content;
};

} // namespace roadstead
