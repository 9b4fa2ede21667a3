// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace roadstead {

/// A random order of the numbers 0 to size - 1 that takes no memory: at(i) is computed. A Feistel network of four
/// rounds over the smallest even number of bits that holds `size`, walked until it lands inside (Black and Rogaway,
/// "Ciphers with Arbitrary Finite Domains", CT-RSA 2002, cycle walking). Reproducible on every platform.
class Permutation
{
public:
    Permutation(quint64 size, quint64 seed);

    [[nodiscard]] quint64 size() const { return m_size; }
    /// Each number below size() for exactly one index below size().
    [[nodiscard]] quint64 at(quint64 index) const;

private:
    [[nodiscard]] quint64 encrypt(quint64 value) const;

    quint64 m_size;
    quint64 m_seed;
    int m_halfBits;
};

/// A well-mixed 64-bit number from another (SplitMix64's finaliser, Steele, Lea and Flood, OOPSLA 2014).
[[nodiscard]] constexpr quint64 mixed(quint64 x)
{
    x += 0x9e37'79b9'7f4a'7c15;
    x = (x ^ (x >> 30)) * 0xbf58'476d'1ce4'e5b9;
    x = (x ^ (x >> 27)) * 0x94d0'49bb'1331'11eb;
    return x ^ (x >> 31);
}

} // namespace roadstead
