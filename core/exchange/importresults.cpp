// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/importresults.h"

#include "core/exchange/csv.h"
#include "core/exchange/importcsv.h"
#include "core/exchange/importjsonlines.h"
#include "core/exchange/importmasscan.h"
#include "core/exchange/importnmap.h"
#include "core/exchange/importrows.h"
#include "core/exchange/jsonfields.h"
#include "core/exchange/jsonlinesform.h"
#include "core/exchange/xmlprolog.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

#include <stdio.h>

namespace roadstead {

namespace {

using Kind = Expected<ImportKind, ImportError>;

Kind xmlKind(ImportSource &source)
{
    const Expected<QByteArray, ImportError> root = lookAtRootElement(source);
    if (!root)
        return root.error();
    if (*root == "nmaprun")
        return ImportKind::NmapXml;
    return importFault(ImportError::Code::UnknownKind, 0, 0);
}

/// As this program begins its JSON Lines, whose first line may be too long to look at whole.
bool isJsonLines(const QByteArray &text)
{
    static const QByteArray beginning =
        QByteArray("{\"format\":\"") + kJsonLinesFormat.data() + '"';
    return text.startsWith(beginning);
}

/// Told by the first object; an array without any is an empty one of masscan's.
Kind jsonKind(ImportSource &source)
{
    constexpr qsizetype kEnough = kLongestImportPiece + 1'024; // for what is too long to show
    if (const auto fault = source.lookAhead(kEnough))
        return *fault;
    QByteArray ahead = source.ahead();
    const bool isArray = ahead.trimmed().startsWith('[');
    QBuffer buffer(&ahead);
    buffer.open(QIODevice::ReadOnly);
    const CancelCheck never;
    ImportSource beginning(buffer, never);
    const auto first = JsonObjects(beginning).next();
    if (!first)
        return first.error();
    if (isArray && (!*first || isOldMasscanEnd((*first)->bytes)))
        return ImportKind::MasscanJson;
    const Expected<QJsonObject, ImportError> object = readJson(**first);
    if (!object)
        return object.error();
    if (!isArray && object->value(QLatin1String("format")) == QJsonValue(kJsonLinesFormat))
        return ImportKind::JsonLines;
    if (object->contains(QLatin1String("ip")))
        return ImportKind::MasscanJson;
    return importFault(ImportError::Code::UnknownKind, 0, 0);
}

Kind kindOf(ImportSource &source)
{
    constexpr qsizetype kEnough = 1'024; // for blanks before the first sign, too
    if (const auto fault = source.lookAhead(kEnough))
        return *fault;
    if (source.ahead().startsWith("SQLite format 3"))
        return importFault(ImportError::Code::IsScanFile, 0, 0);
    if (source.ahead().startsWith("\xEF\xBB\xBF"))
        source.skip(3);
    // No more than that, or it would depend on the pieces that the file comes in.
    const QByteArray text = source.ahead().left(kEnough).trimmed();
    if (text.startsWith('<'))
        return xmlKind(source);
    if (isJsonLines(text))
        return ImportKind::JsonLines;
    if (text.startsWith('[') || text.startsWith('{'))
        return jsonKind(source);
    if (source.ahead().startsWith("address,"))
        return ImportKind::Csv;
    return importFault(ImportError::Code::UnknownKind, 0, 0);
}

std::optional<ImportError> readAs(ImportKind kind, ImportSource &source, ImportRows &rows,
                                  ScanHeader &header)
{
    switch (kind) {
    case ImportKind::NmapXml:
        return importNmap(source, rows, header);
    case ImportKind::MasscanJson:
        return importMasscan(source, rows, header);
    case ImportKind::JsonLines:
        return importJsonLines(source, rows, header);
    case ImportKind::Csv:
        return importCsv(source, rows, header);
    }
    Q_UNREACHABLE();
}

} // namespace

Expected<ImportedScan, ImportError> readResults(QIODevice &device, const CancelCheck &isCancelled)
{
    ImportSource source(device, isCancelled);
    const Kind kind = kindOf(source);
    if (!kind)
        return kind.error();
    ImportedScan scan;
    scan.kind = *kind;
    scan.document.header.ending = ScanEnding::Finished;
    ImportRows rows;
    if (const auto fault = readAs(*kind, source, rows, scan.document.header))
        return *fault;
    rows.finish(scan);
    return scan;
}

Expected<ImportedScan, ImportError> readResults(const QString &path, const CancelCheck &isCancelled)
{
    QFile file(path);
    bool isOpen = false;
    if (path == u"-") {
        isOpen = file.open(stdin, QIODevice::ReadOnly);
    } else {
        const QFileInfo info(path);
        if (info.exists() && !info.isFile())
            return importFault(ImportError::Code::NotRegular, 0, 0);
        isOpen = file.open(QIODevice::ReadOnly);
    }
    if (!isOpen)
        return importFault(ImportError::Code::Unreadable, 0, 0, file.errorString());
    return readResults(file, isCancelled);
}

} // namespace roadstead
