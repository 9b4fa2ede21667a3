// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/targetparser.h"
#include "tests/support/fakevocabulary.h"

#include <QObject>

namespace roadstead {

[[nodiscard]] inline quint32 fakeZone(QStringView zone)
{
    if (zone == u"eth0" || zone == u"2")
        return 2;
    return zone == u"br-lan" ? 3 : 0;
}

/// A target parser where the zones eth0 (2) and br-lan (3) are known.
class TargetParserBench : public QObject
{
protected:
    [[nodiscard]] Expected<TargetSpec, ParseError> parse(const QString &text,
                                                         TargetParser::Options options = {}) const
    {
        return TargetParser(m_portParser, fakeZone).parse(text, options);
    }

    FakeVocabulary m_vocabulary;
    PortParser m_portParser{m_vocabulary};
};

} // namespace roadstead
