// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A history of made-up scans, whose reading a test can hold up.

#pragma once

#include "core/base/background.h"
#include "core/settings/settings.h"
#include "tests/support/shelvedscans.h"
#include "ui/history/historydialog.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/rowtable.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>

namespace roadstead {

class HistoryDialogFixture : public QObject
{
protected:
    /// What the loader gives, and how often it was asked. Changed only while nobody reads.
    struct Shelf
    {
        QList<ShelvedScan> scans;
        std::atomic_int reads = 0;
        QSemaphore mayGo; ///< where `isHeld`, each reading waits for one
        std::atomic_bool isHeld = false;
    };

    void setUp();
    void tearDown();

    [[nodiscard]] RowTable *table() const { return m_dialog->findChild<RowTable *>(); }
    [[nodiscard]] QLineEdit *searchField() const { return m_dialog->findChild<QLineEdit *>(); }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return m_dialog->findChild<QPushButton *>(QLatin1String(name));
    }
    [[nodiscard]] QString text(const char *label) const
    {
        return m_dialog->findChild<QLabel *>(QLatin1String(label))->text();
    }
    [[nodiscard]] const QList<Message> &questions() const
    {
        return m_dialog->findChild<MessageBar *>()->messages();
    }
    [[nodiscard]] QString pathOf(int scan) const { return m_shelf->scans.at(scan).path; }
    void show();
    void select(const QList<int> &rows) const;
    void answer(int action) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::shared_ptr<Shelf> m_shelf;
    std::unique_ptr<HistoryDialog> m_dialog;
    int m_count = 0;
};

inline void HistoryDialogFixture::setUp()
{
    m_settings = std::make_unique<Settings>(
        m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)));
    m_shelf = std::make_shared<Shelf>();
    m_shelf->scans = sampleScans(QDateTime::currentDateTime());
    const HistoryDialog::Source source{[shelf = m_shelf] {
                                           ++shelf->reads;
                                           const QList<ShelvedScan> scans = shelf->scans;
                                           if (shelf->isHeld)
                                               shelf->mayGo.acquire();
                                           return scans;
                                       },
                                       shelfFolder()};
    m_dialog = std::make_unique<HistoryDialog>(*m_settings, source);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
}

inline void HistoryDialogFixture::tearDown()
{
    m_shelf->mayGo.release(100);
    m_dialog.reset();
    waitForBackground();
}

inline void HistoryDialogFixture::show()
{
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    m_dialog->activateWindow();
    QTRY_VERIFY(m_dialog->isActiveWindow());
    QTRY_COMPARE(table()->model()->rowCount(), static_cast<int>(m_shelf->scans.size()));
}

inline void HistoryDialogFixture::select(const QList<int> &rows) const
{
    table()->clearSelection();
    for (const int row : rows)
        table()->selectionModel()->select(table()->model()->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

inline void HistoryDialogFixture::answer(int action) const
{
    const auto buttons = m_dialog->findChild<MessageBar *>()->findChildren<QPushButton *>(
        QStringLiteral("messageAction"));
    QTest::keyClick(buttons.at(action), Qt::Key_Space);
}

} // namespace roadstead
