// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/scandocument.h"
#include "core/record/scanshelf.h"
#include "core/scan/scanevents.h"
#include "core/scan/scanrequest.h"
#include "core/settings/settings.h"
#include "ui/model/cancellation.h"
#include "ui/setup/scanguard.h"

#include <QMainWindow>

#include <functional>
#include <memory>
#include <optional>

class QMenu;
class QTimer;

namespace roadstead {

class DesktopActivity;
class DocumentFlow;
class ExpectationCommands;
class ExpectationKeeper;
class ExportFlow;
class FileQuestion;
class Launcher;
class MessageBar;
class PortCatalogue;
class ResultModel;
class ResultHistory;
class ResultsDesk;
class ScanEngine;
class ScanFooter;
class ScanNotices;
class ScanLibrary;
class ScanPanel;
class Sparkline;
class WindowActions;
struct DownHostsScan;
struct OpenedScan;
struct ScanResumption;
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
    /// `shelf`: where scans are kept that nobody has given a name.
    MainWindow(ScanEngine &engine, const PortCatalogue &catalogue, Settings &settings,
               const ScanShelf &shelf, QWidget *parent = nullptr);
    ~MainWindow() override;
    Q_DISABLE_COPY_MOVE(MainWindow)

    /// Fills the fields and starts nothing.
    void setTargets(const QString &targets);
    void setPorts(const QString &ports);
    /// As if Start were pressed.
    void startScan();
    /// Opens a scan that was saved, or what another program wrote; in another window if this one
    /// shows something.
    enum class AfterOpening : quint8 {
        Look,
        Continue ///< it is scanned on
    };
    void openFile(const QString &path, AfterOpening then = AfterOpening::Look);
    /// Says so if there are scans without a name that were interrupted, or too many of them.
    void lookAtShelf();
    /// The session ends: the scan is paused, and nothing is asked.
    void pauseAtLogout();
    /// The same, and the window closes when all is saved.
    void closeUnasked();
    /// For tests: answers the next question for a file's name, whatever it is for.
    void setNextFileName(const QString &path);

signals:
    void newWindowRequested();
    void openInOtherWindowRequested(const QString &path, roadstead::MainWindow::AfterOpening then);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
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
    void startOrAsk(const ScanRequest &request, const std::function<void()> &start,
                    const std::function<void()> &confirmed);
    void startOrAsk(const ScanRequest &request, const std::function<void()> &start)
    {
        startOrAsk(request, start, start);
    }
    /// `scanned`: its targets in short. The fields may hold something else by now.
    void begin(const ScanRequest &request, const QString &scanned, const QString &portsText,
               const QString &targets = {});
    void beginShowing(const QString &scanned, const QString &portsText);
    void scanAgain();
    void scanSlower();
    /// The shown scan once more, from that request.
    void repeat(const ScanRequest &request);
    [[nodiscard]] bool canScanAgain() const;
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
    void dismissGuardQuestion();
    void onFinished(const ScanSummary &summary);
    void tellEnd();

    void refresh();
    void refreshTitle();
    void refreshActions();

    void connectDocuments();
    void connectLibrary();
    void fillRecentFiles(QMenu *menu);
    void askForFile();
    void askForOther();
    [[nodiscard]] bool showsNothing() const;
    void showOpened(const QString &path, const OpenedScan &opened);
    void sayWhatWasOpened(const QString &path, const OpenedScan &opened);
    void continueScan();
    void continueOrAsk(const ScanResumption &earlier);
    void continueFrom(const ScanResumption &earlier);
    void onNotContinued();
    [[nodiscard]] bool isScanning() const;
    void stopScan(ScanEnding means);
    [[nodiscard]] bool canContinue() const;
    [[nodiscard]] ScanDocument document() const;
    void keepRemovals();
    void connectExpectations();
    /// Something that the window has to do with files is not done yet.
    [[nodiscard]] bool isWriting() const;
    [[nodiscard]] bool wouldLose() const;
    [[nodiscard]] bool isExporting() const;
    void stayOpen();
    void closeIfWritten();
    void closeWhenWritten(ScanEnding ending);
    void askBeforeLosing();

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
    FileQuestion *m_files = nullptr;
    ExportFlow *m_export = nullptr;
    DocumentFlow *m_documents = nullptr;
    ExpectationKeeper *m_expectations = nullptr;
    ExpectationCommands *m_expecting = nullptr;
    ScanLibrary *m_library = nullptr;
    QTimer *m_refresh = nullptr;

    ScanGuard m_guard;
    std::optional<ScanRequest> m_request; ///< of the scan whose results are shown
    ScanHeader m_header; ///< of its document
    quint32 m_keptRemovals = 0; ///< as the store counts them
    std::unique_ptr<ShownScan> m_beforeContinuing; ///< shown again if it does not go on
    QString m_scanned; ///< its targets in short
    QString m_scannedPorts; ///< as they were typed
    ScanState m_state = ScanState::Idle; ///< as the engine said last
    ScanProgress m_progress;
    ScanSummary m_summary;
    Untold m_untold = Untold::Nothing;
    Cancellation m_search; ///< for hosts to be scanned
    bool m_isClosing = false; ///< as soon as all is written
    bool m_isLossAccepted = false; ///< and what is in no file may go then
    bool m_isSessionEnding = false;
};

/// "roadstead-192.168.1.0_24-2026-01-31": what is offered as a file's name, without a suffix.
[[nodiscard]] QString fileNameOf(const QString &targets);

} // namespace roadstead
