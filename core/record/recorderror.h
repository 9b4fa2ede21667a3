// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

namespace roadstead {

/// Why a scan file cannot be read, written, continued or merged. The sentences are in ui/words.
struct RecordError
{
    enum class Code : quint8 {
        Unreadable, ///< `detail`: the system's words
        NotAFile, ///< a folder, device, FIFO
        NotAScan, ///< some other file
        Newer, ///< `detail`: the version of its form
        Corrupt, ///< `detail`: where, for a report ("block 12: checksum")
        InUse, ///< another Roadstead is writing it
        Exists, ///< there is such a file, and it would have been lost
        Unwritable, ///< `detail`: the system's words; nothing was written
        Full, ///< no room on the disk
        NothingToContinue, ///< imported, or finished
        Changed, ///< it is of another scan than the one that was read from it, or has more of it
        OtherPlan, ///< its results are not of the hosts and ports that it says it scans
        UnknownZone, ///< `detail`: an interface that this computer does not have
        TooOld, ///< begun so long ago that times no longer fit
        OtherJob, ///< of a merge: `path` is of another scan than the first
        TooLong, ///< there are more expectations than a file keeps
        Overlap, ///< of a merge: `detail` (address:port) is in `path` and in another
    };

    Code code = Code::Unreadable;
    QString path;
    QString detail;

    friend bool operator==(const RecordError &, const RecordError &) = default;
};

} // namespace roadstead

Q_DECLARE_METATYPE(roadstead::RecordError)
