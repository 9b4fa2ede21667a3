// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace roadstead {

/// An output that is written as it comes: a device, FIFO or descriptor. Errors are errno values, 0
/// for success. Waits for a FIFO's reader and for room, and asks `isCancelled` meanwhile, so that a
/// thread can be called off.
class DirectOutput
{
public:
    using IsCancelled = std::function<bool()>;

    explicit DirectOutput(IsCancelled isCancelled);
    ~DirectOutput();
    Q_DISABLE_COPY_MOVE(DirectOutput)

    [[nodiscard]] int open(const QString &path);
    /// Writes to a duplicate of `descriptor`, which stays open.
    [[nodiscard]] int openDescriptor(int descriptor);
    [[nodiscard]] int write(const QByteArray &bytes);
    [[nodiscard]] int close();

    /// The descriptor that "-", /dev/stdout, /dev/stderr, /dev/fd/N and /proc/self/fd/N mean.
    /// Opening these by name would fail for a socket and truncate what a shell opened with >>.
    [[nodiscard]] static std::optional<int> descriptorOf(const QString &path);

private:
    [[nodiscard]] int waitForRoom();

    IsCancelled m_isCancelled;
    int m_descriptor = -1;
};

} // namespace roadstead
