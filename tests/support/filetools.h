// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

namespace roadstead {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

inline void putContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// A folder of a test's own, gone at its end.
class TestFolder final : public QTemporaryDir
{
public:
    using QTemporaryDir::path;
    [[nodiscard]] QString path(const char *name) const
    {
        return filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] QStringList names() const
    {
        return QDir(path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden
                                      | QDir::NoDotAndDotDot);
    }
};

/// The whole life of an OutputFile.
template <typename Output>
bool writeAll(Output &file, const QByteArray &content)
{
    return file.open() && file.write(content) && file.commit();
}

/// S_IFREG, S_IFLNK and the like, without following a link; 0 when there is nothing.
inline mode_t typeOf(const QString &path)
{
    struct stat status;
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & S_IFMT : 0;
}

inline QString systemWords(int error)
{
    return qt_error_string(error);
}

} // namespace roadstead
