// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/expectationwords.h"

#include "core/base/plaintext.h"
#include "ui/words/filewords.h"
#include "ui/words/parseerrorwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace roadstead::words {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

} // namespace

QString of(const ExpectationError &error)
{
    using Code = ExpectationError::Code;
    const QString found = plainText(error.found);
    switch (error.code) {
    case Code::TooLarge:
        return Texts::tr("Expectations of over 1 MB cannot be read.");
    case Code::Incomplete:
        return Texts::tr("a line says TARGETS PORTS and then open, not-open or any");
    case Code::UnknownWord:
        return Texts::tr("a line ends in open, not-open or any, not in \"%1\"").arg(found);
    case Code::NameInTargets:
        return Texts::tr("\"%1\" is a name; what is expected is said of addresses").arg(found);
    case Code::BadTargets:
    case Code::BadPorts:
        return complaint({error.parseCode, 0, error.found.size()}, error.found);
    }
    Q_UNREACHABLE();
}

QString of(const BookError &error)
{
    using Code = BookError::Code;
    const QString path = shownPath(error.path);
    switch (error.code) {
    case Code::Unreadable:
        return of(error.file, error.path);
    case Code::NotText:
        return Texts::tr("%1 is not a text in UTF-8.").arg(path);
    case Code::Damaged:
        if (error.text.line == 0)
            return Texts::tr("%1 is larger than 1 MB.").arg(path);
        return Texts::tr("%1, line %2, column %3: %4", "file, line, column, what is wrong")
            .arg(path, QString::number(error.text.line), QString::number(error.text.column),
                 of(error.text));
    case Code::TooMuch:
        return Texts::tr("More than 1 MB of expectations cannot be kept. A rule says more in less "
                         "room.");
    case Code::Changed:
        return Texts::tr("%1 was changed elsewhere meanwhile.").arg(path);
    case Code::InUse:
        return Texts::tr("%1 is being written by another program.").arg(path);
    case Code::Unwritable:
        return Texts::tr("%1 could not be written: %2").arg(path, plainText(error.systemText));
    }
    Q_UNREACHABLE();
}

QString standing(Expectation expectation, PortState state)
{
    const bool shouldBeOpen = expectation == Expectation::Open;
    if (isViolated(expectation, state))
        return shouldBeOpen ? Texts::tr("Not as expected: it should be open.")
                            : Texts::tr("Not as expected: it should not be open.");
    if (state == PortState::Unknown)
        return shouldBeOpen ? Texts::tr("It should be open; that could not be checked.")
                            : Texts::tr("It should not be open; that could not be checked.");
    return shouldBeOpen ? Texts::tr("As expected: it should be open.")
                        : Texts::tr("As expected: it should not be open.");
}

QString violation(const ResultStore &store, quint32 row)
{
    const PortResult &result = store.row(row);
    const HostRecord &host = store.hostOf(result);
    const QString address = plainText(host.addressText);
    const QString where = (host.address.isIpv4() ? address : u'[' + address + u']') + u':'
                          + QString::number(result.port);
    if (result.state() == PortState::Open)
        return Texts::tr("%1 is open, and should not be.", "address:port").arg(where);
    return Texts::tr("%1 should be open, and is %2 (%3).", "address:port, state, reason")
        .arg(where, of(result.state()).toLower(), of(result.reason()));
}

QString violations(qsizetype count)
{
    return Texts::tr("%Ln port(s) are not as expected.", nullptr,
                     pluralNumber(static_cast<quint64>(count)));
}

QString furtherViolations(qsizetype count)
{
    return Texts::tr("%Ln more port(s) are not as expected.", nullptr,
                     pluralNumber(static_cast<quint64>(count)));
}

QString notChecked(const ExpectationCheck &check)
{
    QStringList sentences;
    const quint64 ports = check.openNotChecked + check.notOpenNotChecked;
    if (ports > 0)
        sentences += Texts::tr("%Ln port(s) of which something is expected were not scanned.",
                               nullptr, pluralNumber(ports));
    if (check.hostsNotChecked > 0)
        sentences += Texts::tr("%Ln host(s) that should have open ports were not scanned.", nullptr,
                               pluralNumber(check.hostsNotChecked));
    return sentences.join(u' ');
}

} // namespace roadstead::words
