// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/record/scandocument.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <functional>

class QIODevice;

namespace roadstead {

/// What a file that was read turned out to be. Told by its content, never by its name.
enum class ImportKind : quint8 {
    NmapXml, ///< also masscan's XML, which has the same form
    MasscanJson,
    JsonLines,
    Csv,
};

/// Why a file was not imported. Nothing of it is kept then.
struct ImportError
{
    enum class Code : quint8 {
        Unreadable, ///< `found`: the system's words
        NotRegular, ///< a folder, device, FIFO: reading one could take for ever
        IsScanFile, ///< this program's own document: open it as one
        UnknownKind, ///< none of ImportKind
        NewerForm, ///< JSON Lines of a later version, which `found` is
        Cancelled,
        Malformed, ///< no XML, JSON or CSV from here on
        Truncated, ///< it ends in the middle of something
        OwnDeclarations, ///< XML that declares entities, or anything else, by itself
        TooLong, ///< an element, object, line or text is longer than any that is meant well
        TooDeep, ///< too many things inside of each other
        TooManyHosts,
        TooManyResults,
        Missing, ///< `found` names what must be there and is not
        BadValue, ///< `found` is what stands there
        TimesTooFarApart, ///< results lie over seven weeks from each other; `found`: the time or
                          ///< host
    };

    Code code = Code::Unreadable;
    qint64 line = 0; ///< from 1; 0: of the file as a whole
    qint64 column = 0; ///< from 1, in characters or bytes; in CSV the field's number
    QString found; ///< as it is in the file, shortened: see plainText()

    friend bool operator==(const ImportError &, const ImportError &) = default;
};

/// What a person should know of a file that was imported.
struct ImportNote
{
    enum class Code : quint8 {
        Truncated, ///< its program was ended early; `count` hosts are whole and were kept
        OtherProtocols, ///< `count` results that are not TCP's were left out
        NoVerdict, ///< `count` results say neither open, closed nor filtered, and were left out
        PortsNotNamed, ///< of `count` ports it is said how many there are, but not which
        HostsWithoutPorts, ///< `count` hosts have no result and were left out
        Contradictions, ///< `count` ports have results of several states; open goes before closed
                        ///< before filtered
    };

    Code code = Code::Truncated;
    quint64 count = 0;

    friend bool operator==(const ImportNote &, const ImportNote &) = default;
};

struct ImportedScan
{
    ImportKind kind = ImportKind::NmapXml;
    /// Hosts are numbered by address, rows are sorted by address, then port.
    ScanDocument document;
    QList<ImportNote> notes; ///< by code; each at most once
};

/// Looked at now and then; true ends the work with Cancelled.
using CancelCheck = std::function<bool()>;

/// Reads what nmap (XML), masscan (JSON, XML) or this program (CSV, JSON Lines) wrote. Files of any
/// size: what is in memory at once follows from the results, not from the file. Takes its time: not
/// for a window's thread. docs/FORMATS.md says what is made of what.
/// `path` is a regular file, or "-" for standard input.
[[nodiscard]] Expected<ImportedScan, ImportError> readResults(const QString &path,
                                                              const CancelCheck &isCancelled = {});
/// The same from what is open already.
[[nodiscard]] Expected<ImportedScan, ImportError> readResults(QIODevice &device,
                                                              const CancelCheck &isCancelled = {});

} // namespace roadstead

Q_DECLARE_METATYPE(roadstead::ImportError)
