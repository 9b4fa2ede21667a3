// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/record/scandocument.h"
#include "core/record/scanshelf.h"

#include <QObject>
#include <QStringList>

#include <functional>

class QTimer;
class QWidget;

namespace roadstead {

class FileQuestion;
class HistoryDialog;
class MessageBar;
class PortCatalogue;
class Settings;
struct CompareSide;

/// The scans beyond the one that a window shows: the list of all, comparing two, tidying up. Reads
/// and deletes in the background.
class ScanLibrary final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; `window` is the dialogs' parent.
    ScanLibrary(const PortCatalogue &catalogue, Settings &settings, MessageBar &messages,
                FileQuestion &files, QWidget *window);
    ~ScanLibrary() override;
    Q_DISABLE_COPY_MOVE(ScanLibrary)

    /// Before anything else.
    void setShelf(const ScanShelf &shelf) { m_shelf = shelf; }

    void showHistory();
    void compareFiles(const QString &olderPath, const QString &newerPath);
    /// The shown scan with one in a file; the older of both is that which began first.
    void compareWith(const QString &path, const ScanDocument &shown);
    /// With the last scan of the same targets before it.
    void compareWithLast(const ScanDocument &shown);
    /// What differs between two scans is being written to a file.
    [[nodiscard]] bool isExporting() const;
    /// Says so if scans without a name were interrupted, or are too many.
    void lookAtShelf();
    /// A scan began, ended, or went elsewhere: the history shows it a moment later, if it is open.
    void onScansChanged();

signals:
    void openWanted(const QString &path);
    void continueWanted(const QString &path);
    /// Somebody gave a name to a scan that had none.
    void named(const QString &from, const QString &to);

private:
    using Sides = std::pair<CompareSide, CompareSide>;

    void connectHistory(HistoryDialog &history);
    void onShelfRead(const QList<ShelvedScan> &scans);
    void askToTidyUp(const QList<ShelvedScan> &scans);
    void remove(const QStringList &paths);
    void askToDiscard(const QString &path);
    void rememberNewest();
    void refreshHistory();
    void compare(const std::function<Expected<Sides, QString>()> &read);
    void askForCopy(const QString &path);
    void saveCopy(const QString &path, const QString &target);

    const PortCatalogue &m_catalogue;
    Settings &m_settings;
    MessageBar &m_messages;
    FileQuestion &m_files;
    QWidget *m_window;
    ScanShelf m_shelf;
    QTimer *m_changes;
};

} // namespace roadstead
