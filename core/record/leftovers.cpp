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
    if (database.openToWrite() && hasSchema(database, schema.versions.at(*version - 1)))
        static_cast<void>(database.joinLog());
}

} // namespace roadstead
