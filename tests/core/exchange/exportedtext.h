// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/resultexport.h"
#include "core/lookup/portcatalogue.h"
#include "tests/support/filetools.h"
#include "tests/support/resultbuilder.h"

#include <QTest>

namespace roadstead {

inline ResultStore storeOf(const ResultBatch &batch)
{
    ResultStore store;
    store.clear(testStart());
    store.append(batch);
    return store;
}

/// What the whole way of an export puts into a file; a test's failure is in what it gives.
inline QByteArray exportedText(ResultExportRequest request)
{
    static const PortCatalogue catalogue(QByteArray(), testServices());
    const TestFolder folder;
    request.path = folder.path("exported");
    const QString error = writeResults(request, catalogue);
    return error.isEmpty() ? contentOf(request.path) : error.toUtf8();
}

} // namespace roadstead
