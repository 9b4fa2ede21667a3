// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/requestjson.h"

#include "core/record/scanlimits.h"
#include "core/result/foreignscope.h"
#include "core/target/writtentargets.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QSet>

#include <algorithm>
#include <array>

namespace roadstead {

namespace {

QLatin1String key(const char *name)
{
    return QLatin1String(name);
}

constexpr int kMostMilliseconds = 3'600'000; // an hour: more than either door takes

struct NumberOption
{
    const char *name;
    int ScanOptions::*field;
    int least;
    int most;
};
constexpr std::array kNumbers{
    NumberOption{"retries", &ScanOptions::retries, ScanOptions::kAsNeeded, 100},
    NumberOption{"max_in_flight", &ScanOptions::maxInFlight, 0, 10'000'000},
    NumberOption{"per_host", &ScanOptions::perHost, 0, 65'536},
    NumberOption{"rate", &ScanOptions::rate, 0, 10'000'000},
    NumberOption{"threads", &ScanOptions::threads, 0, 64},
};

struct DurationOption
{
    const char *name;
    std::chrono::milliseconds ScanOptions::*field;
};
constexpr std::array kDurations{
    DurationOption{"timeout_ms", &ScanOptions::timeout},
    DurationOption{"min_timeout_ms", &ScanOptions::minTimeout},
    DurationOption{"max_timeout_ms", &ScanOptions::maxTimeout},
    DurationOption{"banner_wait_ms", &ScanOptions::bannerWait},
};

struct FlagOption
{
    const char *name;
    bool ScanOptions::*field;
};
constexpr std::array kFlags{
    FlagOption{"ipv4", &ScanOptions::useIpv4},
    FlagOption{"ipv6", &ScanOptions::useIpv6},
    FlagOption{"first_address_only", &ScanOptions::firstAddressOnly},
    FlagOption{"scan_down_hosts", &ScanOptions::scanDownHosts},
    FlagOption{"skip_silent", &ScanOptions::skipSilent},
    FlagOption{"check_liars", &ScanOptions::checkLiars},
    FlagOption{"pause_when_network_changes", &ScanOptions::pauseWhenNetworkChanges},
    FlagOption{"hold_for_public_names", &ScanOptions::holdForPublicNames},
};

constexpr std::array kTimings{"gentle", "normal", "fast"}; // by value

/// Takes what it knows out of an object, and remembers what was wrong first.
class ObjectReader
{
public:
    ObjectReader(QJsonObject object, QString prefix)
        : m_rest(std::move(object))
        , m_prefix(std::move(prefix))
    {}

    /// Undefined if it is not there.
    QJsonValue take(const char *name) { return m_rest.take(key(name)); }
    void fail(const QString &name)
    {
        if (m_fault.isEmpty())
            m_fault = m_prefix + name;
    }
    void fail(const char *name) { fail(QString(key(name))); }
    QString text(const char *name)
    {
        const QJsonValue value = take(name);
        if (!value.isString() && !value.isUndefined())
            fail(name);
        return value.toString();
    }
    /// Nothing if it is not there, or wrong.
    std::optional<int> number(const char *name, int least, int most)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined())
            return std::nullopt;
        const qint64 number = value.toInteger(qint64(least) - 1); // also of 1.5
        if (number < least || number > most) {
            fail(name);
            return std::nullopt;
        }
        return static_cast<int>(number);
    }
    /// Whatever is left is not known.
    [[nodiscard]] QString fault()
    {
        if (!m_rest.isEmpty())
            fail(m_rest.begin().key());
        return m_fault;
    }

private:
    QJsonObject m_rest;
    QString m_prefix;
    QString m_fault;
};

QJsonObject toJson(const ScanOptions &options)
{
    QJsonObject object;
    object.insert(key("timing"), key(kTimings[static_cast<size_t>(options.timing)]));
    for (const NumberOption &option : kNumbers)
        object.insert(key(option.name), options.*option.field);
    for (const DurationOption &option : kDurations)
        object.insert(key(option.name), qint64((options.*option.field).count()));
    for (const FlagOption &option : kFlags)
        object.insert(key(option.name), options.*option.field);
    object.insert(key("impossible_address"), options.impossibleAddress.toString());
    object.insert(key("seed"), QString::number(options.seed)); // JSON's numbers are too short
    return object;
}

void readTiming(ObjectReader &in, ScanOptions &options)
{
    const QJsonValue value = in.take("timing");
    if (value.isUndefined())
        return;
    const auto found = std::find_if(kTimings.begin(), kTimings.end(), [&value](const char *name) {
        return value.toString() == key(name);
    });
    if (found == kTimings.end())
        return in.fail("timing");
    options.timing = static_cast<Timing>(found - kTimings.begin());
}

void readSeed(ObjectReader &in, ScanOptions &options)
{
    const QString text = in.text("seed");
    options.seed = text.toULongLong();
    if (!text.isEmpty() && QString::number(options.seed) != text)
        in.fail("seed");
}

QString readOptions(const QJsonObject &object, ScanOptions &options)
{
    ObjectReader in(object, QStringLiteral("options."));
    readTiming(in, options);
    for (const NumberOption &option : kNumbers) {
        if (const auto value = in.number(option.name, option.least, option.most))
            options.*option.field = *value;
    }
    for (const DurationOption &option : kDurations) {
        if (const auto value = in.number(option.name, 0, kMostMilliseconds))
            options.*option.field = std::chrono::milliseconds(*value);
    }
    for (const FlagOption &option : kFlags) {
        const QJsonValue value = in.take(option.name);
        if (!value.isBool() && !value.isUndefined())
            in.fail(option.name);
        options.*option.field = value.toBool(options.*option.field);
    }
    const QString impossible = in.text("impossible_address");
    if (const auto address = addressFromAnywhere(impossible))
        options.impossibleAddress = *address;
    else if (!impossible.isEmpty())
        in.fail("impossible_address");
    readSeed(in, options);
    return in.fault();
}

QJsonObject toJson(const NameAnswers &answers)
{
    QJsonObject object;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        QJsonArray addresses;
        for (const Address &address : it.value())
            addresses.append(address.toString());
        object.insert(it.key(), addresses);
    }
    return object;
}

