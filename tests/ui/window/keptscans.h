// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Scans in the folder of a test's window, as earlier ones left them.

#pragma once

#include "core/record/scanfiles.h"
#include "core/record/scanshelf.h"
#include "core/target/writtentargets.h"
#include "tests/support/resultbuilder.h"

/// One that a crash left: ports 1 and 2 of 10.0.0.1, of which the first has a verdict.
inline roadstead::ScanDocument interruptedScan()
{
    roadstead::ScanDocument document;
    document.header.program = QStringLiteral("roadstead test");
    document.header.request.targets = *roadstead::readTargets(u"10.0.0.1", false);
    document.header.request.ports = *roadstead::readPorts(u"1-2");
    document.header.startedAt = QDateTime::currentDateTimeUtc().addSecs(-60);
    document.header.total = 2;
    document.store.clear(document.header.startedAt);
    document.store.append(roadstead::ResultBuilder().host(0, 0x0a00'0001).open(0, 1).batch());
    return document;
}

/// Longer ago than scans without a name are kept.
inline roadstead::ScanDocument oldScan()
{
    roadstead::ScanDocument document = interruptedScan();
    document.header.startedAt = document.header.startedAt.addDays(-400);
    document.header.endedAt = document.header.startedAt.addSecs(5);
    document.header.ending = roadstead::ScanEnding::Finished;
    document.header.request.ports = *roadstead::readPorts(u"1");
    document.header.total = 1;
    document.store.clear(document.header.startedAt);
    document.store.append(roadstead::ResultBuilder().host(0, 0x0a00'0001).open(0, 1).batch());
    return document;
}

/// Where it is kept then; empty after an error.
inline QString keep(const roadstead::ScanShelf &shelf, const roadstead::ScanDocument &document)
{
    const QString path = shelf.newPath(document.header.startedAt);
    return roadstead::writeScanFile(path, document) ? QString() : path;
}
