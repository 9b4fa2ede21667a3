// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/notes.h"

namespace roadstead {

namespace {

constexpr bool isLineBreakOrTab(QChar c)
{
    return (c >= u'\t' && c <= u'\r') || c == u'\u0085' || c == u'\u2028' || c == u'\u2029';
}

} // namespace

QString NoteBook::lineOf(QStringView typed)
{
    // Cut before the work: a clipboard may hold a gigabyte.
    QString line = typed.trimmed().first(qMin(typed.trimmed().size(), kLongestNote)).toString();
    for (QChar &c : line) {
        if (isLineBreakOrTab(c))
            c = u' ';
    }
    if (line.size() == kLongestNote && line.back().isHighSurrogate())
        line.chop(1); // half a character
    return line.trimmed();
}

void NoteBook::setHostNote(const Address &host, QStringView text)
{
    const QString line = lineOf(text);
    if (!line.isEmpty()) {
        m_hosts[host].ofHost = line;
        return;
    }
    const auto known = m_hosts.find(host);
    if (known == m_hosts.end())
        return;
    known->ofHost.clear();
    if (known->isEmpty())
        m_hosts.erase(known);
}

void NoteBook::setPortNote(const Address &host, quint16 port, QStringView text)
{
    const QString line = lineOf(text);
    if (!line.isEmpty()) {
        m_hosts[host].ofPorts.insert(port, line);
        return;
    }
    const auto known = m_hosts.find(host);
    if (known == m_hosts.end())
        return;
    known->ofPorts.remove(port);
    if (known->isEmpty())
        m_hosts.erase(known);
}

QString NoteBook::hostNote(const Address &host) const
{
    const auto known = m_hosts.constFind(host);
    return known == m_hosts.cend() ? QString() : known->ofHost;
}

QString NoteBook::portNote(const Address &host, quint16 port) const
{
    const auto known = m_hosts.constFind(host);
    return known == m_hosts.cend() ? QString() : known->ofPorts.value(port);
}

QString NoteBook::textFor(const Address &host, quint16 port) const
{
    const auto known = m_hosts.constFind(host);
    return known == m_hosts.cend() ? QString()
                                   : joinedNotes(known->ofPorts.value(port), known->ofHost);
}

QString joinedNotes(const QString &ofPort, const QString &ofHost)
{
    if (ofPort.isEmpty() || ofHost.isEmpty())
        return ofPort.isEmpty() ? ofHost : ofPort;
    return ofPort + u" · " + ofHost;
}

} // namespace roadstead
