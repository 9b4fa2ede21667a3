// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/portparser.h"

#include <QHash>
#include <QString>

#include <numeric>
#include <utility>

namespace roadstead {

/// A handful of service and preset names, so that parser tests do not depend on the shipped lists.
class FakeVocabulary final : public PortVocabulary
{
public:
    FakeVocabulary()
    {
        m_everyPort.resize(65535);
        std::iota(m_everyPort.begin(), m_everyPort.end(), quint16(1));
    }

    [[nodiscard]] QList<quint16> portsOfService(QStringView nameOrPattern) const override
    {
        ++m_lookups;
        QList<quint16> ports;
        for (const auto &[name, port] : m_services) {
            if (matches(nameOrPattern, name))
                ports.append(port);
        }
        return ports;
    }

    [[nodiscard]] qsizetype matchPreset(QStringView text, QList<quint16> &ports) const override
    {
        qsizetype longest = 0;
        for (const auto &[name, presetPorts] : m_presets) {
            const qsizetype length = name.size();
            const bool ends =
                text.size() == length
                || (text.size() > length && (text[length] == u',' || text[length].isSpace()));
            if (length > longest && ends && text.startsWith(name, Qt::CaseInsensitive)) {
                longest = length;
                ports = presetPorts.isEmpty() ? m_everyPort : presetPorts;
            }
        }
        return longest;
    }

    [[nodiscard]] const QList<quint16> &rankedCommonPorts() const override { return m_ranked; }

    /// How often services were asked for.
    [[nodiscard]] int lookups() const { return m_lookups; }

private:
    /// `*` and `?`; goes back to the last star only, so that no pattern takes long.
    static bool matches(QStringView pattern, QStringView text)
    {
        qsizetype p = 0;
        qsizetype t = 0;
        qsizetype star = -1;
        qsizetype afterStar = 0;
        while (t < text.size()) {
            const bool isStar = p < pattern.size() && pattern[p] == u'*';
            const bool isSame =
                p < pattern.size()
                && (pattern[p] == u'?' || pattern[p].toLower() == text[t].toLower());
            if (isStar) {
                star = p++;
                afterStar = t;
            } else if (isSame) {
                ++p;
                ++t;
            } else if (star >= 0) {
                p = star + 1;
                t = ++afterStar;
            } else {
                return false;
            }
        }
        while (p < pattern.size() && pattern[p] == u'*')
            ++p;
        return p == pattern.size();
    }

    const QList<std::pair<QString, quint16>> m_services{
        {QStringLiteral("ssh"), quint16(22)},         {QStringLiteral("domain"), quint16(53)},
        {QStringLiteral("http"), quint16(80)},        {QStringLiteral("3com-tsmux"), quint16(106)},
        {QStringLiteral("https"), quint16(443)},      {QStringLiteral("http-alt"), quint16(8080)},
        {QStringLiteral("zero-service"), quint16(0)}, {QStringLiteral("zero-service"), quint16(9)},
    };
    const QList<std::pair<QString, QList<quint16>>> m_presets{
        {QStringLiteral("web"), {80, 443, 8080}},
        {QStringLiteral("remote"), {22}},
        {QStringLiteral("Remote access"), {22, 3389}},
        {QStringLiteral("all"), {}},
    };
    const QList<quint16> m_ranked{80, 443, 22, 21, 25};
    QList<quint16> m_everyPort;
    mutable int m_lookups = 0;
};

} // namespace roadstead
