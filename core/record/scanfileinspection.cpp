// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanfileinspection.h"

#include "core/record/scanschema.h"
#include "core/record/writingmark.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <bit>

// SQLite runs through the list of tables as soon as it opens a file, and a list whose pages go in a
// circle has no end. So the list has to be what ours is: all of it on the first page. (The file
// format, https://www.sqlite.org/fileformat2.html: 1.3 the header, 1.6 B-tree pages, 3 the journal,
// 4 the write-ahead log.)

namespace roadstead {

namespace {

constexpr qsizetype kHeaderSize = 100;
constexpr char kTableLeaf = 0x0d; // kind of page, the first byte behind the header
constexpr qint64 kWalHeader = 32;
constexpr qint64 kFrameHeader = 24;

quint32 numberAt(const QByteArray &bytes, qsizetype offset)
{
    return bytes.size() < offset + 4 ? 0 : qFromBigEndian<quint32>(bytes.constData() + offset);
}

bool isScanFile(const QByteArray &head)
{
    return head.startsWith(QByteArray("SQLite format 3\0", 16))
           && numberAt(head, 68) == kScanApplicationId;
}

/// `head` is the beginning of the first page.
bool hasShortTableList(const QByteArray &head)
{
    return head.size() > kHeaderSize && head.at(kHeaderSize) == kTableLeaf;
}

/// Every version of the first page that the log has is like the page itself.
bool isWalSound(QFile &wal)
{
    const QByteArray header = wal.read(kWalHeader);
    const quint32 pageSize = numberAt(header, 8);
    if (header.size() < kWalHeader) // SQLite takes nothing from it
        return true;
    if (!std::has_single_bit(pageSize) || pageSize < 512 || pageSize > 65'536)
        return false;
    for (qint64 at = kWalHeader; at < wal.size(); at += kFrameHeader + pageSize) {
        const QByteArray frame =
            wal.seek(at) ? wal.read(kFrameHeader + kHeaderSize + 1) : QByteArray();
        if (numberAt(frame, 0) != 1 || frame.size() <= kFrameHeader + kHeaderSize)
            continue;
        const QByteArray page = frame.sliced(kFrameHeader);
        if (!isScanFile(page) || !hasShortTableList(page))
            return false;
    }
    return true;
}

/// A journal may name another file, of several that are changed at once, and SQLite deletes that
/// one in the end. Ours never do.
bool isJournalSound(QFile &journal)
{
    static const QByteArray kMagic = QByteArray::fromHex("d9d505f920a163d7");
    return journal.size() < kMagic.size()
           || (journal.seek(journal.size() - kMagic.size()) && journal.readAll() != kMagic);
}

bool isSound(const QString &path, bool (*check)(QFile &))
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return true;
    QFile file(path);
    return info.isFile() && !info.isSymLink() && file.open(QIODevice::ReadOnly) && check(file);
}

} // namespace

Expected<int, RecordError> inspectScanFile(const QString &path, int newest)
{
    using Code = RecordError::Code;
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return RecordError{Code::NotAFile, path, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return RecordError{Code::Unreadable, path, file.errorString()};
    const QByteArray head = file.read(kHeaderSize + 1);
    if (file.error() != QFileDevice::NoError)
        return RecordError{Code::Unreadable, path, file.errorString()};
    if (!isScanFile(head))
        return RecordError{Code::NotAScan, path, {}};
    const auto version = static_cast<qint32>(numberAt(head, 60));
    if (version > newest)
        return RecordError{Code::Newer, path, QString::number(version)};
    if (version < 1)
        return RecordError{Code::Corrupt, path, QStringLiteral("version")};
    if (!hasShortTableList(head))
        return RecordError{Code::Corrupt, path, QStringLiteral("tables")};
    return version;
}

bool hasLeftovers(const QString &path)
{
    return QFileInfo(walPath(path)).size() > 0 || QFileInfo(journalPath(path)).size() > 0;
}

bool areLeftoversSound(const QString &path)
{
    return isSound(walPath(path), isWalSound) && isSound(journalPath(path), isJournalSound);
}

} // namespace roadstead
