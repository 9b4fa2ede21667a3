// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk around the scan: what the window remembers, what is dropped on it, and its dialogs.

#include "core/base/background.h"
#include "core/file/textfile.h"
#include "core/scan/scanengine.h"
#include "core/settings/settings.h"
#include "ui/help/guidewindow.h"
#include "ui/help/helpdialogs.h"
#include "ui/model/resultmodel.h"
#include "ui/opener/openwith.h"
#include "ui/parts/filequestion.h"
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
#include <QDate>
#include <QDropEvent>
#include <QMimeData>
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
    stayOpen();
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
