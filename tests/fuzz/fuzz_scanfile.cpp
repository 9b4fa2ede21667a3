// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Opens bytes as a scan file. The corpus holds files of small pages, made of the program's own by
// sqlite3 FILE 'PRAGMA page_size=1024; VACUUM'.

#include "core/record/resumption.h"
#include "core/record/scanfiles.h"
#include "core/record/scanreader.h"
#include "tests/fuzz/invariant.h"
#include "tests/fuzz/surroundings.h"

#include <QFile>

#include <cstddef>
#include <cstdint>

using namespace roadstead;

namespace {

void write(const QString &path, const uint8_t *data, size_t size)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly | QIODevice::Truncate), "the file can be written");
    file.write(reinterpret_cast<const char *>(data), static_cast<qint64>(size));
}

void requireSound(const ScanDocument &document)
{
    const ResultStore &store = document.store;
    require(store.rowCount() == document.header.done(), "the header counts all rows");
    for (quint32 row = 0; row < store.rowCount(); ++row)
        require(store.row(row).host < store.hostCount(), "each row has a host");
    quint32 removed = 0;
    for (const RemovedPorts &rows : removedPortsOf(store))
        removed += static_cast<quint32>(rows.ports.size());
    require(removed == store.removed().count(), "removed rows can be named");
    static_cast<void>(prepareResumption(document, document.header.startedAt));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Surroundings surroundings;
    const QString path = surroundings.folder.filePath(QStringLiteral("scan"));
    write(path, data, size);
    const auto document = readScanFile(path);
    if (document)
        requireSound(*document);
    require(QDir(surroundings.folder.path()).entryList(QDir::Files).size() == 1,
            "reading leaves nothing beside the file");
    return 0;
}
