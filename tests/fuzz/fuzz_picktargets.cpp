// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/targetparser.h"
#include "tests/fuzz/invariant.h"
#include "tests/support/fakevocabulary.h"

#include <QStringList>

#include <cstddef>
#include <cstdint>

using namespace roadstead;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const FakeVocabulary vocabulary;
    static const PortParser portParser(vocabulary);
    static const TargetParser parser(portParser, [](QStringView) { return quint32(1); });
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString picked = pickTargets(text);
    if (picked.isEmpty())
        return 0;
    const auto spec = parser.parse(picked);
    require(spec.hasValue() || spec.error().code == ParseErrorCode::TooManyAddresses,
            "what is picked parses");
    require(!spec || spec->names.isEmpty(), "no names are picked");
    QStringList lines = picked.split(u'\n', Qt::SkipEmptyParts);
    require(lines.removeDuplicates() == 0, "each target is picked once");
    require(pickTargets(picked) == picked, "picking again changes nothing");
    return 0;
}
