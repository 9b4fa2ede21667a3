// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Outputs that are written as they are: devices, FIFOs, descriptors. A regular file is
// tst_outputfile's.

#include "core/file/outputfile.h"
#include "tests/support/filetools.h"

#include <QFileInfo>
#include <QTest>

#include <memory>
#include <thread>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

using namespace roadstead;

namespace {

void makeFifo(const QString &path)
{
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
}

int openFifoForReading(const QString &path)
{
    return ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK);
}

} // namespace

class TestDirectOutput : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestFolder> m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder->path(name); }
    [[nodiscard]] QStringList names() const { return m_folder->names(); }

private slots:
    void init()
    {
        m_folder = std::make_unique<TestFolder>();
        QVERIFY(m_folder->isValid());
    }
    void cleanup() { m_folder.reset(); }

    void aFullDeviceSaysSo()
    {
        if (!QFileInfo::exists(QStringLiteral("/dev/full")))
            QSKIP("no /dev/full");
        OutputFile file(QStringLiteral("/dev/full"));
        QVERIFY(file.open());
        QVERIFY(!file.write("a"));
        QCOMPARE(file.errorString(), systemWords(ENOSPC));
        QCOMPARE(typeOf(QStringLiteral("/dev/full")), mode_t(S_IFCHR));
    }

    void aDeviceStaysADevice_data()
    {
        QTest::addColumn<bool>("throughLink");
        QTest::newRow("itself") << false;
        QTest::newRow("through a link") << true;
    }
    void aDeviceStaysADevice()
    {
        QFETCH(bool, throughLink);
        const QByteArray device = QFile::encodeName(path("null"));
        if (::mknod(device.constData(), S_IFCHR | 0666, ::makedev(1, 3)) != 0)
            QSKIP("a device cannot be made here (root only)");
        QVERIFY(QFile::link(QStringLiteral("null"), path("link")));
        OutputFile file(path(throughLink ? "link" : "null"));
        if (!file.open()) // a user namespace makes the node and then forbids its use
            QCOMPARE(file.errorString(), systemWords(EACCES));
        else
            QVERIFY(file.write("abc") && file.commit());
        QCOMPARE(typeOf(path("null")), mode_t(S_IFCHR));
        QCOMPARE(typeOf(path("link")), mode_t(S_IFLNK));
        QCOMPARE(names(), (QStringList{QStringLiteral("link"), QStringLiteral("null")}));
    }

    void aFileThatBecameADeviceIsLeftAlone()
    {
        putContent(path("f"), "old");
        OutputFile file(path("f"));
        QVERIFY(file.open());
        QVERIFY(file.write("new"));
        QVERIFY(QFile::remove(path("f")));
        makeFifo(path("f"));
        QVERIFY(!file.commit());
        QCOMPARE(typeOf(path("f")), mode_t(S_IFIFO));
        QCOMPARE(names(), QStringList{QStringLiteral("f")});
    }

    void aFifoCarriesTheContent()
    {
        makeFifo(path("fifo"));
        QByteArray received;
        std::thread reader([this, &received] { received = contentOf(path("fifo")); });
        // More than a pipe holds, so that the writer has to wait for room.
        const QByteArray content(1'000'000, 'z');
        bool isWritten = false;
        {
            OutputFile file(path("fifo"));
            isWritten = writeAll(file, content);
        }
        reader.join();
        QVERIFY(isWritten);
        QCOMPARE(received, content);
        QCOMPARE(typeOf(path("fifo")), mode_t(S_IFIFO));
    }

    void waitingForAFifosReaderCanBeCalledOff()
    {
        makeFifo(path("fifo"));
        OutputFile file(path("fifo"));
        int asked = 0;
        file.setCancelCheck([&asked] { return ++asked == 2; });
        QVERIFY(!file.open());
        QCOMPARE(asked, 2);
        QCOMPARE(file.errorString(), systemWords(ECANCELED));
    }

    void waitingForRoomInAFifoCanBeCalledOff()
    {
        makeFifo(path("fifo"));
        const int reader = openFifoForReading(path("fifo"));
        QVERIFY(reader >= 0);
        OutputFile file(path("fifo"));
        file.setCancelCheck([] { return true; });
        QVERIFY(file.open());
        QVERIFY(!file.write(QByteArray(4'000'000, 'x')));
        QCOMPARE(file.errorString(), systemWords(ECANCELED));
        ::close(reader);
    }

    void noticesThatTheReaderHasGone()
    {
        ::signal(SIGPIPE, SIG_IGN);
        makeFifo(path("fifo"));
        const int reader = openFifoForReading(path("fifo"));
        QVERIFY(reader >= 0);
        OutputFile file(path("fifo"));
        QVERIFY(file.open());
        QVERIFY(!file.isReaderGone());
        ::close(reader);
        QVERIFY(!file.write("a"));
        QVERIFY(file.isReaderGone());
    }

    void aDescriptorIsWrittenAndNotReplaced()
    {
        // As a shell's >> does: what is there stays, and the inode too.
        putContent(path("log"), "old ");
        const int descriptor =
            ::open(QFile::encodeName(path("log")).constData(), O_WRONLY | O_APPEND);
        QVERIFY(descriptor >= 0);
        OutputFile file(QStringLiteral("/dev/fd/%1").arg(descriptor));
        QVERIFY(writeAll(file, "new"));
        QCOMPARE(::write(descriptor, "!", 1), ssize_t(1));
        ::close(descriptor);
        QCOMPARE(contentOf(path("log")), QByteArray("old new!"));
    }

    void refusesADescriptorThatCannotBeWritten_data()
    {
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("closed") << false;
        QTest::newRow("for reading") << true;
    }
    void refusesADescriptorThatCannotBeWritten()
    {
        QFETCH(bool, isOpen);
        const int descriptor = ::open("/dev/null", O_RDONLY);
        QVERIFY(descriptor >= 0);
        if (!isOpen)
            ::close(descriptor);
        OutputFile file(QStringLiteral("/proc/self/fd/%1").arg(descriptor));
        QVERIFY(!file.open());
        QCOMPARE(file.errorString(), systemWords(EBADF));
        if (isOpen)
            ::close(descriptor);
    }

    void knowsStandardOutput()
    {
        QVERIFY(OutputFile(QStringLiteral("-")).isStandardOutput());
        QVERIFY(OutputFile(QStringLiteral("/dev/stdout")).isStandardOutput());
        QVERIFY(OutputFile(QStringLiteral("/dev/fd/1")).isStandardOutput());
        QVERIFY(!OutputFile(QStringLiteral("/dev/stderr")).isStandardOutput());
        QVERIFY(!OutputFile(QStringLiteral("./-")).isStandardOutput());
    }
};

QTEST_APPLESS_MAIN(TestDirectOutput)
#include "tst_directoutput.moc"
