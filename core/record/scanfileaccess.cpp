// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanfileaccess.h"

#include "core/record/filecopy.h"
#include "core/record/scanfileinspection.h"
#include "core/record/writingmark.h"

#include <QFileInfo>

namespace roadstead {

namespace {

using Code = RecordError::Code;

} // namespace

Expected<std::unique_ptr<ScanFileAccess>, RecordError>
ScanFileAccess::open(const QString &path, const ScanSchema &schema)
{
    std::unique_ptr<ScanFileAccess> access(new ScanFileAccess(path));
    if (const auto error = access->openAny(schema))
        return access->explained(*error);
    return access;
}

ScanFileAccess::ScanFileAccess(QString path)
    : m_path(std::move(path))
{}

std::optional<RecordError> ScanFileAccess::openAny(const ScanSchema &schema)
{
    // SQLite's files lie beside what a link leads to. Asked before the file itself is opened, see
    // WritingMark.
    const QString target = QFileInfo(m_path).canonicalFilePath();
    if (!target.isEmpty() && WritingMark::isSet(target))
        return RecordError{Code::InUse, m_path, {}};
    const Expected<int, RecordError> version =
        inspectScanFile(target.isEmpty() ? m_path : target, schema.current());
    if (!version)
        return version.error();
    m_size = QFileInfo(target).size() + QFileInfo(walPath(target)).size();
    m_database = std::make_unique<Database>(target);
    if (!areLeftoversSound(target))
        return RecordError{Code::Corrupt, m_path, QStringLiteral("log")};
    if (hasLeftovers(target) || *version < schema.current()) {
        if (const auto error = copy())
            return error;
    }
    return connect(schema, *version);
}

std::optional<RecordError> ScanFileAccess::copy()
{
    m_folder = std::make_unique<QTemporaryDir>(); // for its owner only
    if (!m_folder->isValid())
        return RecordError{Code::Unreadable, m_path, m_folder->errorString()};
    const QString to = m_folder->filePath(QStringLiteral("scan"));
    if (const auto error = copyWithLeftovers(m_database->path(), to))
        return error;
    m_database = std::make_unique<Database>(to);
    return std::nullopt;
}

std::optional<RecordError> ScanFileAccess::connect(const ScanSchema &schema, int version)
{
    const bool isCopy = m_folder != nullptr;
    if (!m_database->open(isCopy ? QStringLiteral("mode=rw")
                                 : QStringLiteral("mode=ro&immutable=1"))
        || !m_database->runAll(carefulPragmas())
        || (!isCopy && !m_database->run(QStringLiteral("PRAGMA query_only=ON"))))
        return m_database->readError();
    return check(schema, version);
}

std::optional<RecordError> ScanFileAccess::check(const ScanSchema &schema, int version)
{
    // Once more, of SQLite: what a crash left may have brought another.
    const QVariant found = m_database->value(QStringLiteral("PRAGMA user_version"));
    if (!found.isValid())
        return m_database->readError();
    const bool isOurs =
        found.toInt() == version
        && m_database->value(QStringLiteral("PRAGMA application_id")).toUInt() == kScanApplicationId
        && hasSchema(*m_database, schema.versions.at(version - 1))
        && (version == schema.current() || migrate(*m_database, version, schema));
    if (!isOurs)
        return RecordError{Code::Corrupt, m_path, QStringLiteral("tables")};
    if (!m_database->run(QStringLiteral("PRAGMA query_only=ON")))
        return m_database->readError();
    return std::nullopt;
}

RecordError ScanFileAccess::explained(RecordError error) const
{
    error.path = m_path;
    const QString target = QFileInfo(m_path).canonicalFilePath();
    if (error.code == Code::Corrupt && !target.isEmpty() && WritingMark::isSet(target))
        error = {Code::InUse, m_path, {}};
    return error;
}

} // namespace roadstead
