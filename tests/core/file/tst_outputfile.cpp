// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/file/outputfile.h"
#include "tests/support/filetools.h"

#include <QDir>
#include <QTest>

#include <memory>

#include <errno.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace roadstead;

namespace {

/// A 64 KiB file system of its own, unmounted at the end.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &path)
        : m_path(QFile::encodeName(path))
    {
        m_isMounted = ::mount("none", m_path.constData(), "tmpfs", 0, "size=64k") == 0;
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount(m_path.constData());
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)
    [[nodiscard]] bool isMounted() const { return m_isMounted; }

private:
    QByteArray m_path;
    bool m_isMounted = false;
};

} // namespace

class TestOutputFile : public QObject
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

    void makesANewFile()
    {
        OutputFile file(path("new"));
        QVERIFY(file.open());
        QVERIFY(names().isEmpty()); // nothing lies about while the scan goes on
        QVERIFY(file.write("ab"));
        QVERIFY(file.write("c"));
        QVERIFY(file.commit());
        QCOMPARE(contentOf(path("new")), QByteArray("abc"));
        QCOMPARE(names(), QStringList{QStringLiteral("new")});
        QVERIFY(!file.isStandardOutput());
    }

    void commitsAnEmptyFile()
    {
        putContent(path("f"), "old");
        OutputFile file(path("f"));
        QVERIFY(file.open());
        QVERIFY(file.commit());
        QCOMPARE(contentOf(path("f")), QByteArray());
    }

    void keepsTheOldContentWithoutCommit()
    {
        putContent(path("f"), "old");
        {
            OutputFile file(path("f"));
            QVERIFY(file.open());
            QVERIFY(file.write(QByteArray(100'000, 'x')));
        }
        QCOMPARE(contentOf(path("f")), QByteArray("old"));
        QCOMPARE(names(), QStringList{QStringLiteral("f")});
    }

    void keepsPermissions()
    {
        putContent(path("f"), "old");
        QVERIFY(QFile::setPermissions(path("f"), QFile::ReadOwner | QFile::WriteOwner));
        OutputFile file(path("f"));
        QVERIFY(writeAll(file, "new"));
        struct stat status;
        QCOMPARE(::stat(QFile::encodeName(path("f")).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
    }

    void keepsALinkAndWritesItsTarget_data()
    {
        QTest::addColumn<bool>("targetExists");
        QTest::newRow("to a file") << true;
        QTest::newRow("to nothing yet") << false;
    }
    void keepsALinkAndWritesItsTarget()
    {
        QFETCH(bool, targetExists);
        if (targetExists)
            putContent(path("target"), "old");
        QVERIFY(QFile::link(QStringLiteral("target"), path("link")));
        QVERIFY(QFile::link(QStringLiteral("link"), path("link2")));
        OutputFile file(path("link2"));
        QVERIFY(writeAll(file, "new"));
        QCOMPARE(typeOf(path("link2")), mode_t(S_IFLNK));
        QCOMPARE(typeOf(path("link")), mode_t(S_IFLNK));
        QCOMPARE(typeOf(path("target")), mode_t(S_IFREG));
        QCOMPARE(contentOf(path("target")), QByteArray("new"));
    }

    void findsAnUnwritablePlaceInOpen_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no such folder") << QStringLiteral("none/f");
        QTest::newRow("a folder") << QStringLiteral("folder");
        QTest::newRow("below a file") << QStringLiteral("plain/f");
        QTest::newRow("links in a circle") << QStringLiteral("circle");
        QTest::newRow("name too long") << QString(300, u'x');
        QTest::newRow("empty name") << QString();
        QTest::newRow("a local socket") << QStringLiteral("socket");
    }
    void findsAnUnwritablePlaceInOpen()
    {
        QFETCH(QString, name);
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
        putContent(path("plain"), "old");
        QVERIFY(QFile::link(QStringLiteral("circle"), path("circle")));
        makeSocket(path("socket"));
        const QStringList before = names();
        OutputFile file(name.isEmpty() ? name : m_folder->filePath(name));
        QVERIFY(!file.open());
        QVERIFY(!file.errorString().isEmpty());
        QCOMPARE(names(), before);
        QCOMPARE(contentOf(path("plain")), QByteArray("old"));
        QCOMPARE(typeOf(path("socket")), mode_t(S_IFSOCK));
    }

    void findsAReadOnlyFileInOpen()
    {
        putContent(path("f"), "old");
        QVERIFY(QFile::setPermissions(path("f"), QFile::ReadOwner));
        if (::geteuid() == 0)
            QSKIP("root may write it");
        OutputFile file(path("f"));
        QVERIFY(!file.open());
        QVERIFY(!file.errorString().isEmpty());
    }

    void saysThatTheFolderVanished()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
        OutputFile file(path("folder/f"));
        QVERIFY(file.open());
        QVERIFY(file.write("a"));
        QVERIFY(QDir(path("folder")).removeRecursively());
        QVERIFY(!file.commit());
        QVERIFY(!file.errorString().isEmpty());
        QVERIFY(names().isEmpty());
    }

    void aFullDiskLeavesTheOldFileWhole_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("far too large") << 1'000'000;
        QTest::newRow("a little too large, still in a buffer") << 12'000;
    }
    void aFullDiskLeavesTheOldFileWhole()
    {
        QFETCH(int, size);
        const SmallDisk disk(m_folder->path());
        if (!disk.isMounted())
            QSKIP("a file system cannot be mounted here (root only)");
        putContent(path("f"), "old");
        putContent(path("ballast"), QByteArray(52'000, 'x'));
        OutputFile file(path("f"));
        QVERIFY(file.open());
        const QByteArray content(size, 'y');
        const bool isWritten = file.write(content) && file.commit();
        QVERIFY(!isWritten);
        QCOMPARE(file.errorString(), systemWords(ENOSPC));
        QCOMPARE(contentOf(path("f")), QByteArray("old"));
        QCOMPARE(names(), (QStringList{QStringLiteral("ballast"), QStringLiteral("f")}));
    }

private:
    void makeSocket(const QString &socketPath)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(socketPath);
        QVERIFY(static_cast<size_t>(name.size()) < sizeof(address.sun_path));
        std::copy(name.begin(), name.end(), address.sun_path);
        const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QVERIFY(descriptor >= 0);
        QCOMPARE(::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof(address)), 0);
        ::close(descriptor);
    }
};

QTEST_APPLESS_MAIN(TestOutputFile)
#include "tst_outputfile.moc"
