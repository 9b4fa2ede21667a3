// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compare/expectations.h"
#include "tests/fuzz/invariant.h"
#include "tests/support/expectationof.h"

#include <QStringList>

#include <cstddef>
#include <cstdint>

using namespace roadstead;

namespace {

void requireFault(const ExpectationError &error, const QString &text)
{
    if (error.code == ExpectationError::Code::TooLarge) {
        require(text.size() > kLongestExpectations, "only a long text is too long");
        return;
    }
    const QStringList lines = text.split(u'\n');
    require(error.line >= 1 && error.line <= lines.size(), "the line of a fault exists");
    require(error.column >= 1, "columns count from 1");
    const QString &line = lines.at(error.line - 1);
    require(line.sliced(error.column - 1).startsWith(error.found), "what is faulty stands there");
}

/// The first addresses of a rule, and its first and last port.
void requireSame(const Expectations &left, const Expectations &right)
{
    for (const ExpectationRule &rule : left.rules()) {
        require(!rule.addresses.isEmpty() && !rule.ports.isEmpty(), "no rule is about nothing");
        for (const Address &address :
             {rule.addresses.at(0), rule.addresses.at(rule.addresses.size() / 2)}) {
            for (const quint16 port : {rule.ports.first().first, rule.ports.last().last})
                require(expectationOf(left, address, port) == expectationOf(right, address, port),
                        "what is written means the same");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto expectations = readExpectations(text);
    if (!expectations) {
        requireFault(expectations.error(), text);
        return 0;
    }
    const QString again = written(*expectations);
    if (again.size() > kLongestExpectations)
        return 0;
    const auto read = readExpectations(again);
    require(read.hasValue(), "what is written can be read");
    require(read->rules().size() == expectations->rules().size(), "a line for each rule");
    requireSame(*expectations, *read);
    return 0;
}
