// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"
#include "core/scan/scanrequest.h"
#include "core/settings/settings.h"
#include "ui/model/cancellation.h"
#include "ui/setup/scanguard.h"

#include <QMainWindow>

#include <functional>
#include <memory>
#include <optional>

class QTimer;

namespace roadstead {

class DesktopActivity;
class ExportFlow;
class Launcher;
class MessageBar;
class PortCatalogue;
class ResultModel;
class ResultHistory;
class ResultsDesk;
class ScanEngine;
class ScanFooter;
class ScanNotices;
class ScanPanel;
class Sparkline;
class WindowActions;
struct DownHostsScan;
struct ResultBatch;
struct ScanTexts;
struct ShownScan;

/// The window: lays out its parts, and carries what the engine says to them and what they ask for
/// to the engine.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// All must outlive the window; the engine is this window's alone.
    MainWindow(ScanEngine &engine, const PortCatalogue &catalogue, Settings &settings,
               QWidget *parent = nullptr);
    ~MainWindow() override;
    Q_DISABLE_COPY_MOVE(MainWindow)

    /// Fills the fields and starts nothing.
    void setTargets(const QString &targets);
    void setPorts(const QString &ports);
    /// As if Start were pressed.
    void startScan();
    /// For tests: answers the next question for an export's file name.
    void setNextFileName(const QString &path);

signals:
    void newWindowRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    /// Of a scan that has ended, what waits for its last rows.
    enum class Untold : quint8 {
        Nothing,
        Figures, ///< in the footer
        End, ///< and to the desktop
    };

    void setupUi();
    void connectSignals();
    void connectScan();
    void connectDesk();
    void connectHistory();
    void connectView();
    void connectHelp();
    [[nodiscard]] QSize frameAllowance() const;
    void restoreSettings();
    void stepAside();
    void saveSettings();

    void onStartPrepared(const ScanRequest &request);
    void onOtherPrepared(const ScanRequest &request, const QString &targets,
                         const QString &portsText);
    void onOtherRefused(const QString &sentence);
    /// `start`, or a question whose answer is `confirmed`.
    void startOrAsk(const ScanRequest &request, const QString &targets,
                    const std::function<void()> &start, const std::function<void()> &confirmed);
    /// `scanned`: its targets in short. The fields may hold something else by now.
    void begin(const ScanRequest &request, const QString &scanned, const QString &portsText);
    void scanAgain();
    void scanSlower();
    [[nodiscard]] ShownScan shownScan() const;
    /// What was put away for another scan, or for an empty table, is shown again.
    void showScan(const ShownScan &scan);
    void scanDownHosts();
    void beginScanOf(const DownHostsScan &scan);
    void removeRows();
    void togglePause();
    void scanTargets(const QString &targets);
    /// The fields stay as they are: what is typed there may be long, and for another scan.
    void scanTexts(const ScanTexts &texts);
    void excludeTargets(const QString &excluded);

    void onStateChanged(ScanState state);
    void onResults(const ResultBatch &batch);
    void onProgress(const ScanProgress &progress);
    void onNotice(const ScanNotice &notice);
    /// The scan is held until one says that public hosts may be scanned.
    void askAboutNames(const ScanNotice &notice);
    void dismissNameQuestion();
    void onFinished(const ScanSummary &summary);
    void tellEnd();

    void refresh();
    void refreshTitle();
    void refreshActions();

    void beginExport();
    void applySetting(Setting setting);
    void showPreferences();
    void showGuide();
    void copyVersions();
    void pickTargets();
    void fillFromFile(const QString &path);
    void askBeforeClosing();

    ScanEngine &m_engine;
    const PortCatalogue &m_catalogue;
    Settings &m_settings;
    WindowActions *m_actions = nullptr;
    ResultModel *m_model = nullptr; ///< the desk's
    ScanPanel *m_panel = nullptr;
    MessageBar *m_messages = nullptr;
    ScanNotices *m_notices = nullptr;
    std::unique_ptr<Launcher> m_launcher;
    ResultsDesk *m_desk = nullptr;
    ResultHistory *m_history = nullptr;
    ScanFooter *m_footer = nullptr;
    Sparkline *m_sparkline = nullptr;
    std::unique_ptr<DesktopActivity> m_activity;
    ExportFlow *m_export = nullptr;
    QTimer *m_refresh = nullptr;

    ScanGuard m_guard;
    std::optional<ScanRequest> m_request; ///< of the scan whose results are shown
    QString m_scanned; ///< its targets in short
    QString m_scannedPorts; ///< as they were typed
    ScanState m_state = ScanState::Idle; ///< as the engine said last
    ScanProgress m_progress;
    ScanSummary m_summary;
    Untold m_untold = Untold::Nothing;
    Cancellation m_search; ///< for hosts to be scanned
    bool m_isCloseAllowed = false;
};

} // namespace roadstead
