// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/importsource.h"

#include <QFileDevice>

namespace roadstead {

namespace {
constexpr qint64 kPieceBytes = 64 * 1'024;
} // namespace

ImportSource::ImportSource(QIODevice &device, const CancelCheck &isCancelled)
    : m_device(device)
    , m_isCancelled(isCancelled)
{}

std::optional<ImportError> ImportSource::lookAhead(qsizetype size)
{
    while (m_ahead.size() < size) {
        QByteArray before;
        before.swap(m_ahead);
        const Expected<QByteArray, ImportError> more = read();
        m_ahead.swap(before);
        if (!more)
            return more.error();
        if (more->isEmpty())
            break;
        m_ahead += *more;
    }
    return std::nullopt;
}

Expected<QByteArray, ImportError> ImportSource::read()
{
    if (isCancelled())
        return importFault(ImportError::Code::Cancelled, 0, 0);
    if (!m_ahead.isEmpty()) {
        QByteArray piece;
        piece.swap(m_ahead);
        return piece;
    }
    QByteArray piece(kPieceBytes, Qt::Uninitialized);
    const qint64 size = m_device.read(piece.data(), piece.size());
    // A device that is not a file says -1 at its end, too.
    const auto *file = qobject_cast<const QFileDevice *>(&m_device);
    const bool hasFailed = file != nullptr && file->error() != QFileDevice::NoError;
    if (hasFailed || (size < 0 && !m_device.atEnd()))
        return importFault(ImportError::Code::Unreadable, 0, 0, m_device.errorString());
    piece.truncate(qMax<qint64>(size, 0));
    return piece;
}

ImportError importFault(ImportError::Code code, qint64 line, qint64 column, const QString &found)
{
    constexpr qsizetype kMostShown = 100;
    return {code, line, column, found.left(kMostShown)};
}

} // namespace roadstead
