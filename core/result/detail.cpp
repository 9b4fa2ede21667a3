// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/detail.h"

#include "core/result/errnoname.h"
#include "core/result/foreignscope.h"
#include "core/result/inferred.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

namespace roadstead {

namespace {

std::optional<quint8> byteFrom(QStringView text)
{
    bool isNumber = false;
    const uint value = text.toUInt(&isNumber);
    if (!isNumber || value > 255 || QString::number(value) != text)
        return std::nullopt;
    return static_cast<quint8>(value);
}

QString confidenceText(double confidence)
{
    return QString::number(confidence, 'f', QLocale::FloatingPointShortest);
}

bool readIcmp(QStringView value, Detail &detail)
{
    const qsizetype slash = value.indexOf(u'/');
    if (slash < 0)
        return false;
    const std::optional<quint8> type = byteFrom(value.first(slash));
    const std::optional<quint8> code = byteFrom(value.sliced(slash + 1));
    if (!type || !code)
        return false;
    detail.icmp = IcmpMessage{*type, *code, Address()};
    return true;
}

bool readSender(QStringView value, Detail &detail)
{
    const std::optional<Address> sender = addressFromAnywhere(value);
    if (!sender || *sender == Address() || !detail.icmp)
        return false;
    detail.icmp->sender = *sender;
    detail.icmp->foreignSender = foreignText(*sender, value);
    return true;
}

bool readSynRetransmissions(QStringView value, Detail &detail)
{
    const std::optional<quint8> count = byteFrom(value);
    detail.synRetransmissions = count.value_or(0);
    return detail.synRetransmissions != 0;
}

bool readConfidence(QStringView value, Detail &detail)
{
    bool isNumber = false;
    const double confidence = value.toDouble(&isNumber);
    if (!isNumber || !(confidence >= 0 && confidence <= 1) || confidenceText(confidence) != value)
        return false;
    detail.confidence = confidence;
    return true;
}

bool isPortCount(QStringView text)
{
    bool isNumber = false;
    const uint count = text.toUInt(&isNumber);
    return isNumber && count > 0 && count <= inferred::kMostPorts && QString::number(count) == text;
}

bool readInferred(QStringView value, Detail &detail)
{
    const auto isAllowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    };
    if (value.isEmpty() || value.size() > inferred::kLongest
        || !std::all_of(value.begin(), value.end(), isAllowed))
        return false;
    if (value.startsWith(inferred::kBlockedSince)
        && !isPortCount(value.sliced(inferred::kBlockedSince.size())))
        return false;
    detail.inferred = value.toString();
    return true;
}

bool readErrno(QStringView value, Detail &detail)
{
    const std::optional<int> number = errnoFromName(value);
    detail.errorNumber = number.value_or(0);
    return number.has_value();
}

struct Key
{
    const char *name;
    bool (*read)(QStringView value, Detail &detail);
};

// In the order of the file format.
constexpr std::array kKeys{
    Key{"icmp", readIcmp},
    Key{"from", readSender},
    Key{"syn_retrans", readSynRetransmissions},
    Key{"confidence", readConfidence},
    Key{"inferred", readInferred},
    Key{"errno", readErrno},
};

} // namespace

QString Detail::toText() const
{
    QStringList parts;
    if (icmp) {
        parts += u"icmp=" + QString::number(icmp->type) + u'/' + QString::number(icmp->code);
        if (icmp->sender != Address())
            parts += u"from=" + icmp->senderText();
    }
    if (synRetransmissions != 0)
        parts += u"syn_retrans=" + QString::number(synRetransmissions);
    if (confidence)
        parts += u"confidence=" + confidenceText(*confidence);
    if (!inferred.isEmpty())
        parts += u"inferred=" + inferred;
    if (errorNumber != 0)
        parts += u"errno=" + errnoName(errorNumber);
    return parts.join(u';');
}

size_t qHash(const Detail &detail, size_t seed) noexcept
{
    const IcmpMessage icmp = detail.icmp.value_or(IcmpMessage());
    return qHashMulti(seed, detail.icmp.has_value(), icmp.type, icmp.code, icmp.sender,
                      detail.synRetransmissions, detail.confidence.value_or(-1), detail.inferred,
                      detail.errorNumber, detail.banner);
}

std::optional<Detail> Detail::fromText(QStringView text)
{
    Detail detail;
    if (text.isEmpty())
        return detail;
    size_t next = 0; // of kKeys: each key once, in their order
    const QList<QStringView> parts = text.split(u';');
    for (const QStringView part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 0)
            return std::nullopt;
        const auto isNamed = [name = part.first(equals)](const Key &key) {
            return name == QLatin1String(key.name);
        };
        const auto key = std::find_if(kKeys.begin() + next, kKeys.end(), isNamed);
        if (key == kKeys.end() || !key->read(part.sliced(equals + 1), detail))
            return std::nullopt;
        next = static_cast<size_t>(key - kKeys.begin()) + 1;
    }
    return detail;
}

} // namespace roadstead
