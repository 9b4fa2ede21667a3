// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanwriter.h"

#include "core/record/database.h"
#include "core/record/filecopy.h"
#include "core/record/partwriter.h"
#include "core/record/scanfileinspection.h"
#include "core/record/scanlimits.h"
#include "core/record/scanreader.h"
#include "core/record/scanrow.h"
#include "core/record/scanschema.h"
#include "core/record/writingmark.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <utility>

#ifdef Q_OS_UNIX
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#endif

// A commit appends to the write-ahead log and waits until the disk has it (synchronous=FULL); what
// was not committed is as if it had never been. The lock on the file is held all the time, so there
// is no shared memory beside it, and nobody else can begin to write. The first page is written
// before there is a log: who looks at the file alone can tell what it is.

namespace roadstead {

namespace {

using Code = RecordError::Code;
using Failure = std::optional<RecordError>;

/// So that a file that was put into it is there after a power cut. Some systems cannot: then it
/// is there a few seconds later.
void syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int fd =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    static_cast<void>(::fsync(fd));
    ::close(fd);
#else
    Q_UNUSED(folder)
#endif
}

} // namespace

class ScanWriter::Private
{
public:
    QString path; ///< empty before it is opened and after it is closed
    std::unique_ptr<Database> database; ///< null while it could not be opened again
    WrittenScan written;
    WritingMark mark;
    bool isMade = false; ///< by this, in create()

    [[nodiscard]] Failure checkPlace() const;
    [[nodiscard]] Failure makeFile();
    [[nodiscard]] Failure putInPlace(QFile &file) const;
    [[nodiscard]] Failure fill(const QString &file);
    [[nodiscard]] Failure connect(const QString &file);
    [[nodiscard]] Failure beginLog();
    [[nodiscard]] Failure checkUnchanged();
    [[nodiscard]] Failure readNextPlaces();
    [[nodiscard]] Failure reconnect();
    /// Closes and forgets it. As its last connection goes, SQLite puts the file in one piece if it
    /// can, and what it says then is lost.
    [[nodiscard]] RecordError abandon(const RecordError &error);
    [[nodiscard]] Failure commit(PartWriter &writer, bool isGood);
    void setMark();
    /// Closes the connection; where it went wrong, the log stays.
    [[nodiscard]] Failure finish();
};

Failure ScanWriter::Private::checkPlace() const
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return RecordError{Code::NotAFile, path, {}};
    if (info.size() > 0 || hasLeftovers(path) || !areLeftoversSound(path))
        return RecordError{Code::Exists, path, {}};
    return std::nullopt;
}

/// Beside its place, where it is put when its tables are in it: nobody meets half of it there, and
/// of two who make one at once the second one finds it. An empty file of another's making is filled
/// where it is.
Failure ScanWriter::Private::makeFile()
{
    constexpr QFile::Permissions kOwner = QFile::ReadOwner | QFile::WriteOwner;
    const QFileInfo info(path);
    if (info.exists()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite) || !file.setPermissions(kOwner))
            return RecordError{Code::Unwritable, path, file.errorString()};
        file.close();
        return fill(path);
    }
    const QString unique = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QFile file(info.absolutePath() + u"/.roadstead-" + unique);
    if (!file.open(QIODevice::ReadWrite | QIODevice::NewOnly, kOwner))
        return RecordError{Code::Unwritable, path, file.errorString()};
    file.close();
    Failure failure = fill(file.fileName());
    database.reset();
    if (!failure)
        failure = putInPlace(file);
    if (failure)
        file.remove();
    else
        syncFolder(info.absolutePath());
    isMade = !failure;
    return failure;
}

/// Replaces nothing, not even what came a moment ago. QFile alone would.
Failure ScanWriter::Private::putInPlace(QFile &file) const
{
#ifdef Q_OS_UNIX
    if (::link(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData())
        == 0) {
        file.remove();
        return std::nullopt;
    }
    if (errno == EEXIST)
        return RecordError{Code::Exists, path, {}};
#endif
    if (file.rename(path)) // where a file has no second name
        return std::nullopt;
    return RecordError{QFileInfo::exists(path) ? Code::Exists : Code::Unwritable, path,
                       file.errorString()};
}

Failure ScanWriter::Private::connect(const QString &file)
{
    database = std::make_unique<Database>(QFileInfo(file).canonicalFilePath());
    if (!database->openToWrite())
        return database->writeError();
    return std::nullopt;
}

