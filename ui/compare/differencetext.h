// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compare/differenceview.h"

#include <QCoreApplication>

namespace roadstead {

class PortCatalogue;

/// The texts of the table of differences. Names come from outside and are made fit to show;
/// addresses are isolated (U+2066 U+2069) against a right-to-left window's order.
class DifferenceText
{
    Q_DECLARE_TR_FUNCTIONS(roadstead::DifferenceText)

public:
    /// Both must outlive this.
    DifferenceText(const ScanComparison &comparison, const PortCatalogue &catalogue);

    [[nodiscard]] static QString header(DifferenceColumns::Column column);
    [[nodiscard]] QString cell(const ScanDifference &difference,
                               DifferenceColumns::Column column) const;
    /// Both sides, and how each was found; plain text.
    [[nodiscard]] QString sentences(const ScanDifference &difference) const;
    /// What a screen reader says of the row: "192.168.1.1 port 443 https appeared, before closed,
    /// now open".
    [[nodiscard]] QString accessible(const ScanDifference &difference) const;

private:
    [[nodiscard]] QString names(const ScanDifference &difference) const;
    [[nodiscard]] QString service(const ScanDifference &difference) const;
    [[nodiscard]] static QString side(const QString &which, const QString &found,
                                      const ResultStore &store, quint32 row);

    const ScanComparison &m_comparison;
    const PortCatalogue &m_catalogue;
};

} // namespace roadstead
