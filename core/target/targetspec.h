// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/addressset.h"
#include "core/target/portset.h"

#include <QString>

#include <optional>

namespace roadstead {

/// A host given by name, not yet resolved.
struct NamedTarget
{
    QString typed; ///< as the user wrote it, for display and the CSV's hostname column
    QString ascii; ///< what is looked up (IDNA A-label form)
    std::optional<PortSet> ports; ///< from host:port; replaces the scan's port list
    qsizetype position = 0; ///< where it stands in the text
};

/// A single address given with its own ports (10.0.0.1:80).
struct PinnedTarget
{
    Address address;
    PortSet ports;
};

/// What a target text means. `addresses` takes the scan's port list; an address both here and in
/// `pinned` is scanned on both, each port once.
struct TargetSpec
{
    AddressSet addresses;
    QList<PinnedTarget> pinned;
    QList<NamedTarget> names;

    [[nodiscard]] bool isEmpty() const
    {
        return addresses.isEmpty() && pinned.isEmpty() && names.isEmpty();
    }
    /// Adds what `other` names; `positions` of its names are kept as they are.
    void unite(const TargetSpec &other);
};

/// The part of `targets` that is neither excluded nor of an unwanted family. What a name leads to
/// is not known before it is looked up, so names stay, and those in `excludes` take nothing away.
[[nodiscard]] TargetSpec effective(const TargetSpec &targets, const TargetSpec &excludes,
                                   bool useIpv4, bool useIpv6);

/// True outside IANA's special-purpose registries: loopback, private, link-local, 100.64/10,
/// 198.18/15, documentation, fc00::/7 and the like are not public. (IANA, IPv4 and IPv6
/// Special-Purpose Address Registries.)
[[nodiscard]] bool isPublic(const Address &address);
[[nodiscard]] bool containsPublic(const AddressSet &addresses);
[[nodiscard]] bool containsPublic(const TargetSpec &targets); ///< names are not looked at

inline constexpr quint64 kLargeAddressCount = 65'536; ///< above: "large", asks first
inline constexpr quint64 kLargeProbeCount = 10'000'000; ///< above: "large", asks first

} // namespace roadstead
