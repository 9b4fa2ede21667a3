// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window closes: what it asks before, and what has to be written first.

#include "core/scan/scanengine.h"
#include "ui/document/documentflow.h"
#include "ui/document/expectationkeeper.h"
#include "ui/model/resultmodel.h"
#include "ui/window/exportflow.h"
#include "ui/window/mainwindow.h"
#include "ui/window/scanlibrary.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>

namespace roadstead {

namespace {

/// What becomes of what the scan finds.
enum class Keeping : quint8 {
    Kept,
    Waiting, ///< cannot be written at the moment
    Lost
};

QString closeQuestion(bool isScanning, Keeping keeping, bool isExporting)
{
    QStringList sentences;
    if (isScanning && keeping == Keeping::Kept) {
        sentences.append(MainWindow::tr("A scan is still running. Paused or stopped, it can be "
                                        "continued later, from the history."));
    } else if (isScanning && keeping == Keeping::Waiting) {
        sentences.append(MainWindow::tr("A scan is still running, and its last results cannot be "
                                        "saved yet. The window closes when they are saved, or "
                                        "when you give them up."));
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

Keeping keepingOf(const DocumentFlow &documents)
{
    if (documents.file()->isFailing())
        return Keeping::Waiting;
    return documents.isKeeping() ? Keeping::Kept : Keeping::Lost;
}

bool isInput(QEvent::Type type)
{
    return type == QEvent::MouseButtonPress || type == QEvent::KeyPress
           || type == QEvent::ShortcutOverride;
}

} // namespace

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool isAnswered = m_isClosing || m_isSessionEnding;
    if ((isScanning() || isExporting()) && !isAnswered) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    if (wouldLose()) {
        event->ignore();
        askBeforeLosing();
        return;
    }
    saveSettings();
    if (isScanning() || isWriting()) {
        event->ignore();
        closeWhenWritten(ScanEnding::Paused);
        return;
    }
    event->accept();
}

/// What was found here is in no file, and nobody has said that it may go. Before all is written
/// nobody knows.
bool MainWindow::wouldLose() const
{
    if (m_isLossAccepted || m_isSessionEnding || isScanning() || isWriting())
        return false;
    const bool isKeptNowhere = m_documents->file()->state() == FileState::Nowhere
                               && m_header.origin == ScanOrigin::Scanned;
    return (m_documents->isLacking() || isKeptNowhere) && m_model->store().rowCount() > 0;
}

/// Here, or in a window of this one, which goes with it.
bool MainWindow::isExporting() const
{
    return m_export->isRunning() || m_library->isExporting();
}

/// Closing was asked for, or done by a session that ended, and is not meant any more.
void MainWindow::stayOpen()
{
    m_isClosing = false;
    m_isLossAccepted = false;
    m_isSessionEnding = false;
}

/// The last results are on the disk a moment later. Hidden windows do not end the program.
void MainWindow::closeWhenWritten(ScanEnding ending)
{
    m_isClosing = true;
    m_export->cancel();
    if (!isScanning() && !isWriting()) {
        close();
        return;
    }
    setEnabled(m_documents->isFailing()); // then somebody has to say what to do
    m_documents->tellFailing();
    stopScan(ending);
}

bool MainWindow::isWriting() const
{
    return m_documents->isWriting() || m_expectations->isWriting() || m_model->isRemoving();
}

/// It was asked to close, and what it still had to do is done.
void MainWindow::closeIfWritten()
{
    if (m_isClosing && !isScanning() && !isWriting())
        close();
}

/// The results that are shown are in no file, and somebody was told.
void MainWindow::askBeforeLosing()
{
    stayOpen();
    setEnabled(true);
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
    connect(lose, &QPushButton::clicked, this, [this] {
        m_isLossAccepted = true;
        closeWhenWritten(ScanEnding::Stopped);
    });
    box->open();
}

/// Nobody says so if the logout is called off: whoever clicks or types here stays, and is asked
/// again.
void MainWindow::pauseAtLogout()
{
    m_isSessionEnding = true;
    qApp->installEventFilter(this);
    stopScan(ScanEnding::Paused);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (isInput(event->type()) && isEnabled() && widget != nullptr && widget->window() == this) {
        qApp->removeEventFilter(this);
        m_isSessionEnding = false;
    }
    return QMainWindow::eventFilter(watched, event);
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
    const bool isScanning = this->isScanning();
    const Keeping keeping = keepingOf(*m_documents);
    auto *box = new QMessageBox(
        QMessageBox::Question,
        isScanning ? tr("Close while scanning?") : tr("Close while exporting?"),
        closeQuestion(isScanning, keeping, isExporting()), QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("closeQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    if (isScanning && keeping != Keeping::Lost) {
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
    connect(stop, &QPushButton::clicked, this,
            [this, isSaid = isScanning && keeping == Keeping::Lost] {
                m_isLossAccepted = isSaid;
                closeWhenWritten(ScanEnding::Stopped);
            });
    // What it asks about is over, and there is something to look at.
    const auto isOver = [this, box] { isExporting() ? void() : box->reject(); };
    connect(&m_engine, &ScanEngine::finished, box, isOver);
    connect(m_documents, &DocumentFlow::notContinued, box, isOver);
    box->open();
}

} // namespace roadstead
