// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// IANA's table is kept twice: by port, for the results table, which asks for a name per row, and by
// case-folded name, for port texts. A port text may be a pasted megabyte, so a name is found by
// bisection, and a wildcard looks only at the names that share its literal start.

#include "core/lookup/portcatalogue.h"

#include "core/lookup/presetreader.h"

#include <QFile>

#include <algorithm>

namespace roadstead {

namespace {

QByteArray readResource(const QString &path)
{
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? file.readAll() : QByteArray();
}

bool isWildcard(QChar c)
{
    return c == u'*' || c == u'?';
}

/// Whether `name` fits `pattern`, both case-folded. Goes back to the last '*' only, which is enough
/// and keeps the time below the product of the two lengths (a recursive matcher is exponential on
/// *a*a*a*b).
bool matchesWildcard(QStringView name, QStringView pattern)
{
    qsizetype n = 0;
    qsizetype p = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            star = p++;
            resume = n;
        } else if (p < pattern.size() && (pattern[p] == u'?' || pattern[p] == name[n])) {
            ++p;
            ++n;
        } else if (star >= 0) {
            p = star + 1;
            n = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*')
        ++p;
    return p == pattern.size();
}

/// Case-folded, with runs of '*' made one; nothing if it needs more than `longest` characters, as
/// no name can match.
QString normalizedPattern(QStringView pattern, qsizetype longest)
{
    QString out;
    qsizetype needed = 0;
    for (const QChar c : pattern) {
        if (c == u'*' && out.endsWith(u'*'))
            continue;
        needed += c == u'*' ? 0 : 1;
        if (needed > longest)
            return {};
        out += c.toCaseFolded();
    }
    return out;
}

bool isSpaceOrDash(QChar c)
{
    return c == u' ' || c == u'-';
}

/// Whether `text` starts with `name` and goes on with a separator or not at all. Case does not
/// matter, and a space and a '-' are the same.
bool startsWithName(QStringView text, QStringView name)
{
    if (text.size() < name.size())
        return false;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool same = text[i].toCaseFolded() == name[i].toCaseFolded()
                          || (isSpaceOrDash(text[i]) && isSpaceOrDash(name[i]));
        if (!same)
            return false;
    }
    if (text.size() == name.size())
        return true;
    const QChar next = text[name.size()];
    return next == u',' || next.isSpace();
}

QList<quint16> portsOf(const PortPreset &preset)
{
    QList<quint16> ports;
    ports.reserve(preset.ports.size());
    for (const PresetPort &port : preset.ports)
        ports.append(port.port);
    return ports;
}

} // namespace

PortCatalogue::PortCatalogue()
    : PortCatalogue(readResource(QStringLiteral(":/ports/presets.txt")),
                    readResource(QStringLiteral(":/services/iana-tcp.tsv")))
{
    Q_ASSERT(m_malformedPresetLines.isEmpty());
    Q_ASSERT(m_malformedServiceLines.isEmpty());
}

PortCatalogue::PortCatalogue(const QByteArray &presets, const QByteArray &services)
{
    readServices(services);
    indexServices();
    PresetReader reader([this](quint16 port) {
        const Service *service = firstService(port);
        if (service == nullptr)
            return QString();
        return service->description.isEmpty() ? service->name : service->description;
    });
    m_presets = reader.read(presets);
    m_malformedPresetLines = reader.malformedLines();
    for (const PortPreset &preset : std::as_const(m_presets)) {
        m_presetPorts.append(portsOf(preset));
        if (preset.id == u"common")
            m_rankedCommon = m_presetPorts.last();
    }
}

PortCatalogue::~PortCatalogue() = default;

QString PortCatalogue::serviceName(quint16 port) const
{
    const Service *service = firstService(port);
    return service == nullptr ? QString() : service->name;
}

QString PortCatalogue::serviceDescription(quint16 port) const
{
    const Service *service = firstService(port);
    return service == nullptr ? QString() : service->description;
}

QList<quint16> PortCatalogue::portsOfService(QStringView nameOrPattern) const
{
    const QString pattern = normalizedPattern(nameOrPattern, m_longestName);
    const auto wildcard = std::find_if(pattern.begin(), pattern.end(), isWildcard);
    const QStringView start = QStringView(pattern).first(wildcard - pattern.begin());
    const bool isExact = wildcard == pattern.end();
    if (pattern.isEmpty())
        return {};

    QList<quint16> ports;
    auto at = std::lower_bound(
        m_byName.begin(), m_byName.end(), start,
        [](const FoldedName &entry, QStringView text) { return entry.name < text; });
    for (; at != m_byName.end() && at->name.startsWith(start); ++at) {
        if (isExact ? at->name.size() == start.size() : matchesWildcard(at->name, pattern))
            ports.append(at->port);
    }
    std::sort(ports.begin(), ports.end());
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
    return ports;
}

qsizetype PortCatalogue::matchPreset(QStringView text, QList<quint16> &ports) const
{
    qsizetype length = 0;
    qsizetype best = -1;
    for (qsizetype i = 0; i < m_presets.size(); ++i) {
        for (const QStringView name :
             {QStringView(m_presets[i].id), QStringView(m_presets[i].title)}) {
            if (name.size() > length && startsWithName(text, name)) {
                length = name.size();
                best = i;
            }
        }
    }
    if (best >= 0)
        ports = m_presetPorts[best];
    return length;
}

const QList<quint16> &PortCatalogue::rankedCommonPorts() const
{
    return m_rankedCommon;
}

void PortCatalogue::readServices(const QByteArray &text)
{
    QByteArrayView rest(text);
    m_services.reserve(rest.count('\n') + 1);
    for (qsizetype number = 1; !rest.isEmpty(); ++number) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (!readService(line))
            m_malformedServiceLines.append(number);
    }
}

/// `port<TAB>name[<TAB>description]`, ascending by port, or a comment.
bool PortCatalogue::readService(QByteArrayView line)
{
    if (line.isEmpty() || line[0] == '#')
        return true;
    const qsizetype tab = line.indexOf('\t');
    if (tab < 1)
        return false;
    bool isNumber = false;
    const uint port = line.first(tab).toUInt(&isNumber);
    const QByteArrayView words = line.sliced(tab + 1);
    const qsizetype nameEnd = words.indexOf('\t');
    const QByteArrayView name = nameEnd < 0 ? words : words.first(nameEnd);
    const quint16 lowest = m_services.isEmpty() ? quint16(1) : m_services.last().port;
    if (!isNumber || port < lowest || port > 65'535 || name.trimmed().isEmpty())
        return false;
    m_services.append({static_cast<quint16>(port), QString::fromUtf8(name),
                       nameEnd < 0 ? QString() : QString::fromUtf8(words.sliced(nameEnd + 1))});
    return true;
}

void PortCatalogue::indexServices()
{
    m_byName.reserve(m_services.size());
    for (const Service &service : std::as_const(m_services)) {
        m_byName.append({service.name.toCaseFolded(), service.port});
        m_longestName = std::max(m_longestName, m_byName.last().name.size());
    }
    std::sort(m_byName.begin(), m_byName.end(),
              [](const FoldedName &a, const FoldedName &b) { return a.name < b.name; });
}

const PortCatalogue::Service *PortCatalogue::firstService(quint16 port) const
{
    const auto found = std::lower_bound(
        m_services.begin(), m_services.end(), port,
        [](const Service &service, quint16 wanted) { return service.port < wanted; });
    return found == m_services.end() || found->port != port ? nullptr : &*found;
}

} // namespace roadstead
