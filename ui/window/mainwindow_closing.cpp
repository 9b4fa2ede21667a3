// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window closes: what it asks before, and what has to be written first.

#include "core/scan/scanengine.h"
#include "ui/document/documentflow.h"
#include "ui/document/expectationkeeper.h"
#include "ui/model/resultmodel.h"
#include "ui/window/exportflow.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>

namespace roadstead {

namespace {

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

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool isAsked = m_isCloseAllowed || m_isSessionEnding;
    if ((isScanning() || m_export->isRunning()) && !isAsked) {
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
    if (isScanning() || isWriting()) {
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
    if (m_isCloseAllowed && !isScanning() && !isWriting())
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
    stopScan(ScanEnding::Paused);
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
    const auto isOver = [this, box] {
        if (!m_export->isRunning())
            box->reject();
    };
    connect(&m_engine, &ScanEngine::finished, box, isOver);
    connect(m_documents, &DocumentFlow::notContinued, box, isOver);
    box->open();
}

} // namespace roadstead
