// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/file/directoutput.h"

#include <QFile>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace roadstead {

namespace {

constexpr int kPollMilliseconds = 50; // how late a cancelled writer notices

bool isFifo(const QByteArray &name)
{
    struct stat status;
    return ::stat(name.constData(), &status) == 0 && S_ISFIFO(status.st_mode);
}

} // namespace

DirectOutput::DirectOutput(IsCancelled isCancelled)
    : m_isCancelled(std::move(isCancelled))
{}

DirectOutput::~DirectOutput()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

std::optional<int> DirectOutput::descriptorOf(const QString &path)
{
    if (path == u"-" || path == u"/dev/stdout")
        return STDOUT_FILENO;
    if (path == u"/dev/stderr")
        return STDERR_FILENO;
    for (const QLatin1String folder :
         {QLatin1String("/dev/fd/"), QLatin1String("/proc/self/fd/")}) {
        bool isNumber = false;
        const int descriptor =
            path.startsWith(folder) ? QStringView(path).sliced(folder.size()).toInt(&isNumber) : 0;
        if (isNumber && descriptor >= 0)
            return descriptor;
    }
    return std::nullopt;
}

int DirectOutput::open(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    // Not blocking, because a FIFO without a reader would hold the thread where nothing can call it
    // off. No O_CREAT: if the device went away, a file must not take its place.
    for (;;) {
        m_descriptor = ::open(name.constData(), O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
        if (m_descriptor >= 0)
            return 0;
        const int error = errno;
        const bool waitsForReader = error == ENXIO && isFifo(name);
        if (!waitsForReader && error != EINTR)
            return error;
        if (m_isCancelled && m_isCancelled())
            return ECANCELED;
        ::poll(nullptr, 0, kPollMilliseconds);
    }
}

int DirectOutput::openDescriptor(int descriptor)
{
    m_descriptor = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    if (m_descriptor < 0)
        return errno;
    const int flags = ::fcntl(m_descriptor, F_GETFL);
    return flags >= 0 && (flags & O_ACCMODE) == O_RDONLY ? EBADF : 0;
}

int DirectOutput::write(const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::write(m_descriptor, bytes.constData() + written,
                                      static_cast<size_t>(bytes.size() - written));
        const int error = count < 0 ? errno : count == 0 ? EIO : 0;
        written += count > 0 ? count : 0;
        if (error == 0 || error == EINTR)
            continue;
        if (error != EAGAIN)
            return error;
        if (const int waitError = waitForRoom(); waitError != 0)
            return waitError;
    }
    return 0;
}

int DirectOutput::waitForRoom()
{
    pollfd wanted{m_descriptor, POLLOUT, 0};
    while (::poll(&wanted, 1, kPollMilliseconds) == 0) {
        if (m_isCancelled && m_isCancelled())
            return ECANCELED;
    }
    return 0; // an error of poll() or of the descriptor shows in the next write()
}

int DirectOutput::close()
{
    const int result = ::close(m_descriptor);
    m_descriptor = -1;
    return result < 0 ? errno : 0;
}

} // namespace roadstead
