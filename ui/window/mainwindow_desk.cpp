// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk around the scan: what the window remembers, what is dropped on it, and its dialogs.

#include "core/base/background.h"
#include "core/file/textfile.h"
#include "core/scan/scanengine.h"
#include "core/settings/settings.h"
#include "ui/document/documentflow.h"
#include "ui/document/expectationkeeper.h"
#include "ui/help/guidewindow.h"
#include "ui/help/helpdialogs.h"
#include "ui/model/resultmodel.h"
#include "ui/opener/openwith.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/textsize.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/results/resulttable.h"
#include "ui/setup/pickdialog.h"
#include "ui/setup/scanpanel.h"
#include "ui/setup/targetfield.h"
#include "ui/window/exportflow.h"
#include "ui/window/mainwindow.h"
#include "ui/window/resultsdesk.h"
#include "ui/window/windowactions.h"
#include "ui/words/filewords.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDate>
#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QStyle>

#include <algorithm>

namespace roadstead {

namespace {

QString fileMessageId()
{
    return QStringLiteral("file");
}

QString localFileOf(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

QString closeQuestion(bool isScanning, bool isKept, bool isExporting)
{
    QStringList sentences;
    if (isScanning && isKept) {
        sentences.append(MainWindow::tr("A scan is still running. Paused or stopped, it can be "
                                        "continued later, from the history."));
    } else if (isScanning) {
        sentences.append(MainWindow::tr("A scan is still running, and it is not saved: what it "
                                        "finds is lost when the window closes."));
    }
    if (isExporting) {
        sentences.append(
            MainWindow::tr("An export is still running. Closing the window cancels it, and its "
                           "file is not written."));
    }
    return sentences.join(u' ');
}

} // namespace

QString fileNameOf(const QString &targets)
{
    QString name = QStringLiteral("roadstead");
    QString part;
    for (const QChar c : targets.left(40)) {
        const bool isPlain = c.isLetterOrNumber() || c == u'.' || c == u'-';
        part += isPlain ? c : QChar(u'_');
    }
    while (part.contains(QLatin1String("__")))
        part.replace(QLatin1String("__"), QLatin1String("_"));
    if (!part.isEmpty())
        name += u'-' + part;
    return name + u'-' + QDate::currentDate().toString(Qt::ISODate);
}

void MainWindow::connectHelp()
{
    connect(m_actions->guide, &QAction::triggered, this, &MainWindow::showGuide);
    connect(m_actions->statesHelp, &QAction::triggered, this, [this] { showStatesHelp(this); });
    connect(m_actions->shortcuts, &QAction::triggered, this,
            [this] { showShortcuts(m_actions->all(), this); });
    connect(m_actions->report, &QAction::triggered, this, &MainWindow::copyVersions);
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
}

void MainWindow::setTargets(const QString &targets)
{
    m_panel->targets()->setTargets(targets);
}

void MainWindow::setPorts(const QString &ports)
{
    m_panel->setPorts(ports);
}

void MainWindow::setNextFileName(const QString &path)
{
    m_files->setNextFileName(path);
}

/// What the window manager adds around a window; nobody knows it before the window is shown.
QSize MainWindow::frameAllowance() const
{
    const int edge = style()->pixelMetric(QStyle::PM_MdiSubWindowFrameWidth);
    return {2 * edge, style()->pixelMetric(QStyle::PM_TitleBarHeight) + 2 * edge};
}

void MainWindow::restoreSettings()
{
    QSize size(1000, 640);
    if (const QScreen *display = screen())
        size = size.boundedTo(display->availableSize() - frameAllowance());
    resize(size.expandedTo(minimumSize()));
    restoreGeometry(m_settings.get<QByteArray>(Setting::WindowGeometry));
    stepAside();
    for (const Setting setting :
         {Setting::KeepRecentTargets, Setting::FollowResults, Setting::TextSizeStep})
        applySetting(setting);
    m_desk->restoreSettings(); // columns were as wide as the text that was set then
}

/// A further window does not cover the one that it came from.
void MainWindow::stepAside()
{
    const int edge = frameAllowance().height();
    const auto isTaken = [this, edge](const QPoint &place) {
        const QWidgetList windows = QApplication::topLevelWidgets();
        return std::any_of(windows.begin(), windows.end(), [&](const QWidget *other) {
            return other != this && other->isVisible() && other->objectName() == objectName()
                   && (other->pos() - place).manhattanLength() < edge; // frames are not known yet
        });
    };
    const QPoint step(edge, edge);
    const QRect desk = screen() != nullptr ? screen()->availableGeometry() : QRect();
    const QRect halfSeen = desk.adjusted(0, 0, -width() / 2, -height() / 2);
    QPoint place = pos();
    while (isTaken(place) && halfSeen.contains(place + step))
        place += step;
    if (isTaken(place)) // no room that way
        place = desk.topLeft();
    if (place != pos())
        move(place);
}

/// What may be changed in another window, too.
void MainWindow::applySetting(Setting setting)
{
    if (setting == Setting::KeepRecentTargets)
        m_actions->keepRecent->setChecked(m_settings.get<bool>(setting));
    else if (setting == Setting::FollowResults)
        m_actions->follow->setChecked(m_settings.get<bool>(setting));
    else if (setting == Setting::TextSizeStep)
        applyTextSize(m_settings.get<int>(setting));
}

void MainWindow::saveSettings()
{
    m_settings.setValue(Setting::WindowGeometry, saveGeometry());
    m_desk->saveSettings();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool isAsked = m_isCloseAllowed || m_isSessionEnding;
    if ((m_engine.isRunning() || m_export->isRunning()) && !isAsked) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    if (m_documents->isLacking() && !isWriting() && m_model->store().rowCount() > 0 && !isAsked) {
        event->ignore();
        askBeforeLosing();
        return;
    }
    saveSettings();
    if (m_engine.isRunning() || isWriting()) {
        event->ignore();
        closeWhenWritten(ScanEnding::Paused);
        return;
    }
    event->accept();
}

/// The last results are on the disk a moment later. Hidden windows do not end the program.
void MainWindow::closeWhenWritten(ScanEnding ending)
{
    m_isCloseAllowed = true;
    m_documents->setStopMeans(ending);
    m_export->cancel();
    if (!m_engine.isRunning() && !isWriting()) {
        close();
        return;
    }
    setEnabled(m_documents->isFailing()); // then somebody has to say what to do
    m_documents->tellFailing();
    m_engine.requestStop();
}

bool MainWindow::isWriting() const
{
    return m_documents->isWriting() || m_expectations->isWriting() || m_model->isRemoving();
}

/// It was asked to close, and what it still had to do is done.
void MainWindow::closeIfWritten()
{
    if (m_isCloseAllowed && !m_engine.isRunning() && !isWriting())
        close();
}

/// The results that are shown are in no file, and somebody was told.
void MainWindow::askBeforeLosing()
{
    if (findChild<QMessageBox *>(QStringLiteral("lossQuestion")) != nullptr)
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Close without saving?"),
                                tr("Not all that this window shows is in a file."),
                                QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("lossQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *save = box->addButton(tr("&Save as…"), QMessageBox::AcceptRole);
    QPushButton *lose = box->addButton(tr("Close &without saving"), QMessageBox::DestructiveRole);
    lose->setObjectName(QStringLiteral("closeWithoutSaving"));
    QPushButton *keep = box->addButton(tr("&Keep open"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(save, &QPushButton::clicked, m_actions->saveAs, &QAction::trigger);
    connect(lose, &QPushButton::clicked, this, [this] { closeWhenWritten(ScanEnding::Stopped); });
    box->open();
}

/// Nobody says so if the logout is called off: until something else is begun, there is nothing to
/// ask about.
void MainWindow::pauseAtLogout()
{
    m_isSessionEnding = true;
    m_documents->setStopMeans(ScanEnding::Paused);
    m_engine.requestStop();
}

void MainWindow::closeUnasked()
{
    pauseAtLogout();
    close();
}

void MainWindow::askBeforeClosing()
{
    if (findChild<QMessageBox *>(QStringLiteral("closeQuestion")) != nullptr)
        return;
    const bool isScanning = m_engine.isRunning();
    auto *box =
        new QMessageBox(QMessageBox::Question,
                        isScanning ? tr("Close while scanning?") : tr("Close while exporting?"),
                        closeQuestion(isScanning, m_documents->isKeeping(), m_export->isRunning()),
                        QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("closeQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    if (isScanning && (m_documents->isKeeping() || m_documents->isFailing())) {
        QPushButton *pause = box->addButton(tr("&Pause and close"), QMessageBox::AcceptRole);
        pause->setObjectName(QStringLiteral("pauseAndClose"));
        connect(pause, &QPushButton::clicked, this,
                [this] { closeWhenWritten(ScanEnding::Paused); });
    }
    QPushButton *stop = box->addButton(
        isScanning ? tr("&Stop and close") : tr("&Stop export and close"), QMessageBox::AcceptRole);
    stop->setObjectName(QStringLiteral("stopAndClose"));
    QPushButton *keep = box->addButton(isScanning ? tr("&Keep scanning") : tr("&Keep open"),
                                       QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("keepOpen"));
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(stop, &QPushButton::clicked, this, [this] { closeWhenWritten(ScanEnding::Stopped); });
    // What it asks about is over, and there is something to look at.
    connect(&m_engine, &ScanEngine::finished, box, [this, box] {
        if (!m_export->isRunning())
            box->reject();
    });
    box->open();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_actions != nullptr)
        m_actions->fullScreen->setChecked(isFullScreen());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData *dropped = event->mimeData();
    if (!localFileOf(dropped).isEmpty() || (dropped->hasText() && !dropped->hasUrls()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString file = localFileOf(event->mimeData());
    if (file.isEmpty())
        setTargets(event->mimeData()->text());
    else
        fillFromFile(file);
    event->acceptProposedAction();
    m_panel->focusTargets();
}

void MainWindow::fillFromFile(const QString &path)
{
    using Read = std::shared_ptr<const Expected<QString, TextFileError>>;
    runInBackground<Read>(
        this,
        [path] {
            return std::make_shared<const Expected<QString, TextFileError>>(readTextFile(path));
        },
        [this, path](const Read &read) {
            if (*read) {
                m_messages->dismiss(fileMessageId());
                setTargets(read->value());
                return;
            }
            m_messages->post({.id = fileMessageId(),
                              .level = MessageLevel::Error,
                              .text = words::of(read->error(), path),
                              .actions = {}});
        });
}

void MainWindow::pickTargets()
{
    auto *dialog = new PickDialog(this);
    connect(dialog, &PickDialog::picked, this, [this](const QString &targets) {
        setTargets(targets);
        m_panel->focusTargets();
    });
    dialog->open();
}

void MainWindow::beginExport()
{
    if (m_model->store().liveRowCount() == 0 || m_export->isRunning())
        return; // the message bar shows a running one, and can cancel it
    m_isSessionEnding = false;
    const ScanDocument shown = document();
    m_export->begin(
        {shown.store, m_model->shownRows(), m_desk->table()->selectedRows(), shown.header},
        fileNameOf(m_scanned));
}

void MainWindow::showPreferences()
{
    auto *dialog = findChild<PreferencesDialog *>();
    if (dialog == nullptr) {
        dialog = new PreferencesDialog(m_settings, this);
        connect(dialog, &PreferencesDialog::scanOptionsRequested, m_panel, &ScanPanel::showOptions);
        connect(dialog, &PreferencesDialog::portListsRequested, m_panel, &ScanPanel::editPortLists);
        connect(dialog, &PreferencesDialog::commandsRequested, this,
                [this] { m_desk->openWith().editCommands(); });
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::showGuide()
{
    auto *guide = findChild<GuideWindow *>();
    if (guide == nullptr)
        guide = new GuideWindow(m_actions->all(), this);
    guide->show();
    guide->raise();
    guide->activateWindow();
}

void MainWindow::copyVersions()
{
    QApplication::clipboard()->setText(versionReport());
    m_messages->post(
        {.id = QStringLiteral("report"),
         .level = MessageLevel::Information,
         .text =
             tr("The versions of Roadstead, Qt and this system were copied. Paste them into your "
                "report, and say what you did, what you expected and what happened."),
         .actions = {}});
}

} // namespace roadstead
