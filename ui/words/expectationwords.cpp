// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/expectationwords.h"

#include "core/base/plaintext.h"
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
