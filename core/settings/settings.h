// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QVariant>

#include <memory>

class QSettings;

namespace roadstead {

/// Everything the window remembers. Each has a name in the file, a type, a default and a check in
/// the one table of settings.cpp.
enum class Setting : quint8 {
    WindowGeometry, ///< QByteArray, of QWidget::saveGeometry
    WindowDocks, ///< QByteArray, of QMainWindow::saveState
    TableHeader, ///< QByteArray, the columns' order, widths, visibility and the sort column
    TextSizeStep, ///< int, points more or less than the desktop's font
    FollowResults, ///< bool
    ShownStates, ///< QStringList of state identifiers
    KeepRecentTargets, ///< bool
    RecentTargets, ///< QStringList, newest first
    Ports, ///< QString, the port text last scanned
    Timing, ///< QString, its identifier
    TimeoutMilliseconds, ///< int, 0: chosen
    MinTimeoutMilliseconds, ///< int, 0: chosen
    MaxTimeoutMilliseconds, ///< int, 0: chosen
    Retries, ///< int, -1: as often as needed
    Rate, ///< int, connections a second, 0: chosen
    PerHost, ///< int, 0: chosen
    MaxInFlight, ///< int, 0: chosen
    Threads, ///< int, 0: chosen
    UseIpv4, ///< bool
    UseIpv6, ///< bool
    FirstAddressOnly, ///< bool
    IncludeNetworkAndBroadcast, ///< bool
    ScanDownHosts, ///< bool
    SkipSilent, ///< bool
    CheckLiars, ///< bool
    BannerWaitMilliseconds, ///< int, 0: not at all
    ExcludedTargets, ///< QString
    ExcludedPorts, ///< QString
    ShowAdvancedOptions, ///< bool
    ExportFolder, ///< QString
    ExportProtectsFormulas, ///< bool
    Notify, ///< bool, tell the desktop when a long scan has ended in the background
    Openers, ///< QString, the user's own commands to open results with, of textOfOpeners()
    ResultsGrouping, ///< int, what the results are seen by: 0 ports, 1 hosts, 2 services
    GroupColumns, ///< QByteArray, order and widths of the lists of hosts and services
    ResultsSplitter, ///< QByteArray, of QSplitter::saveState
    PortLists, ///< QString, the user's own port lists, of textOfPortLists()
    ExportFormat, ///< int, core/exchange's ResultFormat
    ExportSeparator, ///< int, of the custom format, 0: comma, 1: semicolon, 2: tab
    ExportByteOrderMark, ///< bool, of the custom format
    CustomSpeed, ///< QStringList, a timing and the limits last set beside it
    ExportColumnsLeftOut, ///< int, of the custom format, a bit for each column; never all of them
    KeepUntitledScans, ///< bool, scans that nobody has given a name are saved too
    ShelfMegabytes, ///< int, that they may take together, 0: no limit
    ShelfDays, ///< int, that they are kept, 0: no limit
    RecentScanFiles, ///< QStringList of paths, newest first
    HistoryGeometry, ///< QByteArray, of QWidget::saveGeometry
    HistoryColumns, ///< QByteArray, the columns of the scan history
    CompareGeometry, ///< QByteArray, of QWidget::saveGeometry
    CompareColumns, ///< QByteArray, the columns of the window that compares two scans
};
inline constexpr int kSettingCount = 50;
inline constexpr int kRecentTargetCount = 20;
inline constexpr int kRecentScanFileCount = 10;
inline constexpr int kMostShelfMegabytes = 1'000'000;
inline constexpr int kMostShelfDays = 3'650;

/// The settings, passed down to who needs them; a test gives a file of its own. A value that is
/// missing, of another type or out of its range reads as the default, so that a damaged or newer
/// file never hurts. GUI thread only.
class Settings final : public QObject
{
    Q_OBJECT

public:
    /// The user's own, named by QCoreApplication's organisation and application. Opening a file of
    /// an earlier version brings it up to date.
    Settings();
    explicit Settings(const QString &iniFile);
    ~Settings() override;
    Q_DISABLE_COPY_MOVE(Settings)

    [[nodiscard]] QVariant value(Setting setting) const;
    template <typename T>
    [[nodiscard]] T get(Setting setting) const
    {
        return value(setting).template value<T>();
    }
    /// False, and nothing is kept, if the value does not pass the setting's check.
    bool setValue(Setting setting, const QVariant &value);
    /// Back to the default.
    void reset(Setting setting);
    [[nodiscard]] static QVariant defaultValue(Setting setting);

signals:
    /// Somebody set it to another value, which may be another window.
    void changed(roadstead::Setting setting);

private:
    void bringUpToDate();

    std::unique_ptr<QSettings> m_file;
};

} // namespace roadstead
