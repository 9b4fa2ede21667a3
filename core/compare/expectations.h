// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is expected of hosts and ports, as a text that people write (docs/FORMATS.md,
// "Expectations") and as values.

#pragma once

#include "core/base/address.h"
#include "core/base/expected.h"
#include "core/base/portstate.h"
#include "core/target/addressset.h"
#include "core/target/parseerror.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QStringView>

namespace roadstead {

/// What a port is expected to be.
enum class Expectation : quint8 {
    None, ///< whatever it is will do
    Open,
    NotOpen, ///< closed or filtered, whichever
};

/// The word of the text form: "open", "not-open"; of None "any".
[[nodiscard]] QLatin1String identifier(Expectation expectation);

/// Whether a port in that state is not as expected. One that is unknown may be anything.
[[nodiscard]] constexpr bool isViolated(Expectation expectation, PortState state)
{
    return expectation != Expectation::None && state != PortState::Unknown
           && (state == PortState::Open) != (expectation == Expectation::Open);
}

/// First and last port, both included.
struct PortSpan
{
    quint16 first = 0;
    quint16 last = 0;

    friend bool operator==(const PortSpan &, const PortSpan &) = default;
};

/// What is expected of some ports of some addresses.
struct ExpectationRule
{
    AddressSet addresses; ///< a link-local one without a zone stands for all zones
    QList<PortSpan> ports; ///< ascending, apart (a PortSet may take 128 KiB, and rules are many)
    Expectation expectation = Expectation::Open;
};

/// What is expected of single ports, by address.
using ExpectationMarks = QHash<Address, QHash<quint16, Expectation>>;

/// Later rules win over earlier ones; None takes away what those say. A value; copies share memory.
class Expectations
{
public:
    void addRule(const ExpectationRule &rule) { m_rules.append(rule); }

    [[nodiscard]] bool isEmpty() const { return m_rules.isEmpty(); }
    [[nodiscard]] const QList<ExpectationRule> &rules() const { return m_rules; }
    /// What a zone is called that this computer does not have (foreignscope.h).
    void nameZone(quint32 scope, const QString &zone) { m_zones.insert(scope, zone); }
    [[nodiscard]] const QHash<quint32, QString> &zones() const { return m_zones; }

private:
    QList<ExpectationRule> m_rules;
    QHash<quint32, QString> m_zones; ///< foreign ones
};

/// Why a text of expectations could not be read.
struct ExpectationError
{
    enum class Code : quint8 {
        TooLarge, ///< over kLongestExpectations, or what written() makes of them is
        Incomplete, ///< a line without targets, ports or what is expected of them
        UnknownWord, ///< the last one of a line is none of those of Expectation
        BadTargets, ///< `parseCode` says why
        NameInTargets, ///< only addresses stay what they are
        BadPorts, ///< `parseCode` says why
    };
    Code code = Code::Incomplete;
    qsizetype line = 0; ///< from 1
    qsizetype column = 0; ///< from 1, in UTF-16 units
    QString found = {}; ///< the faulty part of the line; from outside: see plainText()
    ParseErrorCode parseCode = ParseErrorCode::Empty;

    friend bool operator==(const ExpectationError &, const ExpectationError &) = default;
};

inline constexpr qsizetype kLongestExpectations = 1024 * 1024; ///< UTF-16 units

/// One line for each rule: `TARGETS PORTS open`, or `not-open`, or `any`, which takes away what
/// lines before say; `#` starts a comment. Targets are those of a scan's excludes, but addresses
/// only, in any computer's zones; ports are numbers, without spaces.
[[nodiscard]] Expected<Expectations, ExpectationError> readExpectations(QStringView text);

/// The lines of marks, hosts with the same ones together.
[[nodiscard]] QString written(const ExpectationMarks &marks);

/// What readExpectations() makes the same of. Whoever has many may get more than what is read back.
[[nodiscard]] QString written(const Expectations &expectations);

} // namespace roadstead

Q_DECLARE_METATYPE(roadstead::Expectations)
