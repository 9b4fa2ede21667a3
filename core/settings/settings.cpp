// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One table says what there is. An INI file stores every value as text, so what is read is first
// converted to the row's type and then checked: "timeout=soon" and "timeout=-1" both read as the
// default.

#include "core/settings/settings.h"

#include "core/base/portstate.h"
#include "core/settings/timingname.h"

#include <QMetaType>
#include <QSettings>
#include <QStringList>

#include <algorithm>
#include <array>

namespace roadstead {

namespace {

using Check = bool (*)(const QVariant &);

struct Row
{
    Setting setting;
    const char *name;
    QMetaType::Type type;
    QVariant (*makeDefault)();
    Check isValid;
};

bool any(const QVariant &)
{
    return true;
}

template <int Low, int High>
bool within(const QVariant &value)
{
    return value.toInt() >= Low && value.toInt() <= High;
}

template <int MaxLength>
bool atMost(const QVariant &value)
{
    return value.toString().size() <= MaxLength;
}

bool areStates(const QVariant &value)
{
    const QStringList states = value.toStringList();
    return std::all_of(states.cbegin(), states.cend(), [](const QString &state) {
        return portStateFromIdentifier(state).has_value();
    });
}

bool isTiming(const QVariant &value)
{
    return timingFromIdentifier(value.toString()).has_value();
}

constexpr int kLimitCount = 7; // ui/setup has the boxes

/// What its numbers may be is known to the boxes that they are put into.
bool isCustomSpeed(const QVariant &value)
{
    const QStringList parts = value.toStringList();
    return parts.isEmpty()
           || (parts.size() <= 1 + kLimitCount && timingFromIdentifier(parts.first()).has_value()
               && std::all_of(parts.begin() + 1, parts.end(), [](const QString &number) {
                      bool isNumber = false;
                      static_cast<void>(number.toInt(&isNumber));
                      return isNumber;
                  }));
}

template <int MaxCount>
bool noMoreThan(const QVariant &value)
{
    return value.toStringList().size() <= MaxCount;
}

template <auto Value>
QVariant fixed()
{
    return QVariant::fromValue(Value);
}

QVariant noText()
{
    return QString();
}

QVariant noList()
{
    return QStringList();
}

QVariant noBytes()
{
    return QByteArray();
}

QVariant openAndUnknown()
{
    return QStringList{identifier(PortState::Open), identifier(PortState::Unknown)};
}

QVariant commonPorts()
{
    return QStringLiteral("common");
}

QVariant normalTiming()
{
    return QString(identifier(Timing::Normal));
}

constexpr int kMaxTextLength = 1 << 16;
constexpr int kMaxCommandsLength = 1 << 20;
constexpr int kMaxPortListsLength = 1 << 20;
constexpr int kExportColumnCount = 13; // core/exchange has the names
constexpr int kExportFormatCount = 7; // and these

constexpr std::array<Row, kSettingCount> kTable{{
    {Setting::WindowGeometry, "window/geometry", QMetaType::QByteArray, noBytes, any},
    {Setting::WindowDocks, "window/docks", QMetaType::QByteArray, noBytes, any},
    {Setting::TableHeader, "window/columns", QMetaType::QByteArray, noBytes, any},
    {Setting::TextSizeStep, "window/textSizeStep", QMetaType::Int, fixed<0>, within<-4, 16>},
    {Setting::FollowResults, "window/followResults", QMetaType::Bool, fixed<false>, any},
    {Setting::ShownStates, "window/shownStates", QMetaType::QStringList, openAndUnknown, areStates},
    {Setting::KeepRecentTargets, "targets/keepRecent", QMetaType::Bool, fixed<true>, any},
    {Setting::RecentTargets, "targets/recent", QMetaType::QStringList, noList,
     noMoreThan<kRecentTargetCount>},
    {Setting::Ports, "scan/ports", QMetaType::QString, commonPorts, atMost<kMaxTextLength>},
    {Setting::Timing, "scan/timing", QMetaType::QString, normalTiming, isTiming},
    {Setting::TimeoutMilliseconds, "scan/timeoutMilliseconds", QMetaType::Int, fixed<0>,
     within<0, 60'000>},
    {Setting::MinTimeoutMilliseconds, "scan/minTimeoutMilliseconds", QMetaType::Int, fixed<0>,
     within<0, 60'000>},
    {Setting::MaxTimeoutMilliseconds, "scan/maxTimeoutMilliseconds", QMetaType::Int, fixed<0>,
     within<0, 60'000>},
    {Setting::Retries, "scan/retries", QMetaType::Int, fixed<-1>, within<-1, 20>},
    {Setting::Rate, "scan/rate", QMetaType::Int, fixed<0>, within<0, 1'000'000>},
    {Setting::PerHost, "scan/perHost", QMetaType::Int, fixed<0>, within<0, 65'536>},
    {Setting::MaxInFlight, "scan/maxInFlight", QMetaType::Int, fixed<0>, within<0, 1'000'000>},
    {Setting::Threads, "scan/threads", QMetaType::Int, fixed<0>, within<0, 64>},
    {Setting::UseIpv4, "scan/useIpv4", QMetaType::Bool, fixed<true>, any},
    {Setting::UseIpv6, "scan/useIpv6", QMetaType::Bool, fixed<true>, any},
    {Setting::FirstAddressOnly, "scan/firstAddressOnly", QMetaType::Bool, fixed<false>, any},
    {Setting::IncludeNetworkAndBroadcast, "scan/includeNetworkAndBroadcast", QMetaType::Bool,
     fixed<false>, any},
    {Setting::ScanDownHosts, "scan/scanDownHosts", QMetaType::Bool, fixed<false>, any},
    {Setting::SkipSilent, "scan/skipSilent", QMetaType::Bool, fixed<false>, any},
    {Setting::CheckLiars, "scan/checkLiars", QMetaType::Bool, fixed<false>, any},
    {Setting::BannerWaitMilliseconds, "scan/bannerWaitMilliseconds", QMetaType::Int, fixed<0>,
     within<0, 60'000>},
    {Setting::ExcludedTargets, "scan/excludedTargets", QMetaType::QString, noText,
     atMost<kMaxTextLength>},
    {Setting::ExcludedPorts, "scan/excludedPorts", QMetaType::QString, noText,
     atMost<kMaxTextLength>},
    {Setting::ShowAdvancedOptions, "window/showAdvancedOptions", QMetaType::Bool, fixed<false>,
     any},
    {Setting::ExportFolder, "export/folder", QMetaType::QString, noText, any},
    {Setting::ExportProtectsFormulas, "export/protectsFormulas", QMetaType::Bool, fixed<true>, any},
    {Setting::Notify, "window/notify", QMetaType::Bool, fixed<true>, any},
    {Setting::Openers, "open/commands", QMetaType::QString, noText, atMost<kMaxCommandsLength>},
    {Setting::ResultsGrouping, "window/resultsGrouping", QMetaType::Int, fixed<0>, within<0, 2>},
    {Setting::GroupColumns, "window/groupColumns", QMetaType::QByteArray, noBytes, any},
    {Setting::ResultsSplitter, "window/resultsSplitter", QMetaType::QByteArray, noBytes, any},
    {Setting::PortLists, "ports/lists", QMetaType::QString, noText, atMost<kMaxPortListsLength>},
    {Setting::ExportFormat, "export/format", QMetaType::Int, fixed<0>,
     within<0, kExportFormatCount - 1>},
    {Setting::ExportSeparator, "export/separator", QMetaType::Int, fixed<0>, within<0, 2>},
    {Setting::ExportByteOrderMark, "export/byteOrderMark", QMetaType::Bool, fixed<false>, any},
    {Setting::CustomSpeed, "scan/customSpeed", QMetaType::QStringList, noList, isCustomSpeed},
    {Setting::ExportColumnsLeftOut, "export/columnsLeftOut", QMetaType::Int, fixed<0>,
     within<0, (1 << kExportColumnCount) - 2>},
    {Setting::KeepUntitledScans, "scans/keepUntitled", QMetaType::Bool, fixed<true>, any},
    {Setting::ShelfMegabytes, "scans/mostMegabytes", QMetaType::Int, fixed<2'000>,
     within<0, kMostShelfMegabytes>},
    {Setting::ShelfDays, "scans/mostDays", QMetaType::Int, fixed<90>, within<0, kMostShelfDays>},
    {Setting::RecentScanFiles, "scans/recentFiles", QMetaType::QStringList, noList,
     noMoreThan<kRecentScanFileCount>},
    {Setting::HistoryGeometry, "history/geometry", QMetaType::QByteArray, noBytes, any},
    {Setting::HistoryColumns, "history/columns", QMetaType::QByteArray, noBytes, any},
    {Setting::CompareGeometry, "compare/geometry", QMetaType::QByteArray, noBytes, any},
    {Setting::CompareColumns, "compare/columns", QMetaType::QByteArray, noBytes, any},
}};

constexpr bool isInOrder()
{
    for (size_t i = 0; i < kTable.size(); ++i) {
        if (static_cast<size_t>(kTable[i].setting) != i)
            return false;
    }
    return true;
}
static_assert(isInOrder(), "the table is indexed by Setting");

const Row &rowOf(Setting setting)
{
    return kTable[static_cast<size_t>(setting)];
}

/// Nothing if the value is not of the row's type and cannot be made so, or fails the row's check.
QVariant checked(const Row &row, QVariant value)
{
    if (!value.isValid() || !value.convert(QMetaType(row.type)) || !row.isValid(value))
        return {};
    return value;
}

} // namespace

Settings::Settings()
    : m_file(std::make_unique<QSettings>())
{
    m_file->setFallbacksEnabled(false); // commands are the user's own, nobody else's
    bringUpToDate();
}

Settings::Settings(const QString &iniFile)
    : m_file(std::make_unique<QSettings>(iniFile, QSettings::IniFormat))
{
    bringUpToDate();
}

Settings::~Settings() = default;

/// Version 1 had a timeout of 900 ms and one retry as defaults, and kept both with every other
/// option of a scan: nobody chose them. Whoever wants exactly these can have them from now on.
/// Version 2 knew two formats of an export, and kept whether it is that for spreadsheets.
void Settings::bringUpToDate()
{
    constexpr int kVersion = 3;
    const QString version = QStringLiteral("settings/version");
    const int found = m_file->value(version, 1).toInt();
    if (found >= kVersion)
        return;
    const auto dropDefault = [this](Setting setting, int formerDefault) {
        const QString name = QLatin1String(rowOf(setting).name);
        if (m_file->value(name).toString() == QString::number(formerDefault))
            m_file->remove(name);
    };
    if (found < 2) {
        dropDefault(Setting::TimeoutMilliseconds, 900);
        dropDefault(Setting::Retries, 1);
    }
    const QString forSpreadsheets = QStringLiteral("export/forExcel");
    if (m_file->value(forSpreadsheets).toBool())
        m_file->setValue(QLatin1String(rowOf(Setting::ExportFormat).name), 1);
    m_file->remove(forSpreadsheets);
    m_file->setValue(version, kVersion);
}

QVariant Settings::value(Setting setting) const
{
    const Row &row = rowOf(setting);
    const QString name = QLatin1String(row.name);
    const QVariant raw = m_file->value(name);
    if (!raw.isValid() && row.type == QMetaType::QStringList && m_file->contains(name))
        return QStringList(); // how an INI file keeps an empty list
    const QVariant kept = checked(row, raw);
    return kept.isValid() ? kept : row.makeDefault();
}

bool Settings::setValue(Setting setting, const QVariant &value)
{
    const Row &row = rowOf(setting);
    const QVariant kept = checked(row, value);
    if (!kept.isValid())
        return false;
    const bool isNew = this->value(setting) != kept;
    m_file->setValue(QLatin1String(row.name), kept);
    if (isNew)
        emit changed(setting);
    return true;
}

void Settings::reset(Setting setting)
{
    const QVariant before = value(setting);
    m_file->remove(QLatin1String(rowOf(setting).name));
    if (value(setting) != before)
        emit changed(setting);
}

QVariant Settings::defaultValue(Setting setting)
{
    return rowOf(setting).makeDefault();
}

} // namespace roadstead
