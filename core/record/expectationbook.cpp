// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/expectationbook.h"

#include "core/file/outputfile.h"
#include "core/record/scanshelf.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <utility>

#include <errno.h>

namespace roadstead {

namespace {

constexpr int kLongestWait = 5'000; ///< milliseconds, for another program; writing takes a few
constexpr QFileDevice::Permissions kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

ExpectationBook::ExpectationBook(QString path)
    : m_path(std::move(path))
{}

ExpectationBook ExpectationBook::beside(const ScanShelf &shelf)
{
    return ExpectationBook(QFileInfo(shelf.folder()).absolutePath()
                           + QStringLiteral("/expectations.txt"));
}

BookError ExpectationBook::error(BookError::Code code) const
{
    return {.code = code, .path = m_path};
}

Expected<QString, BookError> ExpectationBook::content() const
{
    if (!QFileInfo::exists(m_path))
        return QString();
    auto read = readTextFile(m_path);
    if (!read) {
        BookError unreadable = error(BookError::Code::Unreadable);
        unreadable.file = read.error();
        return unreadable;
    }
    // Written again, what took the place of other bytes would have destroyed them.
    if (read->contains(QChar(QChar::ReplacementCharacter)))
        return error(BookError::Code::NotText);
    return std::move(read).value();
}

Expected<QString, BookError> ExpectationBook::text() const
{
    auto read = content();
    if (!read)
        return read;
    const auto expectations = readExpectations(*read);
    if (expectations)
        return read;
    BookError damaged = error(BookError::Code::Damaged);
    damaged.text = expectations.error();
    return damaged;
}

Expected<QString, BookError> ExpectationBook::change(const Change &change) const
{
    return locked([&]() -> Written {
        const auto before = text();
        if (!before)
            return before;
        const auto after = change(*before);
        if (!after) {
            BookError refused = error(BookError::Code::TooMuch);
            refused.text = after.error();
            return refused;
        }
        return *after == *before ? before : write(*after);
    });
}

Expected<QString, BookError> ExpectationBook::replace(const QString &known,
                                                      const QString &text) const
{
    return locked([&]() -> Written {
        const auto before = content();
        if (!before)
            return before;
        if (*before != known)
            return error(BookError::Code::Changed);
        return text == known ? before : write(text);
    });
}

ExpectationBook::Written ExpectationBook::locked(const std::function<Written()> &work) const
{
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath())) {
        BookError unwritable = error(BookError::Code::Unwritable);
        unwritable.systemText = qt_error_string();
        return unwritable;
    }
    QLockFile lock(m_path + QStringLiteral(".lock"));
    if (lock.tryLock(kLongestWait))
        return work();
    if (lock.error() == QLockFile::LockFailedError)
        return error(BookError::Code::InUse);
    BookError unwritable = error(BookError::Code::Unwritable);
    unwritable.systemText = qt_error_string(EACCES);
    return unwritable;
}

ExpectationBook::Written ExpectationBook::write(const QString &text) const
{
    BookError unwritable = error(BookError::Code::Unwritable);
    if (!QFileInfo::exists(m_path)) { // its owner's alone from its beginning
        QFile fresh(m_path);
        if (!fresh.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly)) {
            unwritable.systemText = fresh.errorString();
            return unwritable;
        }
    }
    OutputFile output(m_path);
    if (output.open() && output.write(text.toUtf8()) && output.commit())
        return text;
    unwritable.systemText = output.errorString();
    return unwritable;
}

} // namespace roadstead
