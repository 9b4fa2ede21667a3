// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/parseerrorwords.h"

#include "core/base/plaintext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace roadstead::words {

namespace {

constexpr qsizetype kLongestExcerpt = 40;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

bool isSeparator(QChar c)
{
    return c.isSpace() || c == u',' || c == u'#';
}

/// The faulty part and what hangs on to it, up to the next separators: of 10.0.0.0/33 the parser
/// may name only /33.
QStringView itemAround(const ParseError &error, QStringView text)
{
    qsizetype begin = qBound(qsizetype(0), error.position, text.size());
    qsizetype end = qBound(begin, error.position + error.length, text.size());
    while (begin > 0 && !isSeparator(text[begin - 1]))
        --begin;
    while (end < text.size() && !isSeparator(text[end]))
        ++end;
    return text.sliced(begin, end - begin).trimmed();
}

QString shortened(QStringView text)
{
    // Cut before and after escaping: the first for speed with a megabyte of junk, the second for
    // the width.
    constexpr qsizetype kHalf = (kLongestExcerpt - 1) / 2;
    const QString whole =
        text.size() <= 2 * kLongestExcerpt
            ? plainText(text)
            : plainText(text.first(kLongestExcerpt)) + plainText(text.last(kLongestExcerpt));
    if (whole.size() <= kLongestExcerpt)
        return whole;
    QString begin = whole.first(kHalf);
    QString end = whole.last(kHalf);
    // Half of a surrogate pair would show as a box.
    if (begin.back().isHighSurrogate())
        begin.chop(1);
    if (end.front().isLowSurrogate())
        end.remove(0, 1);
    return begin + u'\u2026' + end;
}

/// 010.0.0.1 -> 10.0.0.1; empty if that is not all it takes.
QString withoutLeadingZeros(QStringView text)
{
    QStringList octets;
    const QList<QStringView> parts = text.split(u'.');
    for (const QStringView part : parts) {
        bool isNumber = false;
        const uint octet = part.toUInt(&isNumber);
        if (!isNumber || octet > 255)
            return QString();
        octets += QString::number(octet);
    }
    return octets.size() == 4 ? octets.join(u'.') : QString();
}

QString addressComplaint(const ParseError &error, QStringView item)
{
    switch (error.code) {
    case ParseErrorCode::LeadingZero: {
        const QString better = withoutLeadingZeros(item);
        return better.isEmpty() ? Texts::tr("leading zeros are ambiguous; leave them out")
                                : Texts::tr("leading zeros are ambiguous; write %1").arg(better);
    }
    case ParseErrorCode::BadOctet:
        return Texts::tr("each part of an IPv4 address must be 0 to 255, a range like 1-9, or *");
    case ParseErrorCode::BadPrefix:
        return item.contains(u':') ? Texts::tr("the prefix must be 0 to 128")
                                   : Texts::tr("the prefix must be 0 to 32");
    case ParseErrorCode::PrefixTooWide:
        return Texts::tr(
            "an IPv6 range may have at most 16,777,216 addresses; use /104 or a longer prefix");
    case ParseErrorCode::ReversedRange:
        return Texts::tr("the range ends before it begins; the smaller end comes first");
    case ParseErrorCode::MixedRange:
        return Texts::tr(
            "both ends of a range must be of one kind, IPv4 or IPv6, with the same zone");
    case ParseErrorCode::MissingZone:
        return Texts::tr("a link-local address needs its interface, as in fe80::1%eth0");
    case ParseErrorCode::UnknownZone:
        return Texts::tr("this computer has no such network interface");
    case ParseErrorCode::UnspecifiedAddress:
        return Texts::tr("this address means \"no address\" and cannot be scanned");
    case ParseErrorCode::MulticastAddress:
        return Texts::tr("a multicast address names a group, not a host, and cannot be scanned");
    case ParseErrorCode::BroadcastAddress:
        return Texts::tr("a broadcast address names every host at once and cannot be scanned");
    default:
        return Texts::tr("this is not an IPv4 or IPv6 address");
    }
}

/// http://user@10.0.0.1:80/x -> 10.0.0.1; empty if there is nothing where a host should be.
QStringView hostOfUrl(QStringView url)
{
    QStringView host = url.sliced(qMin(url.size(), url.indexOf(u"://") + 3));
    const auto end = std::find_if(host.begin(), host.end(),
                                  [](QChar c) { return c == u'/' || c == u'?' || c == u'\\'; });
    host = host.first(std::distance(host.begin(), end));
    host = host.sliced(host.lastIndexOf(u'@') + 1);
    if (host.startsWith(u'[')) {
        const qsizetype close = host.indexOf(u']');
        return close < 0 ? QStringView() : host.sliced(1, close - 1);
    }
    const qsizetype colon = host.indexOf(u':');
    return colon < 0 ? host : host.first(colon);
}

QString urlComplaint(QStringView item)
{
    const QString host = shortened(hostOfUrl(item));
    return host.isEmpty() ? Texts::tr("this is a URL; write only its host")
                          : Texts::tr("this is a URL; write only its host, %1").arg(host);
}

QString topComplaint(qsizetype limit)
{
    return limit > 0 ? Texts::tr("top: takes a number from 1 to %1").arg(limit)
                     : Texts::tr("top: takes a number from 1 to the length of the Common list");
}

} // namespace