QSet<QString> namesIn(const ScanRequest &request)
{
    QSet<QString> names;
    for (const NamedTarget &name : request.targets.names)
        names.insert(name.ascii);
    for (const NamedTarget &name : request.excludes.names)
        names.insert(name.ascii);
    return names;
}

/// Only of names that the request has: what else would be there nobody could see.
void readAnswers(ObjectReader &in, RequestJson &read)
{
    const QJsonValue value = in.take("answers");
    if (value.isUndefined())
        return;
    if (!value.isObject())
        return in.fail("answers");
    const QJsonObject object = value.toObject();
    const QSet<QString> names = namesIn(read.request);
    NameAnswers answers;
    for (auto it = object.begin(); it != object.end(); ++it) {
        QList<Address> &addresses = answers[it.key()];
        const QJsonArray texts = it.value().toArray();
        for (const QJsonValue text : texts) {
            if (const auto address = addressFromAnywhere(text.toString()))
                addresses.append(*address);
        }
        if (!it.value().isArray() || addresses.size() != texts.size()
            || texts.size() > limits::kAnswers || !names.contains(it.key()))
            in.fail("answers");
    }
    read.answers = answers;
}

TargetSpec readTargetText(ObjectReader &in, const char *name, bool isExclude)
{
    const QString text = in.text(name);
    if (text.isEmpty())
        return {};
    const auto targets = readTargets(text, isExclude, scopeOfZone);
    if (targets)
        return *targets;
    in.fail(name);
    return {};
}

PortSet readPortText(ObjectReader &in, const char *name)
{
    const QString text = in.text(name);
    if (text.isEmpty())
        return {};
    const auto ports = readPorts(text);
    if (ports)
        return *ports;
    in.fail(name);
    return {};
}

void readPortsFirst(ObjectReader &in, ScanRequest &request)
{
    const QJsonValue value = in.take("ports_first");
    if (!value.isArray() && !value.isUndefined())
        return in.fail("ports_first");
    const QJsonArray ports = value.toArray();
    if (ports.size() > 65'536)
        return in.fail("ports_first");
    for (const QJsonValue port : ports) {
        const qint64 number = port.toInteger(-1);
        if (number < 0 || number > 65'535)
            return in.fail("ports_first");
        request.portsFirst.append(static_cast<quint16>(number));
    }
}

void readShard(ObjectReader &in, ScanRequest &request)
{
    const QString text = in.text("shard");
    if (text.isEmpty())
        return;
    const Shard shard{.number = text.section(u'/', 0, 0).toUInt(),
                      .count = text.section(u'/', 1).toUInt()};
    const bool isSame = QString::number(shard.number) + u'/' + QString::number(shard.count) == text;
    if (!isSame || shard.number < 1 || shard.number > shard.count || shard.count > Shard::kMost)
        return in.fail("shard");
    request.shard = shard;
}

} // namespace

QJsonObject toJson(const ScanRequest &request, const std::optional<NameAnswers> &answers)
{
    QJsonArray first;
    for (const quint16 port : request.portsFirst)
        first.append(port);
    QJsonObject object{
        {key("targets"), written(request.targets)},
        {key("excludes"), written(request.excludes)},
        {key("ports"), written(request.ports)},
        {key("excluded_ports"), written(request.excludedPorts)},
        {key("ports_first"), first},
        {key("options"), toJson(request.options)},
        {key("shard"), QString(QString::number(request.shard.number) + u'/'
                               + QString::number(request.shard.count))},
    };
    if (answers)
        object.insert(key("answers"), toJson(*answers));
    return object;
}

Expected<RequestJson, QString> requestFromJson(const QJsonObject &object)
{
    RequestJson read;
    ObjectReader in(object, QString());
    read.request.targets = readTargetText(in, "targets", false);
    read.request.excludes = readTargetText(in, "excludes", true);
    read.request.ports = readPortText(in, "ports");
    read.request.excludedPorts = readPortText(in, "excluded_ports");
    readPortsFirst(in, read.request);
    readShard(in, read.request);
    readAnswers(in, read);
    const QJsonValue options = in.take("options");
    if (!options.isObject() && !options.isUndefined())
        in.fail("options");
    const QString fault = readOptions(options.toObject(), read.request.options);
    const QString ownFault = in.fault();
    if (!ownFault.isEmpty() || !fault.isEmpty())
        return ownFault.isEmpty() ? fault : ownFault;
    return read;
}

bool hasForeignScope(const TargetSpec &targets)
{
    const QList<Ipv6Range> &ranges = targets.addresses.ipv6().ranges();
    return std::any_of(ranges.begin(), ranges.end(),
                       [](const Ipv6Range &range) { return isForeignScope(range.scope); })
           || std::any_of(
               targets.pinned.begin(), targets.pinned.end(),
               [](const PinnedTarget &target) { return isForeignScope(target.address.scope); });
}

} // namespace roadstead
