// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectations.h"
#include "core/result/resultstore.h"
#include "ui/model/resultmodel.h"

#include <QCoreApplication>

namespace roadstead {

class PortCatalogue;

/// The texts of the results table's cells. Names come from outside and are made fit to show;
/// addresses and times are isolated (U+2066 U+2069) against a right-to-left window's order.
class ResultText
{
    Q_DECLARE_TR_FUNCTIONS(roadstead::ResultText)

public:
    /// Both must outlive this.
    ResultText(const ResultStore &store, const PortCatalogue &catalogue);

    [[nodiscard]] static QString header(ResultColumns::Column column);
    [[nodiscard]] QString cell(quint32 storeRow, ResultColumns::Column column) const;
    /// The row in sentences, for the reason how it was found, for the banner all of it; rich text
    /// only in that it is escaped.
    [[nodiscard]] QString toolTip(quint32 storeRow, ResultColumns::Column column,
                                  Expectation expectation = Expectation::None) const;
    /// What a screen reader says of the row: "192.168.1.1 port 443 https open 1.1 milliseconds".
    [[nodiscard]] QString accessible(const PortResult &result,
                                     Expectation expectation = Expectation::None) const;

    /// A host's typed names, fit to show: "router.lan, gateway".
    [[nodiscard]] static QString names(const HostRecord &host);

private:
    [[nodiscard]] QString rowInSentences(const PortResult &result, Expectation expectation) const;

    const ResultStore &m_store;
    const PortCatalogue &m_catalogue;
};

} // namespace roadstead
