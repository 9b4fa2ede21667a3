// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"

#include <QHash>
#include <QString>

namespace roadstead {

/// What a person noted on a host, and on its ports.
struct HostNotes
{
    QString ofHost;
    QHash<quint16, QString> ofPorts; ///< none of them empty

    [[nodiscard]] bool isEmpty() const { return ofHost.isEmpty() && ofPorts.isEmpty(); }
    friend bool operator==(const HostNotes &, const HostNotes &) = default;
};

/// Notes by address and port, whatever scan found them. A value; copies share memory, and one that
/// nobody noted anything in costs nothing. As typed: to show one, use plainText().
class NoteBook
{
public:
    static constexpr qsizetype kLongestNote = 500; ///< UTF-16 units

    /// One line, without white space at its ends, not too long.
    [[nodiscard]] static QString lineOf(QStringView typed);

    /// Keep lineOf(text); nothing takes the note away.
    void setHostNote(const Address &host, QStringView text);
    void setPortNote(const Address &host, quint16 port, QStringView text);

    [[nodiscard]] bool isEmpty() const { return m_hosts.isEmpty(); }
    [[nodiscard]] const QHash<Address, HostNotes> &hosts() const { return m_hosts; }
    [[nodiscard]] QString hostNote(const Address &host) const;
    [[nodiscard]] QString portNote(const Address &host, quint16 port) const;
    /// All that is noted on a port: its own note, then its host's.
    [[nodiscard]] QString textFor(const Address &host, quint16 port) const;

    friend bool operator==(const NoteBook &, const NoteBook &) = default;

private:
    QHash<Address, HostNotes> m_hosts; ///< none of them empty
};

/// The two notes in one line.
[[nodiscard]] QString joinedNotes(const QString &ofPort, const QString &ofHost);

} // namespace roadstead
