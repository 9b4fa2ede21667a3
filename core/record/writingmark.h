// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace roadstead {

/// Tells everybody that a scan file is being written, by a lock on its neighbour ("-wal"). On the
/// file itself that cannot be done or asked: the locks that SQLite keeps there are the process's,
/// and end when anyone in it closes that file. Ends with the process, however that ends. Where the
/// system has no such lock, nothing is told: SQLite's own locks still keep a second writer out.
class WritingMark
{
public:
    WritingMark() = default;
    ~WritingMark(); ///< clears
    Q_DISABLE_COPY_MOVE(WritingMark)

    /// `path` is that of the scan file, whose neighbour is there. False: another has set it.
    [[nodiscard]] bool set(const QString &path);
    void clear();
    [[nodiscard]] bool isHeld() const { return m_descriptor >= 0; }
    [[nodiscard]] static bool isSet(const QString &path);

private:
    int m_descriptor = -1;
};

/// Of the files that SQLite keeps beside `path`.
[[nodiscard]] QString walPath(const QString &path);
[[nodiscard]] QString journalPath(const QString &path);

} // namespace roadstead
