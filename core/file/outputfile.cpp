// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/file/outputfile.h"

#include "core/file/directoutput.h"

#include <QFile>
#include <QSaveFile>

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

// QSaveFile names the temporary neighbour, gives it the old file's permissions and renames it. The
// bytes go past it to its descriptor: its own write() says "Unknown error" for a full disk, and it
// ignores what fsync() says.

namespace roadstead {

namespace {

/// What a path leads to, links followed: S_IFREG and the like, or an errno. Nothing there is no
/// error.
struct Place
{
    int error = 0;
    mode_t type = 0; ///< 0 if nothing is there
};

Place placeOf(const QString &path)
{
    struct stat status;
    if (path.isEmpty())
        return {ENOENT, 0};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0)
        return {0, status.st_mode & S_IFMT};
    return {errno == ENOENT ? 0 : errno, 0};
}

/// A full disk or a failing one may say so only here.
int sync(int descriptor)
{
    if (::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP)
        return 0;
    return errno;
}

} // namespace

OutputFile::OutputFile(QString path)
    : m_path(std::move(path))
{}

OutputFile::~OutputFile()
{
    if (m_file)
        m_file->cancelWriting();
}

void OutputFile::setCancelCheck(std::function<bool()> isCancelled)
{
    m_isCancelled = std::move(isCancelled);
}

bool OutputFile::open()
{
    if (DirectOutput::descriptorOf(m_path))
        return openDirectly();
    const Place place = placeOf(m_path);
    if (place.error != 0)
        return check(place.error);
    if (place.type == S_IFDIR)
        return check(EISDIR);
    if (place.type != 0 && place.type != S_IFREG)
        return openDirectly();
    const bool isWritable = openSafely();
    m_output.reset();
    m_file.reset(); // its temporary file goes with it
    return isWritable;
}

bool OutputFile::openDirectly()
{
    m_output = std::make_unique<DirectOutput>(m_isCancelled);
    const std::optional<int> descriptor = DirectOutput::descriptorOf(m_path);
    return check(descriptor ? m_output->openDescriptor(*descriptor) : m_output->open(m_path));
}

bool OutputFile::openSafely()
{
    m_file = std::make_unique<QSaveFile>(m_path);
    m_file->setDirectWriteFallback(false);
    if (!m_file->open(QIODevice::WriteOnly)) {
        m_error = m_file->errorString();
        return false;
    }
    m_output = std::make_unique<DirectOutput>(m_isCancelled);
    return check(m_output->openDescriptor(m_file->handle()));
}

bool OutputFile::write(const QByteArray &bytes)
{
    if (!m_output && !openSafely())
        return false;
    return check(m_output->write(bytes));
}

bool OutputFile::commit()
{
    if (!m_output && !openSafely())
        return false;
    if (m_file && !check(sync(m_file->handle())))
        return false;
    if (!check(m_output->close()))
        return false;
    return !m_file || putInPlace();
}

bool OutputFile::putInPlace()
{
    // Looked at once more: what has become a device since open() must not be renamed over.
    const Place place = placeOf(m_path);
    if (place.error != 0 || (place.type != 0 && place.type != S_IFREG))
        return check(place.error != 0 ? place.error : EEXIST);
    if (m_file->commit())
        return true;
    m_error = m_file->errorString();
    return false;
}

/// True for 0, so that a call's outcome can be passed through.
bool OutputFile::check(int errorNumber)
{
    if (errorNumber == 0)
        return true;
    if (m_file)
        m_file->cancelWriting();
    m_isReaderGone = errorNumber == EPIPE;
    m_error = qt_error_string(errorNumber);
    return false;
}

QString OutputFile::errorString() const
{
    return m_error;
}

bool OutputFile::isStandardOutput() const
{
    return DirectOutput::descriptorOf(m_path) == STDOUT_FILENO;
}

} // namespace roadstead
