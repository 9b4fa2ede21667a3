// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/leftovers.h"

#include "core/record/database.h"
#include "core/record/scanfileinspection.h"
#include "core/record/scanschema.h"
#include "core/record/writingmark.h"

#include <QFileInfo>

namespace roadstead {

void joinLeftovers(const QString &path)
{
    const QString target = QFileInfo(path).canonicalFilePath();
    if (target.isEmpty() || !hasLeftovers(target) || !areLeftoversSound(target))
        return;
    WritingMark mark;
    if (!mark.set(target))
        return;
    const ScanSchema &schema = ScanSchema::ours();
    const auto version = inspectScanFile(target, schema.current());
    if (!version)
        return;
    Database database(target);
    if (!database.open(QStringLiteral("mode=rw")) || !database.runAll(carefulPragmas())
        || !hasSchema(database, schema.versions.at(*version - 1)))
        return;
    const QVariant isBusy = database.value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!isBusy.isValid() || isBusy.toInt() != 0)
        return;
    // Without the exclusive lock SQLite deletes the files that it needs no more.
    if (database.run(QStringLiteral("PRAGMA locking_mode=NORMAL")))
        static_cast<void>(database.value(QStringLiteral("PRAGMA journal_mode=DELETE")));
}

} // namespace roadstead
