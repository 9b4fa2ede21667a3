// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"

#include <QList>
#include <QString>

namespace roadstead {

class PortCatalogue;

/// What goes to the clipboard for result rows.
enum class CopyFormat : quint8 {
    TabSeparated, ///< the CSV export's header, columns, values and protection, with tabs
    Html, ///< the same as a table
    HostPort, ///< one 192.0.2.1:443 or [2001:db8::1]:443 a line
};

/// Writes rows as text, one after the other. Nothing is localised or isolated: what is copied is
/// data.
class CopyWriter
{
public:
    /// All must outlive this.
    CopyWriter(const ResultStore &store, const PortCatalogue &catalogue, CopyFormat format);

    void add(quint32 storeRow);
    /// All that was added, with what belongs before and behind it. To be called once.
    [[nodiscard]] QString take();

private:
    const ResultStore &m_store;
    const PortCatalogue &m_catalogue;
    CopyFormat m_format;
    QString m_text;
};

/// `rows` are store rows and keep their order.
[[nodiscard]] QString copyText(const ResultStore &store, const PortCatalogue &catalogue,
                               const QList<quint32> &rows, CopyFormat format);

/// The port of a host as other programs take it: 192.0.2.1:443, [2001:db8::1]:443.
[[nodiscard]] QString hostPort(const HostRecord &host, quint16 port);

} // namespace roadstead
