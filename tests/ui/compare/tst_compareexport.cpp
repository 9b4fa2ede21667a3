// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Exports that take their time: to a pipe that nobody reads yet.

#include "core/base/background.h"
#include "core/settings/settings.h"
#include "tests/support/comparesample.h"
#include "ui/compare/compareexport.h"
#include "ui/compare/comparewindow.h"
#include "ui/parts/messagebar.h"

#include <QFile>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace roadstead;

class TestCompareExport final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void writesOneAfterTheOther();
    void asksBeforeItIsCutOff();
    void closesWhenItIsGivenUp();

private:
    /// Until somebody reads.
    void exportToPipe();
    void read();
    [[nodiscard]] QPushButton *button() const
    {
        return m_window->findChild<QPushButton *>(QStringLiteral("compareExport"));
    }
    [[nodiscard]] CompareExport *exporter() const { return m_window->findChild<CompareExport *>(); }
    [[nodiscard]] const QList<Message> &messages() const
    {
        return m_window->findChild<MessageBar *>()->messages();
    }

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    QByteArray m_pipe;
    int m_reader = -1;
    QPointer<CompareWindow> m_window;
};

void TestCompareExport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("s.ini")));
    m_pipe = QFile::encodeName(m_folder->filePath(QStringLiteral("pipe.csv")));
    QCOMPARE(::mkfifo(m_pipe.constData(), 0600), 0);
    m_window = new CompareWindow(m_catalogue, *m_settings);
    m_window->setSides({QStringLiteral("last week"), testStart(), olderStore()},
                       {QStringLiteral("today"), testStart().addDays(7), newerStore()});
    m_window->show();
    QTRY_VERIFY(button()->isEnabled());
}

void TestCompareExport::cleanup()
{
    if (m_reader < 0)
        read();
    delete m_window;
    waitForBackground();
    ::close(std::exchange(m_reader, -1));
    m_settings.reset();
    m_folder.reset();
}

void TestCompareExport::exportToPipe()
{
    exporter()->setNextFileName(QFile::decodeName(m_pipe));
    button()->click();
    QTRY_VERIFY(exporter()->isRunning());
}

void TestCompareExport::read()
{
    m_reader = ::open(m_pipe.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
}

void TestCompareExport::writesOneAfterTheOther()
{
    exportToPipe();
    const QString other = m_folder->filePath(QStringLiteral("other.csv"));
    exporter()->setNextFileName(other);
    button()->click();
    QCOMPARE(messages().size(), 1);
    QVERIFY2(messages().first().text.startsWith(u"Exporting "),
             qPrintable(messages().first().text));
    read();
    QTRY_VERIFY(!exporter()->isRunning());
    QVERIFY2(messages().first().text.endsWith(u"pipe.csv."), qPrintable(messages().first().text));
    QVERIFY(!QFile::exists(other));
}

void TestCompareExport::asksBeforeItIsCutOff()
{
    exportToPipe();
    m_window->close();
    QVERIFY(m_window && m_window->isVisible());
    QVERIFY(m_window->findChild<QMessageBox *>());
    read();
    QTRY_VERIFY(!exporter()->isRunning());
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>()); // there is nothing to ask about
    QVERIFY(m_window->isVisible());
    m_window->close();
    QTRY_VERIFY(!m_window);
}

void TestCompareExport::closesWhenItIsGivenUp()
{
    exportToPipe();
    m_window->close();
    QTest::mouseClick(m_window->findChild<QPushButton *>(QStringLiteral("compareStopAndClose")),
                      Qt::LeftButton);
    QTRY_VERIFY(!m_window);
}

QTEST_MAIN(TestCompareExport)
#include "tst_compareexport.moc"