/// The tables come without a journal beside the file: nothing would be lost.
Failure ScanWriter::Private::fill(const QString &file)
{
    if (const Failure failure = connect(file))
        return failure;
    if (!database->runAll(
            {QStringLiteral("PRAGMA journal_mode=MEMORY"), QStringLiteral("BEGIN IMMEDIATE")}))
        return database->writeError();
    const QVariant tables = database->value(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (tables.toInt() > 0) // somebody was faster
        return RecordError{Code::Exists, path, {}};
    PartWriter writer(*database, written);
    const bool isGood = database->runAll(creation(ScanSchema::ours())) && writer.insertScan();
    return commit(writer, isGood);
}

Failure ScanWriter::Private::beginLog()
{
    const QVariant mode = database->value(QStringLiteral("PRAGMA journal_mode=WAL"));
    if (!mode.isValid())
        return database->writeError();
    if (mode != QStringLiteral("wal"))
        return RecordError{Code::Unwritable, database->path(), QStringLiteral("no log")};
    // The first look at the file takes the lock, and makes the log.
    if (!database->runAll({QStringLiteral("BEGIN IMMEDIATE"), QStringLiteral("COMMIT")}))
        return database->writeError();
    setMark();
    return std::nullopt;
}

/// Somebody may just be asking whether it is set: then at the next commit.
void ScanWriter::Private::setMark()
{
    if (!mark.isHeld())
        static_cast<void>(mark.set(database->path()));
}

Failure ScanWriter::Private::commit(PartWriter &writer, bool isGood)
{
    if (isGood && database->run(QStringLiteral("COMMIT"))) {
        writer.keep();
        return std::nullopt;
    }
    const RecordError error = database->writeError();
    static_cast<void>(database->run(QStringLiteral("ROLLBACK"))); // it may have been done already
    return error;
}

/// Between the reading and the lock others could write. What a crash left is in the log still.
Failure ScanWriter::Private::checkUnchanged()
{
    qint64 budget =
        QFileInfo(database->path()).size() + QFileInfo(walPath(database->path())).size();
    const auto row = readScanRow(*database, budget);
    if (!row)
        return row.error();
    const ScanHeader &now = row->header;
    const bool isSame =
        identityOf(now, now.done()) == identityOf(written.header, written.header.done())
        && now.ending == written.header.ending;
    return isSame ? Failure() : RecordError{Code::Changed, path, {}};
}

Failure ScanWriter::Private::readNextPlaces()
{
    const auto next = [this](const char *table) {
        const QString statement = QStringLiteral("SELECT coalesce(max(id),0)+1 FROM ");
        return database->value(statement + QLatin1String(table)).toLongLong();
    };
    written.nextBlock = next("block");
    written.nextChange = next("change");
    written.nextEvent = next("event");
    if (written.nextBlock < 1 || written.nextChange < 1 || written.nextEvent < 1)
        return database->writeError();
    return std::nullopt;
}

/// With what is known from before.
Failure ScanWriter::Private::reconnect()
{
    Failure failure = connect(path);
    if (!failure)
        failure = beginLog();
    if (failure)
        database.reset();
    return failure;
}

RecordError ScanWriter::Private::abandon(const RecordError &error)
{
    database.reset();
    mark.clear();
    return {error.code, std::exchange(path, QString()), error.detail};
}

Failure ScanWriter::Private::finish()
{
    Failure failure;
    if (!database->joinLog())
        failure = database->writeError();
    database->close();
    database.reset();
    mark.clear();
    return failure;
}

ScanWriter::ScanWriter()
    : d(std::make_unique<Private>())
{}

ScanWriter::~ScanWriter()
{
    close();
}

Failure ScanWriter::create(const QString &path, const ScanHeader &header)
{
    Q_ASSERT(!isOpen());
    d->path = path;
    if (const Failure failure = d->checkPlace())
        return d->abandon(*failure);
    d->isMade = false;
    d->written = WrittenScan();
    d->written.header = header;
    d->written.header.counts = {};
    d->written.header.hosts = 0;
    if (const Failure failure = d->makeFile())
        return d->abandon(*failure);
    const Failure failure = d->reconnect();
    if (!failure)
        return std::nullopt;
    const RecordError error = d->abandon(*failure);
    if (d->isMade && error.code != Code::InUse) // or somebody has opened it already
        QFile::remove(path); // there was nothing in it
    return error;
}

Failure ScanWriter::reopen(const QString &path, const std::optional<ScanIdentity> &expected)
{
    Q_ASSERT(!isOpen());
    const auto document = readScanFile(path);
    if (!document)
        return document.error();
    const ScanHeader &header = document->header;
    if (expected && *expected != identityOf(header, header.done()))
        return RecordError{Code::Changed, path, {}};
    d->path = path;
    d->written = writtenScanOf(*document);
    Failure failure = d->connect(path);
    if (failure)
        return d->abandon(*failure);
    const int version = d->database->value(QStringLiteral("PRAGMA user_version")).toInt();
    const ScanSchema &schema = ScanSchema::ours();
    if (version < 1 || (version < schema.current() && !migrate(*d->database, version, schema)))
        return d->abandon(d->database->writeError());
    failure = d->beginLog();
    if (!failure)
        failure = d->checkUnchanged();
    if (!failure)
        failure = d->readNextPlaces();
    if (failure)
        return d->abandon(*failure);
    return std::nullopt;
}

Failure ScanWriter::write(const ScanPart &part)
{
    Q_ASSERT(isOpen());
    if (part.expectations && part.expectations->size() > limits::kExpectations)
        return RecordError{Code::TooLong, path(), {}};
    if (!d->database) {
        if (const Failure failure = d->reconnect())
            return failure;
    }
    d->setMark();
    PartWriter writer(*d->database, d->written);
    if (!d->database->run(QStringLiteral("BEGIN IMMEDIATE")))
        return d->database->writeError();
    const bool isGood = writer.write(part);
    return d->commit(writer, isGood);
}

Failure ScanWriter::close()
{
    if (!isOpen())
        return std::nullopt;
    const Failure failure = d->database ? d->finish() : std::nullopt;
    d->path.clear();
    return failure;
}

Failure ScanWriter::moveTo(const QString &path)
{
    Q_ASSERT(isOpen());
    // Where an earlier move failed, what was written may be in the log alone.
    if (!d->database) {
        if (const Failure failure = d->reconnect())
            return failure;
    }
    Failure failure = d->finish();
    const QString before = d->path;
    if (!failure)
        failure = copyWhole(before, path);
    if (!failure) {
        d->path = path;
        failure = d->reconnect();
        if (!failure)
            return std::nullopt;
        d->path = before;
    }
    // If that fails as well, the next write() tries again.
    static_cast<void>(d->reconnect());
    return RecordError{failure->code, path, failure->detail};
}

bool ScanWriter::isOpen() const
{
    return !d->path.isEmpty();
}

QString ScanWriter::path() const
{
    return d->path;
}

quint64 ScanWriter::rowCount() const
{
    return d->written.header.done();
}

} // namespace roadstead