QString excerpt(const ParseError &error, QStringView text)
{
    return shortened(itemAround(error, text));
}

QString complaint(const ParseError &error, QStringView text)
{
    switch (error.code) {
    case ParseErrorCode::Empty:
        return Texts::tr("nothing is named here");
    case ParseErrorCode::TooLong:
        return Texts::tr("the text is too long");
    case ParseErrorCode::BadCharacter:
        return Texts::tr("this holds a character that no target or port can have");
    case ParseErrorCode::BadName:
        return Texts::tr("this is not a host name: letters, digits, - and _, at most 63 between "
                         "dots and 253 in all");
    case ParseErrorCode::PortNotAllowedHere:
        return Texts::tr("only a name or a single address can have its own port");
    case ParseErrorCode::PortInExclude:
        return Texts::tr(
            "an exclude takes whole hosts; ports have an exclude of their own (--exclude-ports)");
    case ParseErrorCode::IsUrl:
        return urlComplaint(itemAround(error, text));
    case ParseErrorCode::BadPort:
        return Texts::tr("a port must be 0 to 65535");
    case ParseErrorCode::UnknownService:
        return Texts::tr("no service and no port list has this name");
    case ParseErrorCode::NoServiceMatches:
        return Texts::tr("no service's name matches this");
    case ParseErrorCode::BadTop:
        return topComplaint(error.limit);
    case ParseErrorCode::TooManyAddresses:
        return Texts::tr("there are more than 4,294,967,295 addresses in all");
    case ParseErrorCode::NestedFile:
        return Texts::tr(
            "a file can be named only on the command line, not inside a text or another file");
    case ParseErrorCode::NothingLeft:
        return Texts::tr("nothing is left to scan: everything named is excluded");
    case ParseErrorCode::BadAddress:
    case ParseErrorCode::LeadingZero:
    case ParseErrorCode::BadOctet:
    case ParseErrorCode::BadPrefix:
    case ParseErrorCode::PrefixTooWide:
    case ParseErrorCode::ReversedRange:
    case ParseErrorCode::MixedRange:
    case ParseErrorCode::MissingZone:
    case ParseErrorCode::UnknownZone:
    case ParseErrorCode::UnspecifiedAddress:
    case ParseErrorCode::MulticastAddress:
    case ParseErrorCode::BroadcastAddress:
        return addressComplaint(error, itemAround(error, text));
    }
    Q_UNREACHABLE();
}

} // namespace roadstead::words
