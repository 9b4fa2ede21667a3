// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/portparser.h"
#include "tests/fuzz/invariant.h"
#include "tests/support/fakevocabulary.h"

#include <QStringList>

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace roadstead;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const FakeVocabulary vocabulary;
    static const PortParser parser(vocabulary);
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto ports = parser.parse(text);
    if (!ports) {
        requirePlace(ports.error(), text);
        return 0;
    }
    const QList<quint16> &list = ports->ports();
    require(!list.isEmpty(), "what parses is not empty");
    require(std::adjacent_find(list.cbegin(), list.cend(), std::greater_equal<>()) == list.cend(),
            "ports ascend, each once");
    require(list.first() != 0 || text.contains(u'0'), "port 0 only when named");
    if (list.size() > 200)
        return 0;
    QStringList numbers;
    for (const quint16 port : list)
        numbers.append(QString::number(port));
    const auto again = parser.parse(numbers.join(u','));
    require(again && *again == *ports, "the ports as numbers mean the same");
    return 0;
}
