// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/writingmark.h"

#include <QFile>
#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace roadstead {

namespace {

enum class Locking : quint8 {
    Done,
    Impossible, ///< no such file, or no such lock
    Taken,
};

/// Leaves an open descriptor behind only when it is done.
Locking lockFile(const QString &path, bool isShared, int &descriptor)
{
#ifdef Q_OS_UNIX
    // A FIFO of that name must not be waited for.
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return Locking::Impossible;
    if (::flock(fd, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0) {
        descriptor = fd;
        return Locking::Done;
    }
    const bool isTaken = errno == EWOULDBLOCK;
    ::close(fd);
    return isTaken ? Locking::Taken : Locking::Impossible;
#else
    Q_UNUSED(path)
    Q_UNUSED(isShared)
    Q_UNUSED(descriptor)
    return Locking::Impossible;
#endif
}

void unlock(int descriptor)
{
#ifdef Q_OS_UNIX
    ::close(descriptor);
#else
    Q_UNUSED(descriptor)
#endif
}

} // namespace

WritingMark::~WritingMark()
{
    clear();
}

bool WritingMark::set(const QString &path)
{
    clear();
    return lockFile(walPath(path), false, m_descriptor) != Locking::Taken;
}

void WritingMark::clear()
{
    if (m_descriptor >= 0)
        unlock(m_descriptor);
    m_descriptor = -1;
}

bool WritingMark::isSet(const QString &path)
{
    int descriptor = -1;
    // Shared, so that of two who ask at once none takes the other for a writer.
    const Locking locking = lockFile(walPath(path), true, descriptor);
    if (locking == Locking::Done)
        unlock(descriptor);
    return locking == Locking::Taken;
}

QString walPath(const QString &path)
{
    return path + u"-wal";
}

QString journalPath(const QString &path)
{
    return path + u"-journal";
}

} // namespace roadstead
